import type { Page } from '@playwright/test';
import { openOffice } from './office.js';
import { axe, expect, test } from './support.js';

test.use({ locale: 'nl-NL' });

/** The names of the fields of a fault, in their order. */
const fieldsOf = (page: Page) => page.locator('.part-section').first().locator('.part-field > .part-head .part-label');

/** Drops the draft that a journey made. */
const discard = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Publiceren', exact: true }).click();
  await page.getByRole('button', { name: 'Concept weggooien' }).click();
  await page.getByRole('button', { name: 'Concept weggooien' }).last().click();
  await expect(page.getByText('Het concept is weggegooid.')).toBeVisible();
};

test('the settings work from the keyboard', async ({ page, allowErrors }) => {
  allowErrors(/the configuration is doubtful/);
  await openOffice(page, 'settings/types/0');
  const first = page.getByRole('button', { name: /^Installatie Keuzelijst/ });
  await first.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(first).toBeFocused();
  await expect(fieldsOf(page).nth(1)).toHaveText('Installatie');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Vraag of naam, Nederlands' }).focus();
  await page.keyboard.type('!');
  await expect(page.getByText('Concept bewaard door')).toBeVisible();
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
  await expect(fieldsOf(page).first()).toHaveText('Installatie');
  await expect(page.getByText('Dit is wat nu gepubliceerd is')).toBeVisible();
});

test('a field is dragged to another place', async ({ page, allowErrors, isMobile }) => {
  test.skip(isMobile, 'a finger moves it by the buttons');
  allowErrors(/the configuration is doubtful/);
  await openOffice(page, 'settings/types/0');
  const rows = page.locator('.part-section').first().locator('.part-field');
  await rows
    .first()
    .locator('.grip')
    .dragTo(rows.nth(2), { targetPosition: { x: 60, y: 30 } });
  await expect(fieldsOf(page).nth(2)).toHaveText('Installatie');
  await expect(page.getByText('Concept bewaard door')).toBeVisible();
  await discard(page);
});

test('every panel of the settings passes axe, in the dark and on a phone too', async ({ page, allowErrors }) => {
  allowErrors(/the configuration is doubtful/);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openOffice(page, 'settings');
  for (const name of ['Aanvraagsoorten', 'Publiceren', 'Op uw website', 'JSON', 'Algemeen']) {
    await page.getByRole('navigation', { name: 'Instellingen' }).getByRole('link', { name, exact: true }).click();
    await expect(page.locator('.settings-panel .card').first()).toBeVisible();
    await axe(page);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
