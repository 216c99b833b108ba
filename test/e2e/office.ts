import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import type { DraftList, PortalConfig, Receipt, Session, Submission } from 'portal-request-form/contract';
import { customer } from './widget.js';

const PORTAL = '/api/portals/demo';

/** The words of the back office in the language of a journey. */
export const office = {
  email: 'E-mailadres',
  password: 'Wachtwoord',
  signIn: 'Inloggen',
  signOut: 'Uitloggen',
  overview: 'Werkbonnen',
  requests: 'Portaalaanvragen',
  accept: 'Accepteren',
  decline: 'Afwijzen',
  search: 'Zoeken',
} as const;

export const staff = { email: 'staff@example.com', password: 'office-demo-1' };

const fault = (configVersion: string, description: string): Submission => ({
  requestType: 'fault',
  configVersion,
  locale: 'nl',
  answers: {
    installation: 'boiler',
    description,
    impact: ['no-heating', 'noise'],
    postcode: '9712 AB',
    'house-number': '12a',
    'contact-name': 'Jan de Vries',
    phone: '0612345678',
  },
  checklist: {
    'gas-smell': { answer: 'no' },
    power: { answer: 'no', note: 'De zekering is eruit' },
    pressure: { answer: 'yes' },
    access: { answer: 'done' },
  },
  terms: { general: { version: '2026-01', accepted: true }, privacy: { version: '3', accepted: true } },
});

const tokenOf = async (api: APIRequestContext): Promise<string> => {
  const answer = await api.post(`${PORTAL}/session`, { data: { method: 'password', ...customer } });
  return ((await answer.json()) as Session).token;
};

/** Removes what the demo's customer began and did not send. */
export const removeDrafts = async (api: APIRequestContext): Promise<void> => {
  const headers = { Authorization: `Bearer ${await tokenOf(api)}` };
  const { items } = (await (await api.get(`${PORTAL}/drafts`, { headers })).json()) as DraftList;
  for (const { id } of items) await api.delete(`${PORTAL}/drafts/${id}`, { headers });
};

/** Sends a fault straight to the server: as the demo's customer, or as a guest of this name. */
export const receiveFault = async (
  api: APIRequestContext,
  description: string,
  guest?: string,
  email = 'guest@example.com',
): Promise<Receipt> => {
  const { version } = (await (await api.get(`${PORTAL}/config`)).json()) as PortalConfig;
  const submission = fault(version, description);
  const answer = await api.post(`${PORTAL}/requests`, {
    headers: {
      'Idempotency-Key': randomUUID(),
      ...(guest === undefined ? { Authorization: `Bearer ${await tokenOf(api)}` } : {}),
    },
    data: guest === undefined ? submission : { ...submission, guest: { name: guest, email } },
  });
  if (!answer.ok()) throw new Error(`The server refused the fault: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Receipt;
};

/** Fills in the sign-in form of the back office and sends it. */
export const signInStaff = async (page: Page): Promise<void> => {
  await page.getByLabel(office.email, { exact: true }).fill(staff.email);
  await page.getByLabel(office.password, { exact: true }).fill(staff.password);
  await page.getByRole('button', { name: office.signIn, exact: true }).click();
};

/** Opens a page of the back office and signs in on it. */
export const openOffice = async (page: Page, path = ''): Promise<void> => {
  await page.goto(`/back-office/${path}`);
  await signInStaff(page);
};

/** Where somebody can go from any page of the back office; on a phone behind a button. */
export const sections = async (page: Page): Promise<Locator> => {
  await expect(page.getByRole('button', { name: office.signOut })).toBeVisible();
  const button = page.getByRole('button', { name: /^Menu/ });
  if (await button.isVisible()) await button.click();
  return page.getByRole('navigation', { name: 'Onderdelen' });
};
