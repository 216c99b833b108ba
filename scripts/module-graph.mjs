// What the built modules import: at once, and later.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

export const dist = join(root, 'dist');
export const entryFile = join(dist, 'portal-request-form.js');
export const nameOf = (file) => relative(dist, file);

const STATIC_IMPORT = /(?:\bimport|\bexport)\s*(?:[\w$*{},\s]*?\bfrom\s*)?["'](?<file>\.[^"']+)["']/g;
const LAZY_IMPORT = /\bimport\(\s*["'`](?<file>\.[^"'`]+)["'`]/g;

/** @returns {Promise<string[]>} */
const importsOf = async (file, pattern) =>
  [...(await readFile(file, 'utf8')).matchAll(pattern)].map(({ groups }) => join(dirname(file), groups.file));

/**
 * A file and everything it imports at once, in that order.
 * @returns {Promise<Set<string>>}
 */
export const staticGraph = async (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const imported of await importsOf(file, STATIC_IMPORT)) await staticGraph(imported, seen);
  return seen;
};

/**
 * What these files import later.
 * @returns {Promise<string[]>}
 */
export const lazyImportsOf = async (files) =>
  (await Promise.all(files.map((file) => importsOf(file, LAZY_IMPORT)))).flat();
