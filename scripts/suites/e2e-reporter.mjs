import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../root.mjs';

const isFailed = (test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky';

const OUTCOMES = { expected: 'passed', skipped: 'skipped' };
const resultOf = (test) => ({
  file: relative(root, test.location.file),
  titles: test.titlePath().slice(3),
  outcome: OUTCOMES[test.outcome()] ?? 'failed',
});

/** Prints what failed, and keeps the totals and each result in the file named by COUNTS_FILE when there is one. */
export default class E2eReporter {
  #errors = 0;

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onError(error) {
    this.#errors += 1;
    console.log(`\nfailed: ${error.stack ?? error.message}`);
  }

  onStdOut(chunk) {
    process.stdout.write(chunk);
  }

  onTestEnd(test, result) {
    if (process.env.VERBOSE)
      console.log(`${result.status} ${(result.duration / 1000).toFixed(1)} s ${test.titlePath().join(' › ')}`);
    if (result.status === 'passed' || result.status === 'skipped') return;
    const where = test.titlePath().filter(Boolean).join(' › ');
    const why = result.errors.map(({ stack, message, snippet }) =>
      [stack ?? message, snippet].filter(Boolean).join('\n'),
    );
    console.log(`\nfailed: ${where}\n${why.join('\n').replace(/^/gm, '    ')}`);
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const counts = { passed: 0, failed: this.#errors, skipped: 0, results: tests.map(resultOf) };
    for (const test of tests) {
      if (isFailed(test)) counts.failed += 1;
      else if (test.outcome() === 'skipped') counts.skipped += 1;
      else counts.passed += 1;
    }
    if (counts.skipped > 0) console.log(`${counts.skipped} skipped or not run`);
    if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }

  printsToStdio() {
    return true;
  }
}
