import { startTestRunner } from '@web/test-runner';
import { createConfig } from '../../web-test-runner.config.js';
import { testFiles } from './files.mjs';

/** Runs test/**\/*.browser.ts in the browsers asked for; gives how many passed and failed, all browsers together. */
export const runBrowserTests = async ({ browsers, filters }) => {
  const counts = { passed: 0, failed: 0 };
  const files = await testFiles('.browser.ts', filters);
  if (files.length === 0) return counts;
  const config = await createConfig({ browsers, files, counts });
  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  if (!runner) throw new Error('The browser tests could not start');
  const isPassed = await new Promise((resolve) => {
    runner.on('stopped', resolve);
  });
  const isUnexplained = !isPassed && counts.failed === 0;
  return isUnexplained ? { ...counts, failed: 1 } : counts;
};
