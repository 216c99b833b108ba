import { readHazards } from '../hazards.mjs';
import { noResults } from './titles.mjs';

const kinds = [
  { ending: '.test.ts', run: async (asked) => (await import('./node.mjs')).runNodeTests(asked) },
  { ending: '.browser.ts', run: async (asked) => (await import('./browser.mjs')).runBrowserTests(asked) },
  { ending: '.e2e.ts', run: async (asked) => (await import('./e2e.mjs')).runJourneys(asked) },
];

const unique = (values) => [...new Set(values)];

const runKind = async ({ ending, run }, tests, browsers) => {
  const own = tests.filter(({ file }) => file.endsWith(ending));
  if (own.length === 0) return noResults();
  return run({
    browsers,
    filters: unique(own.map(({ file }) => file)),
    titles: unique(own.map(({ title }) => title)),
  });
};

/** Why a test does not show its hazard; nothing when it passed wherever it ran. */
const shortfall = ({ file, title }, results) => {
  const own = results.filter((one) => one.file === file && one.titles.some((each) => each.startsWith(title)));
  const failed = own.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) return `${failed.length} of ${own.length} failed: ${file} “${title}”`;
  return own.some(({ outcome }) => outcome === 'passed') ? undefined : `did not run: ${file} “${title}”`;
};

const isAsked = ({ number, group }, filters) =>
  filters.length === 0 || filters.includes(String(number)) || filters.includes(group);

/**
 * Runs the tests of every hazard, or of those whose numbers or groups are the filters, in all browsers and with every
 * journey; says which hazards are not survived, and how many are.
 */
export const runFaults = async ({ browsers, filters }) => {
  process.env.FAULTS = 'thorough';
  const hazards = (await readHazards()).hazards.filter((hazard) => isAsked(hazard, filters));
  const tests = hazards.flatMap((hazard) => hazard.tests);
  const sum = noResults();
  for (const kind of kinds) {
    const { passed, failed, results } = await runKind(kind, tests, browsers);
    sum.passed += passed;
    sum.failed += failed;
    sum.results.push(...results);
  }
  const rows = hazards.map(({ number, hazard, tests: own }) => ({
    name: `${number} ${hazard}`,
    why: own.length === 0 ? ['no test shows it'] : own.flatMap((test) => shortfall(test, sum.results) ?? []),
  }));
  const lost = rows.filter(({ why }) => why.length > 0);
  for (const { name, why } of lost) console.log([`not survived: ${name}`, ...why].join('\n    '));
  return {
    passed: sum.passed,
    failed: Math.max(sum.failed, lost.length),
    lastLine: `faults survived: ${rows.length - lost.length} of ${rows.length}`,
  };
};
