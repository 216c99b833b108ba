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

test('a new request appears when somebody asks for it, in every tab, and counts at once', async ({ page, request }) => {
  await openOffice(page);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/back-office/requests');
  await expect(other.getByRole('rowheader').first()).toBeVisible();
  const all = page.getByRole('link', { name: /^Alle statussen/ });
  const before = Number((await all.textContent())?.replace(/\D/g, ''));
  const { reference } = await receiveFault(request, 'Komt vanzelf binnen');
  for (const tab of [page, other]) {
    await expect(tab.getByText('1 nieuwe aanvraag.')).toBeVisible();
    await expect(tab.getByRole('rowheader', { name: reference })).toHaveCount(0);
  }
  await expect(all).toContainText(String(before + 1));
  await axe(page);
  await page.getByRole('button', { name: 'Tonen' }).click();
  await expect(page.getByRole('rowheader').first()).toContainText(reference);
  await expect(page.getByText('nieuwe aanvraag')).toHaveCount(0);
});

test('a reason to decline is chosen from the list, without a word of one’s own', async ({ page, request }) => {
  const { id } = await receiveFault(request, 'Veel te ver weg');
  await openOffice(page, `requests/${id}`);
  await page.getByRole('button', { name: office.decline }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reden', { exact: true }).selectOption('Het adres ligt buiten ons werkgebied.');
  await axe(page);
  await dialog.getByRole('button', { name: office.decline }).click();
  await expect(page.getByText('Het adres ligt buiten ons werkgebied.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: office.decline })).toHaveCount(0);
});

test('a request that was sent twice is merged into the other after a question, and taken apart again', async ({
  page,
  request,
}) => {
  const guest = `Dirk Dubbel ${Date.now()}`;
  const first = await receiveFault(request, 'Twee keer gestuurd', guest);
  const second = await receiveFault(request, 'Twee keer gestuurd', guest);
  await openOffice(page, `requests/${second.id}`);
  await page.getByRole('button', { name: 'Is een dubbele aanvraag' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sluiten en samenvoegen' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Kies eerst de andere aanvraag.');
  await axe(page);
  await dialog.getByRole('radio', { name: first.reference }).check();
  await dialog.getByRole('button', { name: 'Sluiten en samenvoegen' }).click();
  await expect(page.getByText(`is samengevoegd met ${first.reference}`)).toBeVisible();
  await page.getByRole('link', { name: first.reference }).click();
  await expect(page.getByRole('heading', { name: first.reference })).toBeFocused();
  await page.getByRole('link', { name: second.reference }).click();
  await page.getByRole('button', { name: 'Samenvoegen ongedaan maken' }).click();
  await expect(page.getByText('staat weer apart open')).toBeVisible();
  await expect(page.getByRole('button', { name: office.accept })).toBeVisible();
});

test('signing out in one tab signs out the others', async ({ page, allowErrors }) => {
  allowErrors(/401/);
  await openOffice(page);
  await expect(page.getByRole('button', { name: office.signOut })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/back-office/requests');
  await expect(other.getByRole('button', { name: office.signOut })).toBeVisible();
  await page.getByRole('button', { name: office.signOut }).click();
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible();
  await expect(other.getByText('Uw sessie is verlopen')).toBeVisible({ timeout: 30_000 });
});
