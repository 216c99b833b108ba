import { startTestRunner } from '@web/test-runner';
import { createConfig } from '../../web-test-runner.config.js';
import { testFiles } from './files.mjs';
import { withSecondTry } from './second-try.mjs';
import { noResults } from './titles.mjs';

const runOnce = async ({ browsers, filters, titles = [] }) => {
  const counts = noResults();
  const files = await testFiles('.browser.ts', filters);
  if (files.length === 0) return counts;
  const config = await createConfig({ browsers, files, counts, titles });
  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  if (!runner) throw new Error('The browser tests could not start');
  const isPassed = await new Promise((resolve) => {
    runner.on('stopped', resolve);
  });
  const isPart = titles.length > 0 && counts.passed > 0;
  const isUnexplained = !isPassed && !isPart && counts.failed === 0;
  return isUnexplained ? { ...counts, failed: 1 } : counts;
};

/**
 * Runs test/**\/*.browser.ts in the browsers asked for, those with one of the titles when there are any; gives how many
 * passed and failed, all browsers together.
 */
export const runBrowserTests = (asked) => withSecondTry(runOnce, asked);
