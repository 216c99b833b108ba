import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

const TOKEN =
  /\/\*\s*(?<description>[^*]+?)\s*\*\/\s*--_[\w-]+:\s*var\((?<name>--portal-[\w-]+),\s*(?<fallback>.+)\);/g;

/** The theme tokens with their comments, from src/styles/tokens.ts. Throws when one has no comment. */
export const readTokens = async () => {
  const source = await readFile(join(root, 'src/styles/tokens.ts'), 'utf8');
  const tokens = [...source.matchAll(TOKEN)].map(({ groups }) => ({ ...groups }));
  const used = new Set(source.match(/--portal-[\w-]+(?=,)/g));
  const bare = [...used].filter((name) => !tokens.some((token) => token.name === name));
  if (bare.length > 0) throw new Error(`src/styles/tokens.ts: no comment before ${bare.join(', ')}`);
  return tokens;
};
