import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { integrityOf } from './integrity.mjs';

/** What a page gets without asking for a version of its own: only what does not break it. */
export const seriesOf = (version) => {
  const [major, minor] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
};

const isPreview = (version) => version.includes('-');

const read = async (folder, name) => readFile(join(folder, name));

/** Throws when a script is not the one that its hash was written for. */
const verify = async (folder, hashes) => {
  for (const [name, hash] of Object.entries(hashes)) {
    if (integrityOf(await read(folder, name)) !== hash)
      throw new Error(`${name} is not the one in integrity.json: build anew.`);
  }
};

/** Throws when that version stands there with other scripts: pages name it with its hashes. */
const keepPublished = async (place, wanted) => {
  const file = join(place, 'integrity.json');
  if (existsSync(file) && String(await readFile(file)) !== wanted)
    throw new Error(`${place} was published with other scripts. Give this one a version of its own.`);
};

const copyTo = async (from, place, names) => {
  for (const name of names) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await cp(join(from, name), join(place, name));
  }
};

const tagOf = (version, hashes) =>
  [
    `<script type="module" src="/${version}/portal-request-form.js" integrity="${hashes['portal-request-form.js']}" crossorigin="anonymous"></script>`,
    `<script src="/${version}/portal-request-form.classic.js" integrity="${hashes['portal-request-form.classic.js']}" crossorigin="anonymous"></script>`,
  ].join('\n');

/**
 * Copies the scripts of a build to a folder of their version and, unless it is a preview, to that of its series; gives the tags
 * that pin the version. Throws, before it wrote anything, when the build is not whole or the version was published otherwise.
 */
export const layRelease = async ({ from, to, version }) => {
  const integrity = String(await read(from, 'integrity.json'));
  const hashes = JSON.parse(integrity);
  await verify(from, hashes);
  await keepPublished(join(to, version), integrity);
  const names = Object.keys(hashes);
  const series = isPreview(version) ? [] : [seriesOf(version)];
  for (const place of [version, ...series]) await copyTo(from, join(to, place), names);
  for (const place of [version, ...series]) await writeFile(join(to, place, 'integrity.json'), integrity);
  return [
    `${version}: ${names.length} scripts${series.map((one) => `, also as ${one}`).join('')}`,
    tagOf(version, hashes),
  ];
};
