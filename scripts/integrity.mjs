// Writes dist/integrity.json: the sub-resource integrity hash of each script that a page may load, by its name in dist/.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

const dist = join(root, 'dist');

/** The `integrity` attribute for a script with this content. */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

const scriptsIn = async (folder) =>
  (await readdir(join(dist, folder))).filter((name) => name.endsWith('.js')).map((name) => join(folder, name));

export const writeIntegrity = async () => {
  const names = [...(await scriptsIn('')), ...(await scriptsIn('chunks'))];
  const forPages = names.filter((name) => /^(portal-request-form|chunks)/.test(name)).sort();
  const hashes = await Promise.all(forPages.map(async (name) => [name, integrityOf(await readFile(join(dist, name)))]));
  await writeFile(join(dist, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`);
  return [];
};
