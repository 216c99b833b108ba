import { axe, expect, test } from './support.js';
import { customer, nl, onStep, referenceOf, send, signIn } from './widget.js';

test('a request with every kind of field reaches the office', async ({ page }) => {
  await page.goto('/playground.html');
  await page.getByLabel('lang', { exact: true }).selectOption('nl');
  const form = page.locator('portal-request-form');
  await signIn(page, customer);
  await form.getByRole('radio', { name: /^Alles/ }).check();
  await form.getByRole('button', { name: nl.start, exact: true }).click();
  await onStep(page, 'Gegevens');

  await form.getByLabel('Onderwerp').fill('Ketel lekt');
  await form.getByLabel('Omschrijving').fill('Er ligt water onder de ketel.');
  await form.getByLabel('Installatie', { exact: true }).selectOption('boiler');
  await form.getByLabel('Deze week').check();

  await form.getByRole('combobox', { name: 'Toestel' }).click();
  await form.getByRole('listbox', { name: 'Toestel' }).getByRole('option').first().click();
  await expect(form.getByRole('combobox', { name: 'Toestel' })).not.toHaveValue('');

  await form.getByLabel('Postcode').fill('9712ab');
  await form.getByLabel('Huisnummer').fill('2');
  await expect(form.getByText('Gevonden: Oude Kijk in')).toBeVisible();

  await form.getByRole('button', { name: 'Ruimte toevoegen' }).click();
  await form.getByLabel('Naam van de ruimte').fill('Keuken');
  await form
    .getByRole('group', { name: 'Wanneer komt het uit?' })
    .getByRole('button', { name: /ochtend/ })
    .first()
    .click();
  await form.getByLabel('Mijn naam typen').check();
  await form.getByLabel('Uw naam').fill('Sanne de Vries');
  await axe(page);
  await form.getByRole('button', { name: nl.next, exact: true }).click();

  await onStep(page, 'Checklist');
  const answer = (item: string, choice: string) =>
    form.getByRole('radiogroup', { name: item }).getByLabel(choice, { exact: true }).check();
  await answer('Ruikt u gas?', 'Nee');
  await answer('Staat de installatie onder spanning?', 'Ja');
  await answer('Geeft het display een foutcode?', 'Nee');
  await form.getByLabel('De monteur kan erbij').check();
  await form.getByRole('button', { name: nl.next, exact: true }).click();

  await onStep(page, 'Indienen');
  await expect(form.getByText('Getekend: Sanne de Vries')).toBeVisible();
  await form.getByLabel('Ik ga akkoord met de servicevoorwaarden').check();
  await axe(page);
  await send(page).click();
  expect(await referenceOf(page)).toMatch(/^PR-/);
});
