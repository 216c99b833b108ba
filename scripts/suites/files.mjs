import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../root.mjs';

/** The test files whose names end so and, when filters are given, contain one of them; sorted, relative to the project. */
export const testFiles = async (ending, filters) => {
  const entries = await readdir(join(root, 'test'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort();
};
