import { office, openOffice, receiveFault, signInStaff } from './office.js';
import { axe, expect, test } from './support.js';
import { signIn } from './widget.js';

test.use({ locale: 'nl-NL' });

test('the office finds a request, reads all of it and makes a work order', async ({ page, request }) => {
  const { reference, digest } = await receiveFault(request, 'De ketel slaat af', 'Gerda Gast');
  await openOffice(page);
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { name: reference })).toBeFocused();
  const shown = page.locator('main');
  for (const text of ['Cv-ketel', 'Geen verwarming', 'De zekering is eruit', 'versie 2026-01', 'Gerda Gast', digest]) {
    await expect(shown.getByText(text).first()).toBeVisible();
  }
  await page.getByRole('button', { name: office.accept }).click();
  await expect(page.getByText('Geaccepteerd').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /WO-\d{4}-\d{6}/ })).toHaveCount(1);
  await page.getByRole('link', { name: /^WO-/ }).click();
  await page.getByRole('link', { name: 'Terug naar Werkbonnen' }).click();
  await expect(page.getByRole('row').filter({ hasText: reference })).toHaveCount(1);
});

test('declining asks for a reason, which the customer reads in “my requests”', async ({ page, request }) => {
  const { id, reference } = await receiveFault(request, 'Te ver weg');
  await openOffice(page, `requests/${id}`);
  await page.getByRole('button', { name: office.decline }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: office.decline }).click();
  const reason = dialog.getByLabel('Toelichting voor de klant');
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await reason.fill(`Buiten ons werkgebied, <b>${reference}</b>`);
  await dialog.getByRole('button', { name: office.decline }).click();
  await expect(page.getByText('Afgewezen').first()).toBeVisible();
  await expect(page.getByRole('button', { name: office.accept })).toHaveCount(0);
  await page.goto('/');
  await signIn(page);
  await expect(page.getByText(`Buiten ons werkgebied, <b>${reference}</b>`)).toBeVisible();
});

test('search and status stand in the address, and going back brings them back', async ({ page, request }) => {
  const word = `kwik${Date.now()}`;
  const { reference } = await receiveFault(request, `Storing ${word}`);
  await openOffice(page, `requests?query=${word}`);
  await expect(page.getByLabel(office.search)).toHaveValue(word);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Afgewezen' }).click();
  await expect(page).toHaveURL(`/back-office/requests?query=${word}&status=declined`);
  await expect(page.getByText('Niets gevonden')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('rowheader', { name: reference })).toBeVisible();
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('link', { name: 'Terug naar Portaalaanvragen' }).click();
  await expect(page).toHaveURL(`/back-office/requests?query=${word}`);
});

test('an ended session goes on in place after signing in again', async ({ page, request, context, allowErrors }) => {
  allowErrors(/401/);
  const { id, reference } = await receiveFault(request, 'Sessie verloopt');
  await openOffice(page, `requests/${id}`);
  await expect(page.getByRole('heading', { name: reference })).toBeVisible();
  await context.clearCookies();
  await page.getByRole('button', { name: office.accept }).click();
  await expect(page.getByText('Uw sessie is verlopen')).toBeVisible();
  await signInStaff(page);
  await expect(page).toHaveURL(`/back-office/requests/${id}`);
  await page.getByRole('button', { name: office.accept }).click();
  await expect(page.getByText(`Aanvraag ${reference} is geaccepteerd`)).toBeVisible();
});

test('two colleagues who decide at once learn how the request stands', async ({ page, request, allowErrors }) => {
  allowErrors(/409/);
  const { id } = await receiveFault(request, 'Twee collega’s');
  await openOffice(page, `requests/${id}`);
  await expect(page.getByRole('button', { name: office.accept })).toBeVisible();
  await page.request.post(`/api/office/requests/${id}/decline`, { data: { reason: 'Dubbel gemeld' } });
  await page.getByRole('button', { name: office.accept }).click();
  await expect(page.getByRole('alert')).toContainText('intussen al behandeld');
  await expect(page.getByText('Dubbel gemeld').first()).toBeVisible();
});

test('without a connection the list says so, and trying again shows it', async ({ page, allowErrors }) => {
  allowErrors(/ERR_FAILED|ERR_INTERNET/);
  await page.route('**/api/office/requests?*', (route) => route.abort());
  await openOffice(page);
  await expect(page.getByRole('alert')).toContainText('geen verbinding');
  await page.unroute('**/api/office/requests?*');
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what a customer types is text and never markup', async ({ page, request }) => {
  const { id } = await receiveFault(
    request,
    '<img src=x onerror="document.title=1"> {{7*7}}',
    '<script>alert(1)</script>',
  );
  await openOffice(page, `requests/${id}`);
  await expect(page.getByText('<img src=x onerror="document.title=1"> {{7*7}}')).toBeVisible();
  await expect(page.getByText('<script>alert(1)</script>')).toBeVisible();
  await expect(page).toHaveTitle(/^PR-/);
});

test('a printed request shows what is folded away, who handles it, and nothing to click', async ({ page, request }) => {
  const { id } = await receiveFault(request, 'Dit komt op papier');
  await openOffice(page, `requests/${id}`);
  const terms = page.getByText('Voorrijkosten worden in rekening gebracht');
  await expect(page.getByText('Tekst van deze versie')).toBeVisible();
  await expect(terms).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(terms).toBeVisible();
  await expect(page.getByText('Behandelaar: Niemand')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(terms).toBeHidden();
});

test('the whole office works from the keyboard', async ({ page, request }) => {
  const { reference } = await receiveFault(request, 'Toetsenbord');
  await openOffice(page, 'work-orders');
  await expect(page.getByRole('heading', { name: office.overview })).toBeFocused();
  await page.getByRole('tab', { name: office.overview }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByLabel(office.search).press('Tab');
  await page.getByRole('link', { name: reference }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: reference })).toBeFocused();
  await page.getByRole('button', { name: office.decline }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: office.decline })).toBeFocused();
  await page.getByRole('button', { name: office.accept }).press('Space');
  await expect(page.getByRole('heading', { name: 'Behandeling' })).toBeFocused();
});

test('every page passes axe, on a phone with its table as cards too', async ({ page, request }) => {
  const { id } = await receiveFault(request, 'Toegankelijk');
  await page.goto('/back-office/');
  await axe(page);
  await signInStaff(page);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await axe(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/back-office/requests/${id}`);
  await page.getByRole('button', { name: office.decline }).click();
  await axe(page);
});

test('the language that is chosen is kept for the next visit', async ({ page }) => {
  await page.goto('/back-office/');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await page.getByLabel('Taal', { exact: true }).selectOption('English');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
