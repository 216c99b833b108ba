import { office, openOffice } from './office.js';
import { axe, expect, test } from './support.js';
import { mailedLink } from './mails.js';

test.use({ locale: 'nl-NL' });

for (const [locale, words] of [
  [
    'nl-NL',
    { open: 'Wachtwoord vergeten?', send: 'Link mailen', password: /Nieuw wachtwoord/, next: 'Naar de backoffice' },
  ],
  [
    'en-GB',
    { open: 'Forgot your password?', send: 'Mail me a link', password: /New password/, next: 'To the back office' },
  ],
] as const) {
  test(`who forgot the password chooses another one by a mailed link, in ${locale}`, async ({
    page,
    request,
    browser,
    allowErrors,
  }) => {
    allowErrors(/401/);
    const email = `dirk-${crypto.randomUUID()}@example.com`;
    await openOffice(page, 'staff');
    await expect(page.getByRole('button', { name: office.signOut })).toBeVisible();
    await page.request.post('/api/office/staff/invitations', { data: { name: 'Dirk', email, role: 'office' } });
    const token = new URL(await mailedLink(request, email, 'office')).searchParams.get('token') ?? '';
    await request.post('/invitation/office', { form: { token, password: 'dirk-secret-1' } });

    const context = await browser.newContext({ locale });
    const dirk = await context.newPage();
    await dirk.goto('/back-office/');
    await dirk.getByRole('button', { name: words.open }).click();
    await axe(dirk);
    await dirk.getByRole('textbox').fill(email);
    await dirk.getByRole('button', { name: words.send }).click();
    await expect(dirk.getByRole('status').filter({ hasText: email })).toBeVisible();
    await dirk.goto(await mailedLink(request, email, 'password'));
    await axe(dirk);
    await dirk.getByLabel(words.password).fill('dirk-secret-2');
    await dirk.keyboard.press('Enter');
    await dirk.getByRole('link', { name: words.next }).click();
    await dirk.getByRole('textbox').first().fill(email);
    await dirk.locator('input[type=password]').fill('dirk-secret-2');
    await dirk.keyboard.press('Enter');
    await expect(dirk.getByRole('rowheader').or(dirk.locator('.empty')).first()).toBeVisible();
    await context.close();

    await page.goto('/back-office/audit?group=people');
    await expect(page.getByText('Nieuw wachtwoord gekozen').first()).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'Wachtwoord vergeten' }).first()).toContainText('Dirk');
    await expect(page.getByRole('button', { name: office.signOut })).toHaveCount(1);
  });
}
