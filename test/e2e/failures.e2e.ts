import type { Page, Route } from '@playwright/test';
import { axe, expect, test } from './support.js';
import {
  acceptTerms,
  continueAsGuest,
  fillChecklist,
  fillFault,
  nl,
  onStep,
  referenceOf,
  send,
  signIn,
  startRequest,
} from './widget.js';

const problem = (status: number, code: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `urn:portal-request:problem:${code}`, title: code, status, code }),
});

const readyToSend = async (page: Page, description: string): Promise<void> => {
  await page.goto('/');
  await signIn(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, description);
  await fillChecklist(page);
  await acceptTerms(page);
};

const notSent = (page: Page) => page.getByRole('region', { name: 'Uw aanvraag is nog niet verstuurd' });

const LOAD_FAILURES: [string, (route: Route) => Promise<void>, RegExp][] = [
  ['is missing', (route) => route.fulfill(problem(404, 'not-found')), /bestaat niet of is verhuisd/],
  ['is not valid', (route) => route.fulfill({ json: { version: 1 } }), /fout in de instellingen/],
  ['is closed', (route) => route.fulfill(problem(503, 'portal-closed')), /gesloten/],
  ['fails', (route) => route.fulfill(problem(500, 'unavailable')), /server kan nu niet helpen/],
  ['is busy', (route) => route.fulfill(problem(429, 'rate-limited', { 'Retry-After': '3' })), /te vaak/],
  ['is a captive portal', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Hi' }), /niet van ons/],
  ['cannot be reached', (route) => route.abort(), /geen verbinding/],
];

for (const [what, answer, text] of LOAD_FAILURES) {
  test(`when the portal ${what}, a screen says so and trying again works`, async ({ page, allowErrors }) => {
    allowErrors(/Failed to load resource|configuration is not valid/);
    await page.route('**/config', answer);
    await page.goto('/');
    const screen = page.getByRole('region', { name: 'Het formulier kan nu niet worden getoond' });
    await expect(screen).toContainText(text);
    await axe(page);
    await page.unroute('**/config');
    await screen.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await onStep(page, nl.signIn);
  });
}

test('when sending fails, the answers are kept and trying again sends once', async ({ page, allowErrors }) => {
  allowErrors(/503/);
  await readyToSend(page, 'De server is even weg');
  const later = problem(503, 'unavailable', { 'Retry-After': '60' });
  await page.route('**/requests', (route) => route.fulfill(later), { times: 1 });
  await send(page).click();
  await expect(notSent(page)).toBeFocused();
  await expect(notSent(page)).toContainText('bewaard');
  await axe(page);
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await referenceOf(page);
});

test('when the answer gets lost after the server has the request, it is not sent twice', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/Failed to load resource/);
  await readyToSend(page, 'Het antwoord raakt onderweg kwijt');
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/requests', loseAnswer, { times: 1 });
  await send(page).click();
  const reference = await referenceOf(page);
  await page.locator('portal-request-form').getByRole('button', { name: nl.start }).click();
  const received = page.locator('portal-request-form').getByRole('rowheader');
  await expect(received.first()).toHaveText(reference);
});

test('without a connection the request waits, and is sent by itself when there is one', async ({
  page,
  context,
  allowErrors,
}) => {
  allowErrors(/ERR_INTERNET_DISCONNECTED/);
  await readyToSend(page, 'Geen bereik in de kelder');
  await context.setOffline(true);
  await send(page).click();
  await expect(notSent(page)).toContainText('vanzelf verstuurd');
  await context.setOffline(false);
  expect(await referenceOf(page)).toMatch(/^PR-/);
});

test('what the server finds is shown at the answer, on its step', async ({ page, allowErrors }) => {
  allowErrors(/422/);
  await readyToSend(page, 'De server ziet iets wat wij niet zagen');
  const errors = [{ pointer: '/answers/postcode', code: 'format', params: { format: 'postcode-nl' } }];
  const refusal = { type: 'about:blank', title: 'x', status: 422, code: 'invalid-request', errors };
  const answer = { status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) };
  await page.route('**/requests', (route) => route.fulfill(answer), { times: 1 });
  await send(page).click();
  await onStep(page, 'Gegevens');
  await expect(page.getByRole('region', { name: nl.missing })).toBeFocused();
  await expect(page.getByLabel('Postcode')).toHaveAttribute('aria-invalid', 'true');
});

test('when the settings changed meanwhile, they are fetched and every answer is kept', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/409/);
  await readyToSend(page, 'De instellingen zijn gewijzigd');
  await page.route('**/requests', (route) => route.fulfill(problem(409, 'configuration-changed')), { times: 1 });
  await send(page).click();
  await expect(page.getByText('intussen gewijzigd').first()).toBeVisible();
  await expect(page.getByText('De instellingen zijn gewijzigd')).toBeVisible();
  await send(page).click();
  await referenceOf(page);
});

test('a busy server is asked again after the time it names', async ({ page, allowErrors }) => {
  allowErrors(/429/);
  await readyToSend(page, 'De server heeft het druk');
  await page.route('**/requests', (route) => route.fulfill(problem(429, 'rate-limited', { 'Retry-After': '1' })), {
    times: 1,
  });
  await send(page).click();
  await expect(notSent(page)).toBeVisible();
  expect(await referenceOf(page)).toMatch(/^PR-/);
});

test('a file that is too large or of another kind is refused with its reason', async ({ page }) => {
  await page.goto('/');
  await continueAsGuest(page);
  await startRequest(page, 'Storing melden');
  const files = page.getByLabel("Foto's of documenten").first();
  await files.setInputFiles({ name: 'run.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
  await expect(page.getByRole('alert')).toContainText('soort bestand');
  await page.getByRole('button', { name: 'run.exe verwijderen' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('when the rest of the form cannot be loaded it says so, and goes on once it can', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/ERR_FAILED|Failed to fetch/);
  await page.route('**/chunks/request-part*', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: nl.guest }).click();
  const form = page.locator('portal-request-form');
  await expect(form.getByText('Een deel van dit formulier kon niet worden geladen')).toBeVisible();
  await axe(page);
  await page.unroute('**/chunks/request-part*');
  await page.getByRole('button', { name: nl.guest }).click();
  await onStep(page, 'Start');
});

test('a part that went with an older release asks to load the page again, and then all is well', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/404|Failed to fetch/);
  await page.route('**/chunks/request-part*', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('/');
  await page.getByRole('button', { name: nl.guest }).click();
  await expect(page.locator('portal-request-form').getByText('laad dan de pagina opnieuw')).toBeVisible();
  await page.unroute('**/chunks/request-part*');
  await page.reload();
  await onStep(page, 'Start');
});
