import { writeFile } from 'node:fs/promises';
import type { Page, Route } from '@playwright/test';
import { axe, expect, test } from '../e2e/support.js';

const form = 'portal-request-form';
const PAGE = '/embeds/script-tag.html';

/** Puts other HTML in the place of a page of the demo, with the headers of the website. */
const serve = (page: Page, body: string, headers: Record<string, string> = {}) =>
  page.route(`**${PAGE}`, (route: Route) => route.fulfill({ contentType: 'text/html', headers, body }));

const websiteOf = (head: string, attributes = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,"><title>A website</title>${head}</head><body><main><h1>A website</h1>
    <${form} endpoint="/api/portals/demo" ${attributes}><p>Phone 050 123 45 67</p></${form}></main></body></html>`;

const toDetails = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue as guest' }).click();
  await page.getByRole('radio', { name: 'Report a fault' }).check();
  await page.getByRole('button', { name: 'New request' }).click();
  await expect(page.locator(form)).toHaveAttribute('step', 'details');
};

const MODULE = '<script type="module" src="/dist/portal-request-form.js"></script>';
const CLASSIC = '<script src="/dist/portal-request-form.classic.js"></script>';

test('60 the built script runs under a policy of one nonce, with Trusted Types, and nothing is refused', async ({
  page,
}) => {
  const policy =
    "default-src 'none'; script-src 'nonce-once'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types lit-html";
  await serve(page, websiteOf(MODULE.replace('src', 'nonce="once" src')), { 'Content-Security-Policy': policy });
  await page.goto(PAGE);
  await toDetails(page);
});

for (const [what, scripts, warnings] of [
  ['the classic script before the module', CLASSIC + MODULE, 1],
  ['the module before the classic script', MODULE + CLASSIC, 1],
  ['the classic script three times', CLASSIC + CLASSIC + CLASSIC, 2],
  ['another version from another place', MODULE + MODULE.replace('/dist/', '/old/dist/'), 1],
] as const) {
  test(`62 ${what} shows one form, and says so on the console`, async ({ page, allowErrors }) => {
    allowErrors(/loaded twice/);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.route('**/old/dist/**', (route) => route.continue({ url: route.request().url().replace('/old/', '/') }));
    await serve(page, websiteOf(scripts));
    await page.goto(PAGE);
    await toDetails(page);
    expect(said.filter((line) => line.includes('loaded twice'))).toHaveLength(warnings);
  });
}

test('71 on paper is what was filled in, without the steps and the buttons', async ({ page }) => {
  await serve(page, websiteOf(MODULE));
  await page.goto(PAGE);
  await toDetails(page);
  await page.getByLabel('Description of the fault').fill('No heating');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('Description of the fault')).toHaveValue('No heating');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeHidden();
});

test('71 in forced colours and without motion passes axe, and nothing moves', async ({ page }) => {
  await serve(page, websiteOf(MODULE));
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto(PAGE);
  await toDetails(page);
  await axe(page);
  const moving = await page.locator(form).evaluate((one) => one.shadowRoot?.getAnimations().length);
  expect(moving).toBe(0);
});

test('51 at a zoom of 400 % everything is there, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 by 1024 at 400 %
  await serve(page, websiteOf(MODULE));
  await page.goto(PAGE);
  await toDetails(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Something is missing' })).toBeInViewport();
});

test('72 a page that is opened from a disk says that the form cannot be shown, and shows the phone number', async ({
  page,
  baseURL,
  allowErrors,
}, testInfo) => {
  allowErrors(/CORS/, /Failed to load resource/);
  const file = testInfo.outputPath('website.html');
  const absolute = websiteOf(MODULE).replaceAll(/(src|endpoint)="\//g, `$1="${baseURL ?? ''}/`);
  await writeFile(file, absolute);
  await page.goto(`file://${file}`);
  await expect(page.getByText('The form cannot be shown now')).toBeVisible();
  await expect(page.getByText('Phone 050 123 45 67')).toBeVisible();
});
