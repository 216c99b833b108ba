import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Fixtures {
  /** What this test does makes these appear on the console; anything else there fails it. */
  allowErrors: (...patterns: readonly RegExp[]) => void;
  /** Fails the test for whatever a page throws, or writes to the console as an error or a warning. */
  consoleGuard: { readonly allowed: RegExp[] };
}

export const test = base.extend<Fixtures>({
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

/** Fails when axe finds anything on the page, shadow roots included; `rules` turns single rules off, with a reason nearby. */
export const axe = async (page: Page, rules: Record<string, { enabled: boolean }> = {}): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axeFile, 'utf8'));
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), { rules });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')} — ${node.failureSummary ?? ''}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
};
