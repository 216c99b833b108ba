import type { Page } from '@playwright/test';
import { mailedLink } from './mails.js';
import { office, openOffice, sections } from './office.js';
import { axe, expect, test } from './support.js';

test.use({ locale: 'nl-NL' });

const choosePassword = async (page: Page, link: string, password: string): Promise<void> => {
  await page.goto(link);
  await axe(page);
  await page.getByLabel(/Nieuw wachtwoord/).fill(password);
  await page.getByRole('button', { name: 'Wachtwoord opslaan' }).click();
  await expect(page.getByText(/U kunt (er )?nu (mee )?inloggen/)).toBeVisible();
};

test('a customer whom the office adds and invites signs in, and is out the moment the office says so', async ({
  page,
  request,
  browser,
}) => {
  const email = `mila-${crypto.randomUUID()}@example.com`;
  await openOffice(page, 'customers');
  await page.getByRole('button', { name: 'Klant toevoegen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Mila');
  await dialog.getByLabel('E-mailadres').fill(email);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mila' })).toBeVisible();
  await page.getByRole('button', { name: 'Object toevoegen' }).click();
  await dialog.getByLabel('Naam').fill('Lift 7');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByText('Lift 7')).toBeVisible();
  await page.getByRole('button', { name: 'Uitnodigen per mail' }).click();
  await expect(page.getByText(`De uitnodiging is onderweg naar ${email}.`)).toBeVisible();
  await axe(page);

  const visitor = await browser.newPage();
  await choosePassword(visitor, await mailedLink(request, email), 'mila-secret-1');
  await visitor.close();
  const body = { method: 'password', email, password: 'mila-secret-1' };
  const session = await request.post('/api/portals/demo/session', { data: body });
  const { token } = (await session.json()) as { token: string };
  const headers = { Authorization: `Bearer ${token}` };
  const assets = await request.get('/api/portals/demo/options/assets', { headers });
  expect(await assets.json()).toMatchObject({ items: [{ label: 'Lift 7' }] });

  await page.getByRole('button', { name: 'Toegang intrekken' }).click();
  await expect(page.getByText('Mila is overal uitgelogd en kan niet meer inloggen.')).toBeVisible();
  expect((await request.get('/api/portals/demo/session', { headers })).status()).toBe(401);
});

test('a file from a spreadsheet is looked at, mended and imported', async ({ page }) => {
  const mark = crypto.randomUUID();
  const file = (text: string) => ({ name: 'klanten.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) });
  await openOffice(page, 'customers/import');
  await page.getByLabel('CSV-bestand').setInputFiles(file('Naam;E-mailadres\r\nZoë;zoe\r\n'));
  await page.getByRole('button', { name: 'Bekijken' }).click();
  await expect(page.getByText('e-mailadres: Dit is geen e-mailadres')).toBeVisible();
  await axe(page);
  await page.getByLabel('CSV-bestand').setInputFiles(file(`Naam;E-mailadres\r\nZoë;zoe-${mark}@example.com\r\n`));
  await page.getByRole('button', { name: 'Bekijken' }).click();
  await page.getByRole('button', { name: 'Importeren', exact: true }).click();
  await expect(page.getByText('Geïmporteerd: 1 nieuw')).toBeVisible();
  await page.getByRole('link', { name: 'Terug naar Klanten' }).click();
  await page.getByLabel(office.search).fill(mark);
  await expect(page.getByRole('row').filter({ hasText: `zoe-${mark}@example.com` })).toContainText('Zoë');
});

test('a colleague who is invited works in the office, and may look at customers only', async ({
  page,
  request,
  browser,
}) => {
  const email = `dirk-${crypto.randomUUID()}@example.com`;
  await openOffice(page, 'staff');
  await page.getByRole('button', { name: 'Medewerker uitnodigen' }).click();
  await page.getByLabel('Naam').fill('Dirk');
  await page.getByLabel(office.email).fill(email);
  await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
  await expect(page.getByText(`De uitnodiging is onderweg naar ${email}.`)).toBeVisible();
  await axe(page);

  const context = await browser.newContext({ locale: 'nl-NL' });
  const dirk = await context.newPage();
  await choosePassword(dirk, await mailedLink(request, email), 'dirk-secret-1');
  await dirk.getByRole('link', { name: 'Naar de backoffice' }).click();
  await dirk.getByLabel(office.email, { exact: true }).fill(email);
  await dirk.getByLabel(office.password, { exact: true }).fill('dirk-secret-1');
  await dirk.getByRole('button', { name: office.signIn, exact: true }).click();
  const links = await sections(dirk);
  await expect(links.getByRole('link')).toHaveText([office.overview, 'Klanten']);
  await links.getByRole('link', { name: 'Klanten' }).click();
  await expect(dirk.getByRole('link', { name: 'Bakkerij De Vries' })).toBeVisible();
  await expect(dirk.getByRole('button', { name: 'Klant toevoegen' })).toHaveCount(0);
  await context.close();
});
