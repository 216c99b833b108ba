import type { Locator, Page } from '@playwright/test';
import { openOffice } from './office.js';
import { axe, expect, test } from './support.js';
import { continueAsGuest, nl, onStep } from './widget.js';

test.use({ locale: 'nl-NL' });

const form = (page: Page): Locator => page.locator('portal-request-form');

/** Adds a part by the form below its list: the last one, where there are more. */
const add = async (page: Page, label: string, name: string): Promise<void> => {
  const field = page.getByLabel(label, { exact: true }).last();
  await field.fill(name);
  await field.press('Enter');
};

const panel = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Instellingen' }).getByRole('link', { name, exact: true }).click();

const showPreview = async (page: Page): Promise<void> => {
  const toggle = page.getByRole('button', { name: 'Voorbeeld', exact: true });
  if ((await toggle.getAttribute('aria-pressed')) === 'false') await toggle.click();
};

test('a manager makes a request type, sees it in the form, publishes it, and goes back', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/the configuration is doubtful/); // what is new here has no English yet
  await openOffice(page, 'settings/types');
  await add(page, 'Nieuwe aanvraagsoort', 'Lift keuren');
  await page.getByRole('link', { name: 'Velden, checklist en voorwaarden' }).click();
  await add(page, 'Nieuw veld', 'Welke lift?');
  await page.getByLabel('Verplicht', { exact: true }).selectOption('Ja');
  await add(page, 'Nieuw controlepunt', 'Is de lift vrij?');
  await add(page, 'Nieuwe voorwaarden', 'Ik ga akkoord met de keuring');
  await expect(page.getByText('Concept bewaard door')).toBeVisible();
  await showPreview(page);
  await form(page).getByRole('button', { name: nl.guest }).click();
  await expect(form(page).getByLabel('Welke lift?')).toBeVisible();
  await axe(page);

  await panel(page, 'Publiceren');
  await expect(page.getByText('Aanvraagsoort “Lift keuren” toegevoegd')).toBeVisible();
  await page.getByLabel('Notitie bij deze versie').fill('Keuringen erbij');
  await page.getByRole('button', { name: 'Nu publiceren' }).click();
  await expect(page.getByText('Klanten zien hem vanaf nu.')).toBeVisible();
  await expect(page.getByText('Keuringen erbij')).toBeVisible();
  await axe(page);

  await page.goto('/');
  await continueAsGuest(page);
  await expect(page.getByRole('radio', { name: 'Lift keuren' })).toBeVisible();

  await page.goto('/back-office/settings/publish');
  await page.getByRole('button', { name: 'Terug naar versie 1', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, opnieuw publiceren' }).click();
  await expect(page.getByText('Versie 1 is opnieuw gepubliceerd')).toBeVisible();
  await page.goto('/');
  await onStep(page, 'Start');
  await expect(page.getByRole('radio', { name: 'Storing melden' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Lift keuren' })).toHaveCount(0);
});
