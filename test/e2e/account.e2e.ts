import { expect, test } from './support.js';
import {
  acceptTerms,
  customer,
  fillChecklist,
  fillFault,
  nl,
  onStep,
  otherCustomer,
  referenceOf,
  send,
  sendFault,
  signIn,
  startRequest,
} from './widget.js';

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

test.beforeEach(({ page }) => page.goto('/'));

test('a wrong password is refused in words, and the right one works after it', async ({ page, allowErrors }) => {
  allowErrors(/401/);
  await page.getByLabel(nl.email, { exact: true }).fill(customer.email);
  await page.getByLabel(nl.password, { exact: true }).fill('wrong');
  await page.getByRole('button', { name: nl.signIn, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('horen niet bij elkaar');
  await signIn(page);
});

test('a code from the mail signs in, once', async ({ page, request }) => {
  await page.getByLabel(nl.email, { exact: true }).fill(otherCustomer.email);
  await page.getByRole('button', { name: nl.sendCode }).click();
  await expect(page.getByLabel(nl.code, { exact: true })).toBeFocused();
  const codeOf = async () => {
    const mails = (await (await request.get('/dev/mail')).json()) as Mail[];
    return mails.find((mail) => mail.to === otherCustomer.email)?.text.match(/\b\d{6}\b/)?.[0];
  };
  await expect.poll(codeOf).toBeTruthy();
  await page.getByLabel(nl.code, { exact: true }).fill((await codeOf()) ?? '');
  await page.locator('portal-request-form').getByRole('button', { name: nl.signIn, exact: true }).click();
  await onStep(page, 'Start');
});

test('a reload stays signed in, and signing out ends it', async ({ page, allowErrors }) => {
  allowErrors(/401/); // what was asked for before signing out may be answered after it
  await signIn(page);
  await page.reload();
  await onStep(page, 'Start');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByLabel(nl.password, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(nl.password, { exact: true })).toBeVisible();
});

test('another customer on the same device sees nothing of the first', async ({ page }) => {
  await signIn(page);
  const reference = await sendFault(page, 'Alleen voor mijzelf bestemd');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await signIn(page, otherCustomer);
  await expect(page.getByText('Mijn aanvragen')).toBeVisible();
  await expect(page.getByText(reference)).toHaveCount(0);
});

test('a session that ends while sending is renewed in place, and the request goes on', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/401/);
  await signIn(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'De sessie verloopt bij het versturen');
  await fillChecklist(page);
  await acceptTerms(page);
  const ended = { type: 'about:blank', title: 'Session expired', status: 401, code: 'session-expired' };
  const once = { status: 401, contentType: 'application/problem+json', body: JSON.stringify(ended) };
  await page.route('**/requests', (route) => route.fulfill(once), { times: 1 });
  await send(page).click();
  await expect(page.getByRole('region', { name: 'Uw aanvraag is nog niet verstuurd' })).toBeFocused();
  await page.getByLabel(nl.email, { exact: true }).fill(customer.email);
  await page.getByLabel(nl.password, { exact: true }).fill(customer.password);
  await page.getByRole('button', { name: nl.signIn, exact: true }).click();
  expect(await referenceOf(page)).toMatch(/^PR-/);
});
