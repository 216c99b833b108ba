import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { withSecondTry } from '../../scripts/suites/second-try.mjs';

type Outcome = 'passed' | 'failed';
const result = (file: string, outcome: Outcome) => ({ file, titles: ['a test'], outcome });
const countsOf = (...results: ReturnType<typeof result>[]) => ({
  passed: results.filter(({ outcome }) => outcome === 'passed').length,
  failed: results.filter(({ outcome }) => outcome === 'failed').length,
  results,
});

/** What a suite counts in the end that gives this first, and that when its failed files run once more. */
const inTheEnd = async (...runs: ReturnType<typeof countsOf>[]) => {
  const run = () => Promise.resolve(runs.shift());
  const { passed, failed } = (await withSecondTry(run, { filters: [] })) as ReturnType<typeof countsOf>;
  return { passed, failed };
};

describe('A suite of tests', () => {
  before(() => void mock.method(console, 'log', () => undefined)); // what is run once more
  after(() => mock.restoreAll());

  it('has passed when what failed passes once more', async () => {
    const first = countsOf(result('a', 'passed'), result('b', 'failed'));
    assert.deepEqual(await inTheEnd(first, countsOf(result('b', 'passed'))), { passed: 2, failed: 0 });
  });

  it('has failed when something fails twice', async () => {
    const first = countsOf(result('a', 'passed'), result('b', 'failed'));
    assert.deepEqual(await inTheEnd(first, countsOf(result('b', 'failed'))), { passed: 1, failed: 1 });
  });

  it('has failed when what failed is not found again', async () => {
    const first = countsOf(result('a', 'passed'), result('harness', 'failed'));
    assert.deepEqual(await inTheEnd(first, countsOf()), { passed: 1, failed: 1 });
  });
});
