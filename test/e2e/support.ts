import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { startDemo, type Demo } from './demo.js';
import { removeDrafts } from './office.js';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Fixtures {
  /** What this test does makes these appear on the console; anything else there fails it. */
  allowErrors: (...patterns: readonly RegExp[]) => void;
  /** Fails the test for whatever a page throws, or writes to the console as an error or a warning. */
  consoleGuard: { readonly allowed: RegExp[] };
  nothingBegun: undefined;
}

export const test = base.extend<Fixtures, { demo: Demo }>({
  demo: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: async ({ demo }, use) => {
    await use(demo.url);
  },
  // the portal keeps what the last test began, and a test that begins the same request would go on with it
  nothingBegun: [
    async ({ request }, use) => {
      await use(undefined);
      await removeDrafts(request);
    },
    { auto: true },
  ],
  consoleGuard: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const said: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          said.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (thrown) => said.push(`thrown: ${String(thrown.error())}`));
      await use({ allowed });
      expect(said.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
  allowErrors: async ({ consoleGuard }, use) => {
    await use((...patterns) => void consoleGuard.allowed.push(...patterns));
  },
});

export { expect };

declare global {
  interface Window {
    axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

/** Waits until nothing fades or moves any more: halfway, colours have another contrast. */
const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
    const endless = (animation: Animation): boolean => animation.effect?.getComputedTiming().endTime === Infinity;
    const running = rootsIn(document).flatMap((root) => root.getAnimations().filter((one) => !endless(one)));
    await Promise.allSettled(running.map((animation) => animation.finished));
  });

/** Fails when axe finds anything on the page, shadow roots included; `rules` turns single rules off, with a reason nearby. */
export const axe = async (page: Page, rules: Record<string, { enabled: boolean }> = {}): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axeFile, 'utf8'));
  await still(page);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), { rules });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')} — ${node.failureSummary ?? ''}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
};
