import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { office, openOffice, receiveFault } from './office.js';
import { axe, expect, test } from './support.js';

test.use({ locale: 'nl-NL' });

test('a guest is handed what is kept of them, and erased so that only the audit tells it', async ({
  page,
  request,
}) => {
  const who = crypto.randomUUID();
  const [name, email] = [`Gast ${who}`, `${who}@example.com`]; // nobody else's requests are erased
  const { id, reference } = await receiveFault(request, `De ketel van ${name} lekt`, name, email);
  await openOffice(page, 'privacy');
  await page.getByRole('search').getByLabel(office.email).fill(email);
  await page.getByRole('button', { name: 'Opzoeken' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Alles opslaan (ZIP)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('klantgegevens.zip');
  const archive = unzipSync(await readFile(await download.path()));
  const json = strFromU8(archive['customer.json'] ?? new Uint8Array());
  for (const text of [reference, `De ketel van ${name} lekt`]) expect(json).toContain(text);
  await expect(page.getByText('Ingepakt. Uw browser slaat het bestand op.')).toBeVisible();
  await axe(page);

  await page.getByRole('button', { name: 'Wissen…' }).click();
  for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Definitief wissen' }).click();
  await expect(page.getByText(/^Gewist\. Aanvragen anoniem gemaakt: \d+/)).toBeVisible();
  for (const path of [`requests/${id}`, 'requests?format=json']) {
    expect(await (await page.request.get(`/api/office/${path}`)).text()).not.toContain(name);
  }
  await page.goto('/back-office/audit?group=privacy');
  await expect(page.getByText('Gegevens van een klant gewist').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText(name);
  await axe(page);
});
