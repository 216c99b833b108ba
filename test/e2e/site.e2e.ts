import type { Page } from '@playwright/test';
import { axe, expect, test } from './support.js';

const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 600;

/** Follows the navigation, which is behind a button on a phone. */
const goTo = async (page: Page, name: string): Promise<void> => {
  if (isPhone(page)) await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

test('the documentation leads from page to page, beside and below the text', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Documentatie' }).click();
  await expect(page).toHaveURL('/docs/');
  await axe(page);
  await goTo(page, 'Rules');
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveTitle('Settings of a portal – portal-request-form');
  await goTo(page, 'Decisions');
  await page.getByRole('link', { name: 'Dependencies' }).click();
  await expect(page).toHaveURL('/docs/decisions/0004-dependencies.html');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page);
});

test('the keyboard skips what is on every page, and code is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/docs/embedding.html');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^<script type="module" [^]*<\/portal-request-form>$/,
  );
});

test('an example of a field is changed, told what is wrong, and shown', async ({ page }) => {
  await page.goto('/docs/configuration.html#number');
  const editor = page.getByLabel('JSON of the example: number');
  const example = page.locator('[data-live]').filter({ has: editor });
  const form = example.locator('portal-request-form');
  await expect(form.getByLabel('Floor area')).toBeVisible();
  await expect(page.locator('body')).toBeFocused(); // a form that appears takes nobody away from what is read
  await editor.fill('{ "id": "rooms", "type": "number", "label": "Rooms", "min": 9, "max": 2 }');
  await expect(example.getByRole('status')).toContainText('/min The least is more than the most');
  await expect(form.getByLabel('Floor area')).toBeVisible();
  await editor.fill('{ "id": "rooms", "type": "number", "label": "Rooms", "max": 2 }');
  await form.getByLabel('Rooms').fill('3');
  await form.getByRole('button', { name: 'Next' }).click();
  await expect(form.getByText('Something is missing')).toBeVisible();
  await expect(example.getByRole('status').getByRole('listitem')).toHaveCount(0);
  await axe(page);
});

test('the events of a request stand in the log, from the first to the receipt, without a server', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'GET' || sent.push(request.url())));
  await page.goto('/docs/events.html#see-them-happen');
  const form = page.locator('portal-request-form');
  const log = page.getByRole('list', { name: 'Events' });
  await form.getByRole('radio', { name: 'Ask something' }).check();
  await form.getByRole('button', { name: 'New request' }).click();
  await form.getByLabel('Your question').fill('What does it cost?');
  await form.getByRole('button', { name: 'Next' }).click();
  await form.getByLabel('Name').fill('Robin Reader');
  await form.getByLabel('E-mail address').fill('robin@example.com');
  await axe(page);
  await form.getByRole('button', { name: 'Submit request' }).click();
  await expect(log.getByRole('listitem').filter({ hasText: 'portal-submitted' })).toContainText('PR-');
  await expect(log.getByRole('listitem').last()).toContainText('portal-ready');
  expect(sent).toEqual([]);
});

test('a token that is set shows on the form and in the rule to copy', async ({ page }) => {
  await page.goto('/docs/theming.html#try-them');
  const form = page.locator('portal-request-form');
  const next = form.getByRole('button', { name: 'Next' });
  await page.getByLabel('Begin with').selectOption('municipality');
  await expect(page.getByLabel('--portal-radius')).toHaveValue('0');
  await page.getByLabel('--portal-accent', { exact: true }).fill('#7a0045');
  await expect(next).toHaveCSS('background-color', 'rgb(122, 0, 69)');
  await expect(page.getByLabel('The rule to copy')).toContainText('--portal-accent: #7a0045;');
  await page.getByLabel('Begin with').selectOption('material');
  await page.getByLabel('Light or dark').selectOption('dark');
  await axe(page);
});

test('the form is tried with the portal of the page and with that of the server', async ({ page }) => {
  await page.goto('/docs/try.html');
  const form = page.locator('portal-request-form');
  await expect(
    form.getByRole('heading', { name: 'Example Heating' }).or(form.getByText('Example Heating')),
  ).toBeVisible();
  await page.getByLabel('Portal').selectOption({ label: 'an installer, on this server' });
  await page.getByLabel('Language').selectOption('de');
  await expect(form.getByRole('button', { name: 'Als Gast fortfahren' })).toBeVisible();
  await expect(page.getByLabel('The lines to copy')).toContainText(/endpoint="[^"]+\/api\/portals\/demo" lang="de"/);
  await page.getByLabel('Where').selectOption('dialog');
  await page.getByRole('button', { name: 'Open the form' }).click();
  await expect(form.getByRole('dialog')).toBeVisible();
});
