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
