import { axe, expect, test } from './support.js';
import { nl } from './widget.js';

const form = 'portal-request-form';

test('switching the language changes the page and the form, and keeps what was typed', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel(nl.email, { exact: true }).fill('iemand@example.com');
  await page.getByRole('link', { name: 'EN', exact: true }).click();
  await expect(page).toHaveURL('/?lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'How can we help you?' })).toBeVisible();
  await expect(page.getByLabel('E-mail address', { exact: true })).toHaveValue('iemand@example.com');
  await page.getByRole('link', { name: 'NL', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Waarmee kunnen wij u helpen?' })).toBeVisible();
});

test('every text of the page is there in English', async ({ page }) => {
  const texts = () => page.locator('[data-text]').allInnerTexts();
  await page.goto('/');
  const dutch = await texts();
  await page.goto('/?lang=en');
  await expect(page).toHaveTitle(/north/);
  const english = await texts();
  expect(dutch.filter((text, index) => text.trim() !== '' && text === english[index])).toEqual([]);
});

test('the page shows the two lines that really embed the form', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Dit kostte 2 regels').click();
  const [script = '', element = '', ...rest] = (await page.locator('#snippet').innerText()).split('\n');
  expect(rest).toEqual([]);
  const source = await (await page.request.get('/')).text();
  expect(source.replaceAll(/\s+/g, ' ')).toContain(script);
  expect(source).toContain(element.replace(`></${form}>`, '>'));
});

test('the website passes axe, in the dark and on a phone too', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: nl.signIn, exact: true })).toBeVisible();
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await axe(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('without scripts people still read a phone number where the form would be', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL ?? ''}/`);
  await expect(page.locator(form).getByRole('link', { name: '050 123 45 67' })).toBeVisible();
  await context.close();
});

for (const way of ['script-tag', 'module', 'classic', 'cms']) {
  test(`the form stands in the page that embeds it: ${way}`, async ({ page }) => {
    await page.goto(`/embeds/${way}.html`);
    await expect(page.locator(form)).toHaveAttribute('step', 'sign-in');
    await page.locator(form).getByRole('button', { name: 'Continue as guest' }).click();
    await expect(page.locator(form)).toHaveAttribute('step', way === 'module' ? 'details' : 'start');
  });
}

test('the classic script takes a language from the file beside it', async ({ page }) => {
  await page.goto('/embeds/classic.html');
  await expect(page.locator(form)).toHaveAttribute('step', 'sign-in');
  await page.locator(form).evaluate((element) => element.setAttribute('lang', 'fr'));
  await page.locator(form).getByRole('button', { name: 'Continuer sans compte' }).click();
  await expect(page.locator(form).getByRole('button', { name: 'Nouvelle demande' })).toBeVisible();
});

test('the classic script speaks English where the file of a language is not beside it, and the language once it is', async ({
  page,
  allowErrors,
}) => {
  allowErrors(/texts could not be loaded|404/);
  const missing = '**/portal-request-form.nl.js';
  await page.route(missing, (route) => route.fulfill({ status: 404 }));
  await page.route('**/embeds/classic.html', async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/html', body: body.replace('data-lang="en"', 'data-lang="nl"') });
  });
  await page.goto('/embeds/classic.html');
  await expect(page.locator(form).getByRole('button', { name: 'Continue as guest' })).toBeVisible();
  await page.locator(form).getByRole('button', { name: 'Continue as guest' }).click();
  await expect(page.locator(form).getByRole('button', { name: 'New request' })).toBeVisible();
  await page.unroute(missing);
  await page.reload();
  await expect(page.locator(form).getByRole('button', { name: 'Nieuwe aanvraag' })).toBeVisible();
});

for (const [says, isRight] of [
  ['runs', true],
  ['is kept out', false],
] as const) {
  test(`a script whose hash is ${isRight ? 'that of integrity.json' : 'another one'} ${says}`, async ({
    page,
    request,
    allowErrors,
  }) => {
    allowErrors(/integrity/);
    const name = 'portal-request-form.classic.js';
    const hashes = (await (await request.get('/dist/integrity.json')).json()) as Record<string, string>;
    const hash = (isRight ? hashes[name] : hashes['portal-request-form.js']) ?? '';
    const tag = `<script src="/dist/${name}" integrity="${hash}" crossorigin="anonymous" data-endpoint="/api/portals/demo"></script>`;
    await page.route('**/with-integrity.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Hash</title>${tag}<p>Below</p>` }),
    );
    await page.goto('/with-integrity.html');
    await expect(page.getByText('Below')).toBeVisible();
    await expect(page.locator(form)).toHaveCount(isRight ? 1 : 0);
  });
}

test('the playground sets attributes and writes down every event', async ({ page }) => {
  await page.goto('/playground.html');
  await page.getByLabel('lang', { exact: true }).selectOption('nl');
  await page.getByLabel('request-type').fill('short');
  await page.getByLabel('request-type').blur();
  await page.getByLabel('Theme').selectOption('material');
  await page.getByRole('button', { name: nl.guest }).click();
  await expect(page.locator(form)).toHaveAttribute('step', 'details');
  await expect(page.locator('#log li').filter({ hasText: 'portal-started' })).toContainText('short');
  await page.getByLabel('refuse every cancelable event').check();
  await page.getByLabel('Uw vraag').fill('Hoe werkt het?');
  await page.getByRole('button', { name: 'back()' }).click();
  await expect(page.locator('#log li').first()).toContainText('portal-step-change (cancelable)');
  await expect(page.locator(form)).toHaveAttribute('step', 'details');
});
