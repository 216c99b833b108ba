import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { testFiles } from './files.mjs';
import { withSecondTry } from './second-try.mjs';
import { escaped, noResults } from './titles.mjs';

const runOnce = async ({ filters, titles = [], ending = '.e2e.ts' }) => {
  const files = await testFiles(ending, filters);
  if (files.length === 0) return noResults();
  const folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  const countsFile = join(folder, 'counts.json');
  const named = titles.length > 0 ? ['--grep', titles.map(escaped).join('|')] : [];
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', ...named, ...files], {
    COUNTS_FILE: countsFile,
    ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }),
  });
  const counts = JSON.parse(await readFile(countsFile, 'utf8'));
  await rm(folder, { recursive: true, force: true });
  const isUnexplained = code !== 0 && counts.failed === 0;
  return isUnexplained ? { ...counts, failed: 1 } : counts;
};

/** Runs the journeys (*.e2e.ts, or those with another ending) in Playwright, those with one of the titles when there are any; gives how many passed and failed. */
export const runJourneys = (asked) => withSecondTry(runOnce, asked);
