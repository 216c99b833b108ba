import { axe, expect, test } from './support.js';
import {
  acceptTerms,
  continueAsGuest,
  fillChecklist,
  fillFault,
  inDays,
  nl,
  onStep,
  referenceOf,
  send,
  sendFault,
  signIn,
  startRequest,
} from './widget.js';

test.beforeEach(({ page }) => page.goto('/'));

test('a customer reports a fault, and it is received once after a double click', async ({ page }) => {
  await signIn(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'De ketel doet niets meer sinds gisteren');
  await fillChecklist(page);
  await acceptTerms(page);
  await send(page).dblclick();
  const reference = await referenceOf(page);
  expect(reference).toMatch(/^PR-\d{4}-\d{6}$/);
  await page.locator('portal-request-form').getByRole('button', { name: nl.start }).click();
  await expect(page.getByRole('rowheader', { name: reference })).toHaveCount(1);
});

test('a guest plans maintenance in English', async ({ page }) => {
  await page.goto('/?lang=en');
  await page.getByRole('button', { name: 'Continue as guest' }).click();
  await page.getByRole('radio', { name: 'Plan maintenance' }).check();
  await page.getByRole('button', { name: 'New request' }).click();
  await page.getByRole('radio', { name: 'Boiler' }).check();
  await page.getByLabel('Number of units').fill('2');
  await page.getByLabel('Preferred date').fill(inDays(10));
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await onStep(page, 'Submit');
  await page.getByLabel('Name', { exact: true }).fill('Ann Guest');
  await page.getByLabel('E-mail address', { exact: true }).fill('ann@example.com');
  await page.getByRole('button', { name: 'Submit request' }).click();
  await onStep(page, 'Confirmation');
  await expect(page.locator('output')).toHaveText(/^PR-/);
});

test('every step passes axe, also when going on is refused', async ({ page }) => {
  await axe(page);
  await signIn(page);
  await axe(page);
  await startRequest(page, 'Storing melden');
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await expect(page.getByRole('heading', { name: nl.missing })).toBeVisible();
  await axe(page);
  await fillFault(page, 'Een omschrijving van de storing');
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await axe(page);
  await fillChecklist(page);
  await send(page).click();
  await axe(page);
  await acceptTerms(page);
  await send(page).click();
  await onStep(page, 'Bevestiging');
  await axe(page);
});

test('a refused step lists everything that is missing, and each entry leads to its answer', async ({ page }) => {
  await continueAsGuest(page);
  await startRequest(page, 'Storing melden');
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  const summary = page.getByRole('region', { name: nl.missing });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(6);
  await summary.getByRole('link', { name: /Postcode/ }).click();
  await expect(page.getByLabel('Postcode')).toBeFocused();
});

test('after a reload the same answers stand on the same step', async ({ page }) => {
  await continueAsGuest(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'Dit mag niet verloren gaan');
  await page.reload();
  await onStep(page, 'Checklist');
  await page.getByRole('button', { name: 'Vorige', exact: true }).click();
  await expect(page.getByLabel('Omschrijving van de storing')).toHaveValue('Dit mag niet verloren gaan');
});

test('a change from the review returns to the review', async ({ page }) => {
  await signIn(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'Een omschrijving van de storing');
  await fillChecklist(page);
  await page.getByRole('button', { name: 'Wijzigen: Waar en wanneer?' }).click();
  await page.getByLabel('Postcode').fill('1234 ZZ');
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await onStep(page, 'Indienen');
  await expect(page.getByText('1234 ZZ')).toBeVisible();
});

test('a photo goes along with the request', async ({ page }) => {
  await signIn(page);
  await startRequest(page, 'Storing melden');
  const photo = { name: 'typeplaatje.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(700_000, '%PDF-1.7\n') };
  await page.getByLabel("Foto's of documenten").first().setInputFiles(photo);
  await expect(page.getByRole('button', { name: 'typeplaatje.pdf verwijderen' })).toBeVisible();
  await fillFault(page, 'Met een foto van het typeplaatje');
  await fillChecklist(page);
  await expect(page.getByText(/typeplaatje\.pdf/)).toBeVisible();
  await acceptTerms(page);
  await send(page).click();
  await onStep(page, 'Bevestiging');
});

test('a safety stop shows its message and keeps the request from being sent', async ({ page }) => {
  await signIn(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'Een omschrijving van de storing');
  await page.getByRole('radiogroup', { name: 'Ruikt u gas?' }).getByLabel('Ja', { exact: true }).check();
  await expect(page.getByRole('alert').filter({ hasText: '0800 9009' })).toBeVisible();
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await onStep(page, 'Checklist');
});

test('the whole journey works by keyboard alone', async ({ page }) => {
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
  };
  await page.getByRole('button', { name: nl.guest }).focus();
  await press('Enter');
  await onStep(page, 'Start');
  await press('Tab');
  await press('ArrowDown');
  await press('Tab');
  await press('Enter');
  await onStep(page, 'Gegevens');
  await press('Tab');
  await press('Space');
  await press('Tab');
  await page.keyboard.type('2');
  await press('Tab');
  const [year = '', month = '', day = ''] = inDays(10).split('-');
  await page.keyboard.type(`${month}${day}${year}`);
  await press('Enter');
  await onStep(page, 'Indienen');
  await press('Tab', 2);
  await page.keyboard.type('Kees Toetsenbord');
  await press('Tab');
  await page.keyboard.type('kees@example.com');
  await press('Enter');
  expect(await referenceOf(page)).toMatch(/^PR-/);
});

test('two requests get two references', async ({ page }) => {
  await signIn(page);
  const first = await sendFault(page, 'De eerste storing van vandaag');
  await page.locator('portal-request-form').getByRole('button', { name: nl.start }).click();
  expect(await sendFault(page, 'De tweede storing van vandaag')).not.toBe(first);
});
