// Says what the browser loads, brotli 11, and fails when it is more than promised: a hundredth above what was reached.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { dist, entryFile, lazyImportsOf, nameOf, staticGraph } from './module-graph.mjs';

const LIMITS = { first: 23_600, files: 5, classic: 60_600, later: { 'request-part': 39_300, 'more-part': 73_000 } };

/** Brotli keeps 16 MB of what came before, more than any of these files has. */
const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const sizeOf = async (file) => compressed(await readFile(file));
const sumOf = async (files) => (await Promise.all(files.map(sizeOf))).reduce((sum, size) => sum + size, 0);
const kB = (size) => `${(size / 1000).toFixed(1).padStart(5)} kB`;
const isLanguage = (file) => /^[a-z]{2}-[\w-]{8}\.js$/.test(nameOf(file).replace('chunks/', ''));

/** What each step of a visit adds; `seen` is what is loaded already. */
const stages = async () => {
  const entry = [...(await staticGraph(entryFile))];
  const lazy = await lazyImportsOf(entry);
  const languages = lazy.filter(isLanguage);
  const sizes = await Promise.all(languages.map(async (file) => ({ file, size: await sizeOf(file) })));
  const language = sizes.sort((a, b) => b.size - a.size)[0]?.file;
  const first = language ? [...entry, language] : entry;
  const later = [];
  for (const file of lazy.filter((one) => !languages.includes(one))) {
    const added = [...(await staticGraph(file))].filter((one) => !first.includes(one));
    later.push({ file, size: await sumOf(added) });
  }
  return { first, later, languages };
};

const { first, later, languages } = await stages();
const firstSize = await sumOf(first);
const classicSize = await sizeOf(join(dist, 'portal-request-form.classic.js'));
const everything = (await readdir(join(dist, 'chunks'))).length;

console.log(
  `to the first typable field ${kB(firstSize)} of ${kB(LIMITS.first)}, in ${first.length} of ${LIMITS.files} files`,
);
for (const file of first) console.log(`  ${kB(await sizeOf(file))}  ${nameOf(file)}`);
for (const { file, size } of later) {
  console.log(
    `after that, lazily         ${kB(size)}  ${nameOf(file)} with what it needs (${kB(firstSize + size).trim()} in all)`,
  );
}
console.log(`one of ${languages.length} languages is loaded; ${everything} chunks in all`);
console.log(`classic script             ${kB(classicSize)} of ${kB(LIMITS.classic)}`);

const isLaterOver = later.some(({ file, size }) =>
  Object.entries(LIMITS.later).some(([part, limit]) => nameOf(file).startsWith(`chunks/${part}-`) && size > limit),
);
const isOver = firstSize > LIMITS.first || first.length > LIMITS.files || classicSize > LIMITS.classic || isLaterOver;
if (isOver) console.error('That is more than the budget.');
process.exit(isOver ? 1 : 0);
