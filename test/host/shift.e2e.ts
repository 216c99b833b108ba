import type { Page, Route } from '@playwright/test';
import { expect, test } from '../e2e/support.js';
import { inDays } from '../e2e/widget.js';

const form = 'portal-request-form';
const PAGE = '/embeds/script-tag.html';
/** Slower than what a browser forgives after a click: half a second. */
const SLOW = 900;

/** A website with the form above other words, the height of its first step reserved as docs/embedding.md says. */
const WEBSITE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>A website</title>
  <style>body { max-width: 46rem; margin: 0 auto; font: 16px/1.5 sans-serif }
  ${form} { display: flow-root; min-block-size: 48rem }</style>
  <script type="module" src="/dist/portal-request-form.js"></script></head><body>
  <${form} endpoint="/api/portals/demo"><p>Phone 050 123 45 67</p></${form}>
  <article><h1>About us</h1>${'<p>Words of the website below the form.</p>'.repeat(20)}</article></body></html>`;

interface Shifts {
  readonly total: number;
  /** What moved, from where and to where, in pixels from the top of the screen. */
  readonly moved: readonly string[];
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const openSlowly = async (page: Page): Promise<void> => {
  const slowly = async (route: Route): Promise<void> => {
    await later(SLOW);
    await route.continue();
  };
  await page.route('**/api/portals/demo/**', slowly);
  await page.route('**/dist/**', slowly);
  await page.route(`**${PAGE}`, (route) => route.fulfill({ contentType: 'text/html', body: WEBSITE }));
  await page.addInitScript(() => {
    const shifts: { total: number; moved: string[] } = { total: 0, moved: [] };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node, previousRect, currentRect }) =>
          [node?.textContent?.trim().slice(0, 30), previousRect.top, '->', currentRect.top].join(' '),
        );
        if (hadRecentInput) continue;
        shifts.total += value;
        shifts.moved.push(...moved);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(PAGE);
};

/** Nothing of the website moved although nobody had just touched it, and within the form hardly anything. */
const isStill = async (page: Page, when: string): Promise<void> => {
  const { total, moved } = await page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts);
  const what = [when, ...moved].join('\n');
  expect(
    moved.filter((one) => one.startsWith('About us')),
    what,
  ).toEqual([]);
  expect(total, what).toBeLessThan(0.02); // the names of the steps change places with each step
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const shows = async (page: Page, step: string): Promise<void> => {
  await expect(page.locator(form)).toHaveAttribute('step', step, { timeout: 15_000 });
  await later(SLOW);
};

test('nothing below the form moves while a slow server lets a guest through every step', async ({ page }) => {
  await openSlowly(page);
  await shows(page, 'sign-in');
  await isStill(page, 'while loading');
  await press(page, 'Continue as guest');
  await shows(page, 'start');
  await isStill(page, 'after the sign-in');
  await page.getByRole('radio', { name: 'Plan maintenance' }).check();
  await press(page, 'New request');
  await shows(page, 'details');
  await page.getByRole('radio', { name: 'Boiler' }).check();
  await page.getByLabel('Number of units').fill('2');
  await page.getByLabel('Preferred date').fill(inDays(10));
  await press(page, 'Next');
  await shows(page, 'submit');
  await page.getByLabel('Name', { exact: true }).fill('Ann');
  await page.getByLabel('E-mail address').fill('ann@example.com');
  await press(page, 'Submit request');
  await shows(page, 'confirmation');
  await isStill(page, 'up to the reference');
});

test('nothing below the form moves while a customer signs in, and when the page is loaded again', async ({ page }) => {
  await openSlowly(page);
  const nothingYet = { items: [] }; // other journeys send requests as this customer, and a list makes the page longer
  await page.route('**/api/portals/demo/requests*', async (route) => {
    await later(SLOW);
    await route.fulfill({ json: nothingYet });
  });
  await shows(page, 'sign-in');
  await page.getByLabel('E-mail address').fill('customer@example.com');
  await page.getByLabel('Password').fill('portal-demo-1');
  await press(page, 'Sign in');
  await shows(page, 'start');
  await isStill(page, 'after the sign-in');
  await page.reload();
  await shows(page, 'start');
  await isStill(page, 'after a reload');
});
