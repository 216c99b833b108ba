import { readFile, rm, writeFile } from 'node:fs/promises';
import { verifyCommand } from '../../src/cli/verify.js';
import { openOffice } from './office.js';
import { axe, expect, test } from './support.js';
import { acceptTerms, continueAsGuest, fillChecklist, fillFault, referenceOf, send, startRequest } from './widget.js';

const SAVE = 'Bewijs van indiening opslaan';

test('a customer saves a proof, which the command and the office find authentic until it is changed', async ({
  page,
  demo,
  allowErrors,
}, testInfo) => {
  allowErrors(/ERR_FAILED|could not be saved/);
  await page.goto('/');
  await continueAsGuest(page);
  await startRequest(page, 'Storing melden');
  await fillFault(page, 'De ketel lekt é🔥');
  await fillChecklist(page);
  await page.getByLabel('Naam', { exact: true }).fill('Gerda Gast');
  await page.getByLabel('E-mailadres', { exact: true }).fill('gerda@example.com');
  await acceptTerms(page);
  await send(page).click();
  const reference = await referenceOf(page);

  await page.route('**/chunks/more-part*', (route) => route.abort());
  const button = page.getByRole('button', { name: SAVE });
  await button.click();
  await expect(page.getByText('Het bewijs kon niet worden gemaakt.')).toBeVisible();
  await axe(page);
  await page.unroute('**/chunks/more-part*');
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  await expect(page.getByText(`Opgeslagen als receipt-${reference}.json.`)).toBeVisible();
  expect(download.suggestedFilename()).toBe(`receipt-${reference}.json`);
  const file = testInfo.outputPath('receipt.json');
  await download.saveAs(file);

  const said: string[] = [];
  const io = { out: (line: string) => void said.push(line), error: (line: string) => void said.push(line) };
  expect(await verifyCommand([file, '--endpoint', `${demo.url}/api/portals/demo`], io), said.join('\n')).toBe(0);
  expect(said.join('\n')).toContain('accepted   general, version 2026-01, read in nl');

  const text = await readFile(file, 'utf8');
  const { receipt } = JSON.parse(text) as { receipt: { id: string } };
  await openOffice(page, `requests/${receipt.id}`);
  const chooser = page.getByLabel('Een bewijs van indiening controleren');
  await chooser.setInputFiles(file);
  await expect(page.getByText('Dit bewijs is echt en hoort bij deze aanvraag.')).toBeVisible();
  await axe(page);
  await writeFile(file, text.replace('De ketel lekt', 'De ketel stinkt'));
  await chooser.setInputFiles(file);
  await expect(page.getByText('Dit bewijs is niet echt.')).toBeVisible();
  await expect(page.getByText('De ketel stinkt')).toBeVisible();
  await axe(page);
  await rm(file);
});
