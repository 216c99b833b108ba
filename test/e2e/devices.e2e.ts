import type { Page } from '@playwright/test';
import { expect, test } from './support.js';
import { fillFault, nl, onStep, signIn, startRequest } from './widget.js';

/** Settles when the portal has a version of the draft with this in it. */
const copied = (page: Page, part: string) =>
  page.waitForResponse(
    (response) => response.request().method() === 'PUT' && (response.request().postData() ?? '').includes(part),
  );

test('a request begun at a desk goes on in the cellar, and a change on both is a question', async ({
  page,
  browser,
  allowErrors,
}) => {
  allowErrors(/412/);
  await page.goto('/');
  await signIn(page);
  const isThere = copied(page, '"step":"checklist"');
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'Begonnen aan het bureau');
  await isThere;

  const cellar = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const phone = await cellar.newPage();
  await phone.goto(page.url());
  await signIn(phone);
  await phone.getByRole('button', { name: 'Verdergaan', exact: true }).first().click();
  await onStep(phone, 'Checklist');
  await phone.getByRole('button', { name: 'Vorige' }).click();
  const isChanged = copied(phone, 'Nu in de kelder');
  await phone.getByLabel('Omschrijving van de storing').fill('Nu in de kelder');
  await isChanged;

  await page.getByRole('button', { name: 'Vorige' }).click();
  await page.getByLabel('Omschrijving van de storing').fill('Toch nog aan het bureau');
  const question = page.getByRole('group', { name: /ook op een ander apparaat gewijzigd/ });
  await expect(question).toBeFocused();
  await expect(question).toContainText('Nu in de kelder');
  await page.getByRole('button', { name: 'Verder met het andere apparaat' }).click();
  await expect(page.getByLabel('Omschrijving van de storing')).toHaveValue('Nu in de kelder');
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await onStep(page, 'Checklist');
  await cellar.close();
});
