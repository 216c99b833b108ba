// The hazards that this project promises to survive: test/faults/hazards.json, and the tests that show each.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';
import { testFiles } from './suites/files.mjs';
import { table } from './tables.mjs';

const ENDINGS = ['.test.ts', '.browser.ts', '.e2e.ts'];
const FOLDER = 'test/faults/';
const FOLDERS = [FOLDER, 'test/host/'];
const NUMBERED =
  /\b(?:it|test|describe)\(\s*(?<quote>['"`])(?<number>\d{1,2}) (?<words>(?:(?!\k<quote>)[^\\])*)\k<quote>/g;

const read = (file) => readFile(join(root, file), 'utf8');

/** The part of a template before what is filled in. */
const fixed = (title) => title.split('${')[0];

/** The tests of a file whose titles begin with a number of a hazard. */
const numberedIn = async (file) =>
  [...(await read(file)).matchAll(NUMBERED)].map(({ groups }) => ({
    number: Number(groups.number),
    file,
    title: `${groups.number} ${fixed(groups.words)}`,
  }));

/** Every hazard with its tests, those that the table names and those that begin with its number. */
export const readHazards = async () => {
  const hazards = JSON.parse(await read(`${FOLDER}hazards.json`));
  const files = (await Promise.all(ENDINGS.map((ending) => testFiles(ending, FOLDERS)))).flat().sort();
  const numbered = (await Promise.all(files.map(numberedIn))).flat();
  return {
    hazards: hazards.map((hazard) => ({
      ...hazard,
      tests: [...numbered.filter(({ number }) => number === hazard.number), ...hazard.tests],
    })),
    numbered,
  };
};

const SHARED = ['answers', 'conditions', 'configs', 'dates', 'normalisation', 'patterns', 'submissions'];
const QUOTES = ["'", '"', '`'];

/** Whether a file has a test of which the title, or the row of a table that it runs, begins like this. */
const hasTest = async ({ file, title }) => {
  const source = await read(file).catch(() => '');
  if (QUOTES.some((quote) => source.includes(quote + title))) return true;
  if (!source.includes('shared-cases')) return false;
  const rows = await Promise.all(SHARED.map((name) => read(`test/shared-cases/${name}.json`)));
  return rows.some((text) => text.includes(`"name": "${title}`));
};

/** What is wrong with the table: tests that are not there, numbers that nobody knows, hazards that nothing shows. */
export const hazardMistakes = async () => {
  const { hazards, numbered } = await readHazards();
  const known = new Set(hazards.map(({ number }) => number));
  const mistakes = numbered
    .filter(({ number }) => !known.has(number))
    .map(({ file, title }) => `${file}: “${title}” has the number of no hazard`);
  for (const { number, tests } of hazards) {
    if (tests.length === 0) mistakes.push(`hazard ${number} is shown by no test`);
    for (const test of tests) {
      if (!(await hasTest(test))) mistakes.push(`hazard ${number}: ${test.file} has no test “${test.title}”`);
    }
  }
  return mistakes;
};

const shownBy = (tests) => {
  const files = [...new Set(tests.map(({ file }) => file))];
  return files
    .map((file) => {
      const titles = tests.filter((test) => test.file === file).map(({ title }) => `“${title.trim()}”`);
      return `\`${file.replace(/^test\//, '')}\`: ${titles.join(', ')}`;
    })
    .join('<br>');
};

/** The table of one group of hazards, by the group's name. */
export const hazardTables = async () => {
  const { hazards } = await readHazards();
  const groups = [...new Set(hazards.map(({ group }) => group))];
  return Object.fromEntries(
    groups.map((group) => [
      group,
      table(
        ['', 'what goes wrong', 'what is promised', 'shown by'],
        hazards
          .filter((hazard) => hazard.group === group)
          .map(({ number, hazard, promise, tests }) => [number, hazard, promise, shownBy(tests)]),
      ),
    ]),
  );
};
