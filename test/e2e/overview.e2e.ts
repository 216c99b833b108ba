import { office, openOffice, receiveFault } from './office.js';
import { axe, expect, test } from './support.js';

test.use({ locale: 'nl-NL' });

test('a request is unread until somebody opens it, and can be made unread again', async ({ page, request }) => {
  const { reference } = await receiveFault(request, 'Nog niemand las dit');
  await openOffice(page, `requests?query=${reference}`);
  const row = page.getByRole('row').filter({ hasText: reference });
  await expect(row).toContainText('Ongelezen');
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { name: reference })).toBeFocused();
  await page.getByRole('link', { name: 'Terug naar Portaalaanvragen' }).click();
  await expect(row).toContainText('Ontvangen');
  await expect(row).not.toContainText('Ongelezen');
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('button', { name: 'Markeren als ongelezen' }).click();
  await expect(page.getByText('staat weer als ongelezen')).toBeVisible();
  await page.getByRole('link', { name: 'Terug naar Portaalaanvragen' }).click();
  await expect(row).toContainText('Ongelezen');
});

test('a request is taken, found under “me”, and released', async ({ page, request }) => {
  const { reference, id } = await receiveFault(request, 'Wie pakt dit op?');
  await openOffice(page, `requests/${id}`);
  await page.getByRole('button', { name: 'Aan mij toewijzen' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Behandelaar: Noor Bakker.' })).toBeVisible();
  await page.getByRole('link', { name: 'Terug naar Portaalaanvragen' }).click();
  await page.getByLabel('Behandelaar').selectOption('Ik');
  await expect(page).toHaveURL('/back-office/requests?assignee=mine');
  await expect(page.getByRole('row').filter({ hasText: reference })).toContainText('Noor Bakker');
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('button', { name: 'Loslaten' }).click();
  await expect(page.getByLabel('Behandelaar')).toHaveValue('');
});

test('filters, order and page stand in the address, and going back brings them back', async ({ page, request }) => {
  for (let count = 0; count < 27; count += 1) await receiveFault(request, 'Bladeren door veel', 'Bea Blad');
  await openOffice(page, 'requests?query=blad');
  const rows = page.getByRole('rowheader');
  await expect(rows).toHaveCount(25);
  await page.getByRole('link', { name: 'Volgende' }).click();
  await expect(page).toHaveURL(/query=blad&after=/);
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await page.getByRole('link', { name: 'Vorige', exact: true }).click();
  await expect(rows).toHaveCount(25);
  await page.getByLabel('Volgorde').selectOption('Oudste eerst');
  await page.getByRole('checkbox', { name: /Alleen ongelezen/ }).check();
  await page.getByLabel('Vanaf').fill('2030-01-01');
  await expect(page).toHaveURL('/back-office/requests?query=blad&since=2030-01-01&unread=yes&sort=oldest');
  await expect(page.getByText('Niets gevonden')).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(25);
  await expect(page.getByLabel('Vanaf')).toHaveValue('');
});

test('the overview and a request pass axe on a phone, in the dark too', async ({ page, request }) => {
  const { id } = await receiveFault(request, 'Toegankelijk overzicht');
  await page.setViewportSize({ width: 320, height: 800 });
  await openOffice(page);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto(`/back-office/requests/${id}`);
  await expect(page.getByRole('button', { name: office.accept })).toBeVisible();
  await axe(page);
});
