import { expect, type Page } from '@playwright/test';

/** The words of the widget in the language of a journey. */
export const nl = {
  email: 'E-mailadres',
  password: 'Wachtwoord',
  signIn: 'Inloggen',
  sendCode: 'Stuur mij een code',
  code: 'Code',
  guest: 'Verder als gast',
  start: 'Nieuwe aanvraag',
  next: 'Volgende',
  submit: 'Aanvraag indienen',
  missing: 'Er ontbreekt nog iets',
} as const;

export const customer = { email: 'customer@example.com', password: 'portal-demo-1' };
export const otherCustomer = { email: 'other@example.com', password: 'portal-demo-2' };

const DAY = 24 * 60 * 60 * 1000;

/** A date some days from now, as date inputs take it. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Waits until a step is shown by its heading. */
export const onStep = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name: new RegExp(`(Stap|Step) \\d (van|of) \\d: ${name}`) })).toBeVisible();

export const signIn = async (page: Page, who = customer): Promise<void> => {
  await page.getByLabel(nl.email, { exact: true }).fill(who.email);
  await page.getByLabel(nl.password, { exact: true }).fill(who.password);
  await page.locator('portal-request-form').getByRole('button', { name: nl.signIn, exact: true }).click();
  await onStep(page, 'Start');
};

export const continueAsGuest = async (page: Page): Promise<void> => {
  await press(page, nl.guest);
  await onStep(page, 'Start');
};

export const startRequest = async (page: Page, type: string): Promise<void> => {
  await page.getByRole('radio', { name: type }).check();
  await press(page, nl.start);
  await onStep(page, 'Gegevens');
};

/** Fills in the details of a fault with everything that is required; `description` tells requests apart. */
export const fillFault = async (page: Page, description: string): Promise<void> => {
  await page.getByLabel('Installatie', { exact: true }).selectOption('boiler');
  await page.getByLabel('Omschrijving van de storing').fill(description);
  await page.getByLabel('Postcode').fill('9712ab');
  await page.getByLabel('Huisnummer en toevoeging').fill('12a');
  await page.getByLabel('Contactpersoon ter plaatse').fill('Jan de Vries');
  await page.getByLabel('Telefoonnummer').fill('06 123 456 78');
  await press(page, nl.next);
  await onStep(page, 'Checklist');
};

const answer = (page: Page, item: string, choice: string) =>
  page.getByRole('radiogroup', { name: item }).getByLabel(choice, { exact: true }).check();

export const fillChecklist = async (page: Page): Promise<void> => {
  await answer(page, 'Ruikt u gas?', 'Nee');
  await answer(page, 'Staat de installatie onder spanning?', 'Nee');
  await page.getByLabel('Toelichting').fill('De zekering is eruit');
  await answer(page, 'Is de waterdruk tussen 1 en 2 bar?', 'Ja');
  await page.getByLabel('De installatie is vrij bereikbaar voor de monteur').check();
  await press(page, nl.next);
  await onStep(page, 'Indienen');
};

export const acceptTerms = async (page: Page): Promise<void> => {
  await page.getByLabel('Ik ga akkoord met de servicevoorwaarden').check();
  await page.getByLabel('Ik heb de privacyverklaring gelezen').check();
};

export const send = (page: Page) => page.getByRole('button', { name: nl.submit, exact: true });

/** The reference on the confirmation. */
export const referenceOf = async (page: Page): Promise<string> => {
  await onStep(page, 'Bevestiging');
  return (await page.locator('portal-request-form output').textContent()) ?? '';
};

/** A whole fault request from the start step to its reference. */
export const sendFault = async (page: Page, description: string): Promise<string> => {
  await startRequest(page, 'Storing melden');
  await fillFault(page, description);
  await fillChecklist(page);
  await acceptTerms(page);
  await send(page).click();
  return referenceOf(page);
};
