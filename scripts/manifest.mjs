import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { root } from './root.mjs';

const file = join(root, 'custom-elements.json');

/** What custom-elements.json has to hold, from the sources. */
export const makeManifest = async () => {
  const manifest = await cli({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

export const readManifest = async () => JSON.parse(await readFile(file, 'utf8'));

/** Writes custom-elements.json and gives the names of what was written. */
export const writeManifest = async () => {
  await writeFile(file, await makeManifest());
  return ['custom-elements.json'];
};

/** Whether custom-elements.json says what the sources say. */
export const isManifestCurrent = async () => (await readFile(file, 'utf8')) === (await makeManifest());
