import { receiveFault, staff } from './office.js';
import { axe, expect, test } from './support.js';

const SPOKEN = [
  {
    locale: 'de-AT',
    language: 'Sprache',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    requests: 'Portalanfragen',
    accept: 'Annehmen',
    handling: 'Bearbeitung',
    settings: 'Einstellungen',
  },
  {
    locale: 'fr-BE',
    language: 'Langue',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    requests: 'Demandes du portail',
    accept: 'Accepter',
    handling: 'Traitement',
    settings: 'Réglages',
  },
];

for (const spoken of SPOKEN) {
  test.describe(`for a browser in ${spoken.locale}`, () => {
    test.use({ locale: spoken.locale });

    test('the office opens in its language, and a request is handled in it', async ({ page, request }) => {
      const { id } = await receiveFault(request, `Sprache ${spoken.locale}`);
      await page.goto(`/back-office/requests/${id}`);
      await expect(page.locator('html')).toHaveAttribute('lang', spoken.locale.slice(0, 2));
      await expect(page.getByLabel(spoken.language, { exact: true })).toHaveValue(spoken.locale.slice(0, 2));
      await axe(page);
      await page.getByLabel(spoken.email, { exact: true }).fill(staff.email);
      await page.getByLabel(spoken.password, { exact: true }).fill(staff.password);
      await page.getByRole('button', { name: spoken.signIn, exact: true }).click();
      await expect(page.getByRole('heading', { name: spoken.handling })).toBeVisible();
      await axe(page);
      await page.getByRole('button', { name: spoken.accept, exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: /WO-\d{4}-\d{6}/ })).toHaveCount(1);
      await page.getByRole('link', { name: spoken.requests }).click();
      await expect(page.getByRole('rowheader').first()).toBeVisible();
      await axe(page);
      await page.goto('/back-office/settings');
      await expect(page.getByRole('heading', { name: spoken.settings })).toBeVisible();
      await axe(page);
    });
  });
}

test('a language that cannot be loaded leaves the one that is spoken, and can be tried again', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED/, /cannot load its words in de/);
  await page.goto('/back-office/');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await page.context().setOffline(true);
  await page.getByLabel('Taal', { exact: true }).selectOption('Deutsch');
  const notice = page.getByRole('alert').filter({ hasText: 'geen verbinding met de server' });
  await expect(notice).toBeVisible();
  await expect(page.getByLabel('Taal', { exact: true })).toHaveValue('nl');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await page.context().setOffline(false);
  await notice.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('.notice-error')).toHaveCount(0);
});
