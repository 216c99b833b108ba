import { expect, test } from './support.js';
import {
  acceptTerms,
  fillChecklist,
  fillFault,
  nl,
  onStep,
  referenceOf,
  send,
  signIn,
  startRequest,
} from './widget.js';

const photo = { name: 'ketel.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(30_000, '%PDF-1.7\n') };

test('a request at a desk gets its photo from a phone that nobody signs in on', async ({ page, browser, isMobile }) => {
  test.skip(isMobile, 'a device with a camera hands nothing over');
  await page.goto('/');
  await signIn(page);
  await startRequest(page, 'Storing melden');
  await page.getByLabel('Omschrijving van de storing').fill('Begonnen aan het bureau');
  await page.getByRole('button', { name: 'Ga verder op uw telefoon' }).click();
  await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible();
  const link = await page.locator('portal-request-form .address').textContent();

  const pocket = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const phone = await pocket.newPage();
  await phone.goto(link ?? '');
  await onStep(phone, 'Gegevens');
  expect(phone.url()).not.toContain('#');
  await expect(phone.getByLabel('Omschrijving van de storing')).toHaveValue('Begonnen aan het bureau');
  await phone.getByLabel("Foto's of documenten").first().setInputFiles(photo);
  await expect(phone.getByRole('button', { name: 'ketel.pdf verwijderen' })).toBeVisible();

  await expect(page.getByRole('button', { name: 'ketel.pdf verwijderen' })).toBeVisible({ timeout: 15_000 });
  await phone.reload();
  await expect(phone.getByRole('button', { name: 'ketel.pdf verwijderen' })).toBeVisible();
  await page.getByRole('button', { name: 'Sluiten' }).click();
  await fillFault(page, 'Begonnen aan het bureau');
  await fillChecklist(page);
  await expect(page.getByText(/ketel\.pdf/)).toBeVisible();
  await acceptTerms(page);
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/requests'));
  await send(page).click();
  expect((await sent).postData()).toContain('ketel.pdf');
  expect(await referenceOf(page)).toMatch(/^PR-/);

  const second = await pocket.newPage();
  await second.goto(link ?? '');
  await expect(second.getByText(/al gebruikt, of ouder dan tien minuten/)).toBeVisible();
  await expect(second.getByLabel(nl.email, { exact: true })).toBeVisible();
  await pocket.close();
});
