import type { Page } from '@playwright/test';
import { axe, expect, test } from '../e2e/support.js';
import { onStep } from '../e2e/widget.js';

const CLASSIC = '<script src="/dist/portal-request-form.classic.js"></script>';

/** Puts a page of the demo on other scripts. */
const withScript = (page: Page, script: string) =>
  page.route('**/embeds/dialog.html', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/<script.*<\/script>/, script);
    await route.fulfill({ response: answer, body });
  });

test('a dialog is as wide as a phone, scrolls by itself, and passes axe', async ({ page }) => {
  await page.goto('/embeds/dialog.html');
  await page.getByRole('link', { name: 'Report a fault' }).click();
  await page.getByRole('button', { name: 'Continue as guest' }).click();
  await onStep(page, 'Details');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Something is missing' })).toBeFocused();
  await axe(page);
  expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
  await page.getByRole('heading', { name: /Step/ }).hover();
  await page.mouse.wheel(0, 20_000);
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Report a fault' })).toBeFocused();
});

test('the classic script takes the dialog from the file beside it', async ({ page }) => {
  await withScript(page, CLASSIC);
  await page.goto('/embeds/dialog.html');
  await expect(page.locator('portal-request-form').first()).toHaveAttribute('step', 'sign-in');
  await page.getByRole('button', { name: 'Request service' }).click();
  await expect(page.getByRole('dialog', { name: 'Noorderlicht' })).toBeVisible();
});

test('without the part that makes the dialog, the form stands in the page', async ({ page, allowErrors }) => {
  allowErrors(/Failed to load|Failed to fetch|could not be loaded/);
  await page.route('**/chunks/dialog-*', (route) => route.abort());
  await page.goto('/embeds/dialog.html');
  await expect(page.getByRole('button', { name: 'Continue as guest' }).first()).toBeVisible();
});
