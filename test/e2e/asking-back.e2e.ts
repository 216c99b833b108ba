import type { APIRequestContext, Page } from '@playwright/test';
import { axe, expect, test } from './support.js';
import { office, openOffice, receiveFault } from './office.js';
import { signIn } from './widget.js';

interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The link in the mail in which the office asks for something about this request. */
const linkFor = async (request: APIRequestContext, reference: string): Promise<string> => {
  const find = async () => {
    const mails = (await (await request.get('/dev/mail')).json()) as Mail[];
    const mail = mails.find(({ subject }) => subject.includes('nog iets nodig') && subject.includes(reference));
    return /http\S+#portal-reply=\S+/.exec(mail?.text ?? '')?.[0];
  };
  await expect.poll(find).toBeTruthy();
  return (await find()) ?? '';
};

const askBack = async (page: Page, id: string, field: string): Promise<void> => {
  await openOffice(page, `requests/${id}`);
  await page.getByText('Vraag de klant', { exact: true }).click();
  await page.getByRole('checkbox', { name: field, exact: true }).check();
  await page.getByLabel('Uw vraag aan de klant').fill('Op welke verdieping staat de ketel?');
  await axe(page);
  await page.getByRole('button', { name: 'Vraag versturen' }).click();
  await expect(page.getByText('De vraag is verstuurd.')).toBeVisible();
  await expect(page.getByText(/Wacht sinds/)).toBeVisible();
};

const DESCRIPTION = 'Omschrijving van de storing';

test('a customer answers what the office asks back, and follows the request to its end', async ({ page, browser }) => {
  const desk = await browser.newPage();
  const { id, reference } = await receiveFault(page.request, 'De ketel lekt');
  await askBack(desk, id, DESCRIPTION);

  await page.goto('/');
  await signIn(page);
  await page.getByRole('button', { name: `Bekijken: ${reference}` }).click();
  await expect(page.getByText('U bent aan zet: 1 vraag.')).toBeVisible();
  await expect(page.getByLabel(DESCRIPTION)).toHaveValue('De ketel lekt');
  await axe(page);
  await page.getByLabel(DESCRIPTION).fill('De ketel lekt op zolder');
  await page.getByRole('button', { name: 'Antwoord versturen' }).click();
  await expect(page.getByText(/heeft uw antwoord ontvangen/)).toBeVisible();

  await desk.reload();
  await expect(desk.getByText('Aangevuld door de klant')).toBeVisible();
  await expect(desk.getByText('De ketel lekt op zolder').first()).toBeVisible();
  await desk.getByRole('button', { name: office.accept, exact: true }).click();
  await desk.getByRole('link', { name: /WO-/ }).first().click();
  await desk.getByLabel('Wanneer komt er iemand?').fill('Dinsdag tussen 8 en 10 uur');
  await axe(desk);
  await desk.getByRole('button', { name: 'Inplannen' }).click();
  await expect(desk.getByText('Ingepland. De klant heeft bericht gekregen.')).toBeVisible();

  await page.getByRole('button', { name: 'Terug naar mijn aanvragen' }).click();
  await page.getByRole('button', { name: `Bekijken: ${reference}` }).click();
  await expect(page.getByText('Dinsdag tussen 8 en 10 uur')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aanvraag intrekken' })).toBeHidden();
});

test('a guest answers by the link in the mail, once', async ({ page, browser, allowErrors }) => {
  allowErrors(/401/);
  const desk = await browser.newPage();
  const { id, reference } = await receiveFault(page.request, 'Geen warm water', 'Gerda');
  await askBack(desk, id, DESCRIPTION);
  const link = await linkFor(page.request, reference);

  await page.goto(link);
  await expect(page.getByRole('heading', { name: /heeft nog iets van u nodig/ })).toBeVisible();
  await expect(page.getByText('Op welke verdieping staat de ketel?')).toBeVisible();
  await expect(page.locator('portal-reply textarea')).toHaveCount(1);
  expect(page.url()).not.toContain(link.split('.').at(-1) ?? '');
  await axe(page);
  await page.getByLabel(DESCRIPTION).fill('Geen warm water op de tweede verdieping');
  await page.getByRole('button', { name: 'Antwoord versturen' }).click();
  await expect(page.getByText(/heeft uw antwoord ontvangen/)).toBeVisible();
  await page.getByRole('button', { name: 'Sluiten' }).click();

  await desk.reload();
  await expect(desk.getByText('Geen warm water op de tweede verdieping').first()).toBeVisible();
  const again = await page.context().newPage();
  await again.goto(link);
  await expect(again.getByText('Deze link werkt niet meer')).toBeVisible();
});
