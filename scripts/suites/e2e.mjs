import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { testFiles } from './files.mjs';

/** Runs test/e2e/*.e2e.ts in Playwright against the built demo; gives how many passed and failed. */
export const runJourneys = async ({ filters }) => {
  const files = await testFiles('.e2e.ts', filters);
  if (files.length === 0) return { passed: 0, failed: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  const countsFile = join(folder, 'counts.json');
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', ...files], {
    COUNTS_FILE: countsFile,
    ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }),
  });
  const counts = JSON.parse(await readFile(countsFile, 'utf8'));
  await rm(folder, { recursive: true, force: true });
  const isUnexplained = code !== 0 && counts.failed === 0;
  return isUnexplained ? { ...counts, failed: 1 } : counts;
};
