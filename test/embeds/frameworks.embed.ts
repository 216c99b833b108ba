import type { Page } from '@playwright/test';
import type { PortalRequestForm } from 'portal-request-form';
import { embeds } from '../../scripts/embeds.mjs';
import { expect } from '../e2e/support.js';
import { openWebsite, type EmbedName, type Website } from './site.js';
import { button, chooseDay, sendAs, test } from './support.js';

const TAG = 'portal-request-form';
const asked = (process.env.EMBEDS ?? '').split(',');
const names = (Object.keys(embeds) as EmbedName[]).filter(
  (name) => asked.includes(name) && Object.keys(embeds[name]).length > 0,
);

const planFrom = async (page: Page): Promise<void> => {
  await chooseDay(page);
  await expect(page.getByLabel('Number of units')).toHaveValue('2');
  await expect(page.getByRole('radio', { name: 'Boiler' })).toBeChecked();
};

interface Given {
  readonly lang: string;
  readonly requestType: string | undefined;
  readonly noDrafts: boolean;
  readonly prefill: unknown;
  readonly hasTokenProvider: boolean;
  readonly children: readonly string[];
}

/** What the framework gave the form. */
const givenTo = (page: Page): Promise<Given> =>
  page.locator(TAG).evaluate((element) => {
    const form = element as PortalRequestForm;
    return {
      lang: form.lang,
      requestType: form.requestType,
      noDrafts: form.noDrafts,
      prefill: form.prefill,
      hasTokenProvider: typeof form.tokenProvider === 'function',
      children: [...form.children].map((child) => `${child.slot} ${child.textContent}`.trim()),
    };
  });
const heard = (page: Page) => page.locator('main > output, #root > output');

for (const name of names) {
  test.describe(name, () => {
    const embed = embeds[name];
    let website: Website;
    test.beforeAll(async () => {
      website = await openWebsite(name);
    });
    test.afterAll(() => website.stop());

    test('a request with what the page knows arrives at the server, and the page hears of it', async ({ page }) => {
      await page.goto(website.url);
      await planFrom(page);
      await expect(page.getByRole('status').first()).toHaveText('Started: maintenance');
      const reference = await sendAs(page, name);
      await expect(page.getByRole('status').first()).toHaveText(`Sent as ${reference}`);
    });

    test('taken off the page and put back, the form has the same answers', async ({ page }) => {
      await page.goto(website.url);
      await planFrom(page);
      await page.getByLabel('Remarks').fill('The dog is friendly');
      await button(page, 'Hide the form').click();
      await expect(page.locator(TAG)).toHaveCount(0);
      await button(page, 'Show the form').click();
      await expect(page.getByLabel('Remarks')).toHaveValue('The dog is friendly');
    });

    if ('checks' in embed) {
      test('gives attributes, properties and children, and changes them', async ({ page }) => {
        await page.goto(`${website.url}${embed.checks}`);
        await expect(button(page, 'As a guest')).toBeVisible();
        expect(await givenTo(page)).toEqual({
          lang: 'en',
          requestType: 'fault',
          noDrafts: false,
          prefill: { impact: ['noise', 'leak'] },
          hasTokenProvider: true,
          children: ['First text', 'footer First footer'],
        });
        await expect(page.getByText('First footer')).toBeVisible();
        const first = await page.locator(TAG).evaluateHandle((form) => (form as PortalRequestForm).tokenProvider);
        await button(page, 'Change everything').click();
        await expect(button(page, 'Without an account')).toBeVisible();
        const { children, ...given } = await givenTo(page);
        expect(given).toEqual({
          lang: 'nl',
          requestType: 'maintenance',
          noDrafts: true,
          prefill: { units: 3 },
          hasTokenProvider: true,
        });
        expect([...children].sort()).toEqual(['Second text', 'footer Second footer', 'header Added header']);
        await expect(page.getByText('Added header')).toBeVisible();
        const isSame = await first.evaluate(
          (earlier) => document.querySelector('portal-request-form')?.tokenProvider === earlier,
        );
        expect(isSame).toBe(false);
      });

      test('listens declaratively and imperatively, and can refuse a step', async ({ page, allowErrors }) => {
        allowErrors(/prefill for "units" does not fit/);
        await page.goto(`${website.url}${embed.checks}`);
        await expect(heard(page)).toHaveText('portal-ready, imperative portal-ready');
        await button(page, 'As a guest').click();
        await expect(heard(page)).toHaveText(/portal-started fault, portal-step-change details$/);
        await button(page, 'Change everything').click();
        await button(page, 'Vorige').click();
        await expect(heard(page)).toHaveText(/portal-step-change sign-in$/);
        await expect(page.locator(TAG)).toHaveAttribute('step', 'details');
      });

      test('hears of a form that was taken away and put back as of the first', async ({ page }) => {
        await page.goto(`${website.url}${embed.checks}`);
        await expect(heard(page)).toHaveText('portal-ready, imperative portal-ready');
        await button(page, 'Hide or show').click();
        await expect(page.locator(TAG)).toHaveCount(0);
        await button(page, 'Hide or show').click();
        await button(page, 'As a guest').click();
        await expect(heard(page)).toHaveText(/portal-started fault/);
      });
    } else {
      test('the server renders the element with its attributes and what is inside it', async ({ page, request }) => {
        const html = await (await request.get(`${website.url}/?type=fault`)).text();
        expect(html).toMatch(/<portal-request-form endpoint="[^"]+" request-type="fault" [^>]*>\s*<p>Call us/);
        await page.goto(website.url);
        await expect(button(page, 'Continue as guest')).toBeVisible();
        expect((await givenTo(page)).noDrafts, 'where the server wrote the word false').toBe(false);
      });
    }
  });
}
