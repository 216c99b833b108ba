import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { bundleNodeTests } from './bundled-node-tests.mjs';
import { runNode } from './child.mjs';
import { testFiles } from './files.mjs';
import { withSecondTry } from './second-try.mjs';
import { escaped, noResults } from './titles.mjs';

/** One PostgreSQL for all files, each of which has its own databases: to make one takes longer than most files. */
const startPostgres = async () => {
  register();
  return (await import('../../test/server/postgres.ts')).startShared();
};

// Each file starts an embedded database; to compile it quickly costs less than it gains to compile it well.
const runOnce = async ({ filters, titles = [] }) => {
  const files = await testFiles('.test.ts', filters);
  if (files.length === 0) return noResults();
  const folder = await mkdtemp(join(tmpdir(), 'node-tests-'));
  const countsFile = join(folder, 'counts.json');
  const reporter = ['--test-reporter=./scripts/suites/node-reporter.mjs', '--test-reporter-destination=stdout'];
  const named = titles.map((title) => `--test-name-pattern=${escaped(title)}`);
  const node = ['--liftoff-only', '--enable-source-maps', '--test', '--test-concurrency=3'];
  const bundled = await bundleNodeTests(files);
  const postgres = await startPostgres();
  const code = await runNode([...node, ...named, ...reporter, ...bundled], {
    COUNTS_FILE: countsFile,
    ...postgres.env,
  });
  await postgres.remove();
  const counts = JSON.parse(await readFile(countsFile, 'utf8'));
  await rm(folder, { recursive: true });
  const isUnexplained = code !== 0 && counts.failed === 0;
  return isUnexplained ? { ...counts, failed: 1 } : counts;
};

/** Runs test/**\/*.test.ts under Node, those with one of the titles when there are any; gives how many passed and failed. */
export const runNodeTests = (asked) => withSecondTry(runOnce, asked);
