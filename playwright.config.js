import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './scripts/suites/launchers.mjs';
import { freePort } from './scripts/suites/webkit.mjs';

// The workers read this file too, and inherit what the first reading chose.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= join(tmpdir(), `portal-e2e-${process.pid}`);
const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: process.env.CI ? 1 : 0, // a machine under load may miss a moment once, never twice
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['./scripts/suites/e2e-reporter.mjs']],
  use: {
    baseURL: address,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath, args: chromiumArguments },
  },
  projects: [
    { name: 'desktop', use: devices['Desktop Chrome'] },
    { name: 'phone', use: devices['Pixel 7'] },
  ],
  webServer: {
    command: 'node --import ./scripts/tsx-built.mjs demo/server/main.ts',
    url: `${address}/health`,
    env: { PORT: process.env.E2E_PORT, PUBLIC_URL: address, DATA_DIR: process.env.E2E_DATA_DIR },
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
