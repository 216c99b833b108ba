import { defineConfig, devices } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './scripts/suites/launchers.mjs';

/** Journeys that are about what is said and kept, and those that choose their screen themselves. */
const sameOnAnyScreen = [
  ...['visual/**', 'accessibility/**', 'bench/**', 'faults/**', 'host/pages.e2e.ts', '**/*.embed.ts'],
  ...[
    'back-office-languages',
    'deliveries',
    'failures',
    'forgotten-password',
    'privacy',
    'receipt',
    'settings-keys',
  ].map((name) => `e2e/${name}.e2e.ts`),
];

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.{e2e,embed}.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  expect: {
    toHaveScreenshot: { pathTemplate: 'docs/images/themes/{arg}{ext}' },
    toMatchAriaSnapshot: { pathTemplate: 'test/accessibility/trees/{arg}{ext}' },
  },
  reporter: [['./scripts/suites/e2e-reporter.mjs']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    contextOptions: { reducedMotion: 'reduce' }, // nothing to wait for, and axe sees no colour halfway
    screenshot: 'only-on-failure',
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: chromiumPath, args: chromiumArguments },
  },
  projects: [
    { name: 'desktop', use: devices['Desktop Chrome'] },
    { name: 'phone', use: devices['Pixel 7'], testIgnore: sameOnAnyScreen },
  ],
});
