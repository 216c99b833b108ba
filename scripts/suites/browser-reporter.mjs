import { relative } from 'node:path';
import { root } from '../root.mjs';

const flatten = ({ name, suites = [], tests = [] }, above = []) => {
  const path = name ? [...above, name] : above;
  return [
    ...tests.map((test) => ({ ...test, titles: [...path, test.name], name: [...path, test.name].join(' › ') })),
    ...suites.flatMap((suite) => flatten(suite, path)),
  ];
};

/** Tests that were left out because only some titles were asked for: neither run nor skipped. */
const isLeftOut = ({ passed, skipped, error, duration }) => !passed && !skipped && !error && duration === undefined;
const testsOf = ({ testResults }, isPart) =>
  flatten(testResults ?? { name: '' }).filter((test) => !isPart || !isLeftOut(test));

const indent = (text) => String(text).replace(/^/gm, '    ');
const because = ({ message, stack, expected, actual } = {}) =>
  [
    stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`,
    expected && `expected: ${expected}`,
    actual && `actual: ${actual}`,
  ]
    .filter(Boolean)
    .join('\n');

const failuresOf = (session, isPart) => {
  const tests = testsOf(session, isPart);
  const failed = tests.filter(({ passed, skipped }) => !passed && !skipped);
  const broken = session.errors.map((error) => ({ name: 'the file itself', error }));
  const isExplained = session.passed || failed.length + broken.length > 0 || (isPart && tests.length > 0);
  return [...failed, ...broken, ...(isExplained ? [] : [{ name: 'the file did not run to its end', error: {} }])];
};

const logsOf = ({ logs = [] }) => logs.map((log) => `    console: ${log.map(String).join(' ')}\n`);

/** How many tests a file has in this browser, and how long they took. */
const timeOf = ({ browser, testFile }, tests) => {
  const seconds = tests.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000;
  return `${seconds.toFixed(1)} s ${browser.name} ${relative(root, testFile)} (${tests.length})`;
};

const outcomeOf = ({ passed, skipped }) => (skipped ? 'skipped' : passed ? 'passed' : 'failed');

/** Prints what failed and one line a browser; `counts` holds the sums and each result; `isPart` when only some titles were asked for. */
export const browserReporter = (counts, isPart = false) => ({
  reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
    for (const session of sessionsForTestFile) {
      const failures = failuresOf(session, isPart);
      for (const { name, error } of failures) {
        logger.log(
          `\nfailed in ${session.browser.name}: ${name} (${relative(root, testFile)})\n${indent(because(error))}`,
        );
      }
      if (failures.length > 0) logger.log(logsOf(session).join(''));
    }
  },
  onTestRunFinished({ sessions }) {
    const rows = new Map();
    for (const session of sessions) {
      const row = rows.get(session.browser.name) ?? { passed: 0, failed: 0, skipped: 0 };
      const tests = testsOf(session, isPart);
      const failures = failuresOf(session, isPart);
      if (process.env.VERBOSE) console.log(timeOf(session, tests));
      const place = { browser: session.browser.name, file: relative(root, session.testFile) };
      const broken = failures
        .filter(({ titles }) => !titles)
        .map(({ name }) => ({ titles: [name], outcome: 'failed' }));
      const outcomes = tests.map((test) => ({ titles: test.titles, outcome: outcomeOf(test) }));
      counts.results.push(...[...outcomes, ...broken].map((one) => ({ ...place, ...one })));
      row.passed += tests.filter(({ passed, skipped }) => passed && !skipped).length;
      row.skipped += tests.filter(({ skipped }) => skipped).length;
      row.failed += failures.length;
      rows.set(session.browser.name, row);
    }
    for (const [name, { passed, failed, skipped }] of rows) {
      console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
      counts.passed += passed;
      counts.failed += failed;
    }
  },
});
