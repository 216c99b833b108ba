// Runs the tests: `test.mjs [node|browser|e2e|faults|embeds …] [--browsers chromium,firefox,webkit] [part of a file name …]`.
// Without a suite it is `npm test`: everything but the repetition of the faults and the pages made with frameworks, however
// much of it fails, and one line with the sum at the end.
import { parseArgs } from 'node:util';
import { ensurePrograms } from './suites/ensure.mjs';
import { runNode } from './suites/child.mjs';

/** What each suite needs built, and how it is run; loaded when asked for. */
const suites = {
  node: { build: [], run: async (asked) => (await import('./suites/node.mjs')).runNodeTests(asked) },
  browser: { build: [], run: async (asked) => (await import('./suites/browser.mjs')).runBrowserTests(asked) },
  e2e: { build: ['run'], run: async (asked) => (await import('./suites/e2e.mjs')).runJourneys(asked) },
  faults: {
    build: ['run'],
    isApart: true,
    run: async (asked) => (await import('./suites/faults.mjs')).runFaults(asked),
  },
  embeds: {
    build: ['package', 'run'],
    isApart: true,
    run: async (asked) => (await import('./suites/embeds.mjs')).runEmbeds(asked),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browsers: { type: 'string', default: 'chromium,firefox,webkit' } },
});
const chosen = positionals.filter((one) => one in suites);
const names = chosen.length > 0 ? chosen : Object.keys(suites).filter((name) => !suites[name].isApart);
const asked = { browsers: values.browsers.split(','), filters: positionals.filter((one) => !(one in suites)) };

const runSuite = async ({ build, run }) => {
  if (build.length > 0 && (await runNode(['scripts/build.mjs', ...build])) !== 0) return { passed: 0, failed: 1 };
  try {
    return await run(asked);
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
};

if (chosen.length === 0 || chosen.some((name) => suites[name].isApart)) await ensurePrograms();
const sum = { passed: 0, failed: 0 };
const lastLines = [];
for (const name of names) {
  const started = performance.now();
  const { passed, failed, lastLine } = await runSuite(suites[name]);
  if (lastLine) lastLines.push(lastLine);
  sum.passed += passed;
  sum.failed += failed;
  console.log(`${name}: ${passed} passed, ${failed} failed (${Math.round((performance.now() - started) / 1000)} s)\n`);
}
console.log(`tests: ${sum.passed} passed, ${sum.failed} failed`);
for (const line of lastLines) console.log(line);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
