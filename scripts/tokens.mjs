import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

const TOKEN =
  /\/\*\s*(?<description>[^*]+?)\s*\*\/\s*--_[\w-]+:\s*var\((?<name>--portal-[\w-]+),\s*(?<fallback>.+)\);/g;

const FILES = ['src/styles/tokens.ts', 'src/dialog/styles.ts'];

/** The theme tokens with their comments, from the style sheets that define them. Throws when one has no comment. */
export const readTokens = async () => {
  const source = (await Promise.all(FILES.map((file) => readFile(join(root, file), 'utf8')))).join('\n');
  const tokens = [...source.matchAll(TOKEN)].map(({ groups }) => ({ ...groups }));
  const used = new Set(source.match(/--portal-[\w-]+(?=,)/g));
  const bare = [...used].filter((name) => !tokens.some((token) => token.name === name));
  if (bare.length > 0) throw new Error(`${FILES.join(', ')}: no comment before ${bare.join(', ')}`);
  return tokens;
};
