import type { Page } from '@playwright/test';
import { expect, test as base } from '../e2e/support.js';
import { inDays, onStep } from '../e2e/widget.js';

/** The pages name the demo where `npm start` has it; the browser finds this test's own one there. */
export const test = base.extend({
  launchOptions: [
    async ({ launchOptions, demo }, use) => {
      const rule = `--host-resolver-rules=MAP localhost:3000 localhost:${new URL(demo.url).port}`;
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), rule] });
    },
    { scope: 'worker' },
  ],
});

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Sends a request whose details are filled in, as a guest with the address `<name>@example.com`; gives its reference. */
export const sendAs = async (page: Page, name: string): Promise<string> => {
  await button(page, 'Next').click();
  await onStep(page, 'Submit');
  await page.getByLabel('Name', { exact: true }).fill(`Ann ${name}`);
  await page.getByLabel('E-mail address', { exact: true }).fill(`${name}@example.com`);
  await button(page, 'Submit request').click();
  await onStep(page, 'Confirmation');
  const reference = (await page.locator('portal-request-form output').textContent()) ?? '';
  const mails = (await (await page.request.get('/dev/mail')).json()) as { to: string; subject: string }[];
  expect(mails.find(({ to }) => to.includes(`${name}@example.com`))?.subject, 'a mail of the server').toContain(
    reference,
  );
  return reference;
};

/** Goes on as a guest and fills in the day of the maintenance. */
export const chooseDay = async (page: Page): Promise<void> => {
  await button(page, 'Continue as guest').click();
  await page.getByLabel('Preferred date').fill(inDays(10));
};
