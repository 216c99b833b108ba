import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext, Page } from '@playwright/test';
import { office, openOffice, sections } from './office.js';
import { axe, expect, test } from './support.js';
import { nl, onStep } from './widget.js';

test.use({ locale: 'nl-NL' });

interface Website {
  readonly origin: string;
  stop(): void;
}

/** A company's own website, somewhere else than the portal: one page, with a snippet as it was pasted. */
const openWebsite = async (): Promise<Website & { paste(snippet: string): void }> => {
  let pasted = '';
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url !== '/') response.writeHead(204);
    response.end(
      `<!doctype html><html lang="nl"><title>Helder Schoonmaak</title><main><h1>Helder</h1>${pasted}</main></html>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paste: (snippet) => {
      pasted = snippet;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const add = async (page: Page, label: string, name: string): Promise<void> => {
  const field = page.getByLabel(label, { exact: true }).last();
  await field.fill(name);
  await field.press('Enter');
};

const panel = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Instellingen' }).getByRole('link', { name, exact: true }).click();

const isKept = (page: Page) => expect(page.getByText('Concept bewaard door')).toBeVisible();

const makePortal = async (desk: Page, name: string): Promise<void> => {
  await openOffice(desk, 'settings');
  await desk.getByRole('link', { name: 'Ander of nieuw portaal' }).click();
  await desk.getByLabel('Naam van het portaal').fill(name);
  await axe(desk);
  await desk.getByRole('button', { name: 'Portaal maken' }).click();
  await expect(desk.getByRole('heading', { name: 'Instellingen', level: 1 })).toBeFocused();
  await expect(desk.getByRole('link', { name: `Portaal: ${name}` })).toBeVisible();
};

const askForCleaning = async (desk: Page): Promise<void> => {
  await panel(desk, 'Aanvraagsoorten');
  await add(desk, 'Nieuwe aanvraagsoort', 'Schoonmaak aanvragen');
  await desk.getByRole('link', { name: 'Velden, checklist en voorwaarden' }).last().click();
  await add(desk, 'Nieuw veld', 'Wat moet er schoon?');
  await desk.getByLabel('Verplicht', { exact: true }).selectOption('Ja');
  await add(desk, 'Nieuw veld', 'Hoeveel vierkante meter is het?');
  await add(desk, 'Nieuw controlepunt', 'Is er warm water?');
  await add(desk, 'Nieuwe voorwaarden', 'Ik ga akkoord met de leveringsvoorwaarden');
  await isKept(desk);
};

/** Allows a website and publishes; gives the lines to paste. */
const publishFor = async (desk: Page, origin: string): Promise<string> => {
  await panel(desk, 'Algemeen');
  await desk.getByLabel('Websites die het formulier mogen tonen').fill(origin);
  await desk.getByLabel('Websites die het formulier mogen tonen').blur();
  await isKept(desk);
  await panel(desk, 'Publiceren');
  await desk.getByRole('button', { name: 'Nu publiceren' }).click();
  await expect(desk.getByText('Klanten zien hem vanaf nu.')).toBeVisible();
  await panel(desk, 'Op uw website');
  return (await desk.getByLabel('Code voor uw website').textContent()) ?? '';
};

const WIL = 'wil@example.com';

const addCustomer = async (desk: Page): Promise<void> => {
  await (await sections(desk)).getByRole('link', { name: 'Klanten' }).click();
  await desk.getByRole('button', { name: 'Klant toevoegen' }).click();
  await desk.getByRole('dialog').getByLabel('Naam').fill('Wil Mulder');
  await desk.getByRole('dialog').getByLabel('E-mailadres').fill(WIL);
  await desk.getByRole('button', { name: 'Opslaan' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Wil Mulder' })).toBeVisible();
};

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What a mail that is on its way has of a pattern. */
const mailed = async (api: APIRequestContext, isIt: (mail: Mail) => boolean, pattern: RegExp): Promise<string> => {
  let found: string | undefined;
  await expect(async () => {
    const mails = (await (await api.get('/dev/mail')).json()) as Mail[];
    found = pattern.exec(mails.find(isIt)?.text ?? '')?.[0];
    expect(found).toBeTruthy();
  }).toPass();
  return found ?? '';
};

const signInByCode = async (page: Page): Promise<void> => {
  await page.getByLabel(nl.email, { exact: true }).fill(WIL);
  await page.getByRole('button', { name: nl.sendCode }).click();
  const code = await mailed(page.request, ({ to, text }) => to === WIL && /\b\d{6}\b/.test(text), /\b\d{6}\b/);
  await page.getByLabel(nl.code, { exact: true }).fill(code);
  await page.locator('portal-request-form').getByRole('button', { name: nl.signIn, exact: true }).click();
  await onStep(page, 'Start');
};

const sendRequest = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Schoonmaak aanvragen' }).check();
  await page.getByRole('button', { name: nl.start, exact: true }).click();
  await onStep(page, 'Gegevens');
  await page.getByLabel('Wat moet er schoon?').fill('Het trappenhuis');
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await onStep(page, 'Checklist');
  await page.getByRole('radiogroup', { name: 'Is er warm water?' }).getByLabel('Ja', { exact: true }).check();
  await page.getByRole('button', { name: nl.next, exact: true }).click();
  await onStep(page, 'Indienen');
  await page.getByLabel('Ik ga akkoord met de leveringsvoorwaarden').check();
  await axe(page);
  await page.getByRole('button', { name: nl.submit, exact: true }).click();
};

/** The link of the mail that asks something back. */
const linkTo = (api: APIRequestContext, reference: string): Promise<string> =>
  mailed(
    api,
    ({ subject }) => subject.includes('nog iets nodig') && subject.includes(reference),
    /http\S+#portal-reply=\S+/,
  );

test('a newcomer makes a portal, embeds it, works a first request to its end, and the customer follows, in the browser only', async ({
  page,
  browser,
  allowErrors,
}) => {
  test.setTimeout(120_000);
  allowErrors(/the configuration is doubtful/);
  const website = await openWebsite();
  const desk = await browser.newPage();
  await makePortal(desk, 'Helder Schoonmaak');
  await askForCleaning(desk);
  website.paste(await publishFor(desk, website.origin));
  await addCustomer(desk);

  await page.goto(website.origin);
  await signInByCode(page);
  await sendRequest(page);
  await onStep(page, 'Bevestiging');
  const reference = (await page.locator('portal-request-form output').textContent()) ?? '';

  await (await sections(desk)).getByRole('link', { name: office.overview }).click();
  await desk.getByRole('link', { name: reference }).click();
  await expect(desk.getByText('Het trappenhuis').first()).toBeVisible();
  await desk.getByText('Vraag de klant', { exact: true }).click();
  await desk.getByRole('checkbox', { name: 'Hoeveel vierkante meter is het?', exact: true }).check();
  await desk.getByLabel('Uw vraag aan de klant').fill('Hoe groot is het trappenhuis?');
  await desk.getByRole('button', { name: 'Vraag versturen' }).click();
  await expect(desk.getByText('De vraag is verstuurd.')).toBeVisible();
  const link = await linkTo(page.request, reference);
  expect(link).toContain(website.origin);

  const mail = await page.context().newPage();
  await mail.goto(link);
  await expect(mail.getByText('Hoe groot is het trappenhuis?')).toBeVisible();
  await mail.getByLabel('Hoeveel vierkante meter is het?').fill('40');
  await mail.getByRole('button', { name: 'Antwoord versturen' }).click();
  await expect(mail.getByText(/heeft uw antwoord ontvangen/)).toBeVisible();

  await desk.reload();
  await expect(desk.getByText('Aangevuld door de klant')).toBeVisible();
  await desk.getByRole('button', { name: office.accept, exact: true }).click();
  await expect(desk.getByRole('link', { name: /WO-/ }).first()).toBeVisible();

  await page.locator('portal-request-form').getByRole('button', { name: nl.start }).click();
  await page.getByRole('button', { name: `Bekijken: ${reference}` }).click();
  await expect(page.getByText('Helder Schoonmaak plant het werk in. U hoeft niets te doen.')).toBeVisible();
  await expect(page.getByText('U vulde aan wat werd gevraagd.')).toBeVisible();
  await expect(page.getByText('Helder Schoonmaak accepteerde uw aanvraag.')).toBeVisible();
  await axe(page);
  website.stop();
});
