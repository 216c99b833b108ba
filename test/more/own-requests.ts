import type { Field, PortalConfig, Receipt } from '../../src/contract/index.js';
import { formOf, mount, signIn, type Visit } from '../harness.js';
import type { Account } from '../runner/commands.js';

/** A portal with one request type of these fields, for customers who sign in. */
export const accountForm = (fields: readonly Field[]): PortalConfig => ({
  ...formOf(fields),
  access: { signIn: ['password'], guests: true },
});

/** Sends a request past the form, as this customer. */
export const sendAs = async (
  { portal: { endpoint } }: Visit,
  { email, password }: Account,
  answers: Record<string, unknown>,
): Promise<Receipt> => {
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(endpoint + path, init);
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
    return response.json();
  };
  const json = { 'Content-Type': 'application/json' };
  const post = (path: string, body: unknown, headers = {}) =>
    call(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } });
  const { token } = (await post('/session', { method: 'password', email, password })) as { token: string };
  const Authorization = `Bearer ${token}`;
  const { version } = (await call('/config', { headers: { Authorization } })) as PortalConfig;
  const submission = { requestType: 'one', configVersion: version, locale: 'en', answers, checklist: {}, terms: {} };
  const headers = { Authorization, 'Idempotency-Key': crypto.randomUUID() };
  return (await post('/requests', submission, headers)) as Receipt;
};

/** A customer who signs in and has sent these requests before, with the receipts of those. */
export const customerWith = async (
  fields: readonly Field[],
  ...sent: readonly Record<string, unknown>[]
): Promise<{ readonly visit: Visit; readonly receipts: readonly Receipt[] }> => {
  const visit = await mount(accountForm(fields));
  const receipts: Receipt[] = [];
  for (const answers of sent) receipts.push(await sendAs(visit, visit.portal.customer, answers));
  await signIn(visit);
  await visit.onStep('start');
  return { visit, receipts };
};
