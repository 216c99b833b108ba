import type { Page } from '@playwright/test';
import { themeRule, themes } from '../../demo/playground/themes.js';
import { axe, expect, test } from '../e2e/support.js';
import { onStep } from '../e2e/widget.js';

const PAGE = '/themed.html';
const LEFT_ALONE = { threshold: 0.1, maxDiffPixelRatio: 0.008 }; // edges of letters differ between machines
const CHANGED = 'It looks different. If that is meant: npm run pictures, look at docs/images/themes, and commit them.';

/** Every machine with Chromium has this font. */
const FONT = '--portal-font: "DejaVu Sans"; font-family: "DejaVu Sans";';

const source = (theme: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>${theme}</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
  <style>:root { color-scheme: ${themes[theme]?.scheme ?? 'light'} } body { margin: 0; padding: 16px;
    background: ${themes[theme]?.tokens['--portal-background'] ?? 'Canvas'} }
    ${themeRule(theme)} portal-request-form { ${FONT} }</style>
  <script type="module" src="/dist/portal-request-form.js"></script></head><body>
  <portal-request-form endpoint="/api/portals/demo" request-type="fault" no-drafts></portal-request-form></body></html>`;

/** The page of a website has them; this one has only the form. */
const WITHOUT_LANDMARKS = {
  region: { enabled: false },
  'page-has-heading-one': { enabled: false },
  'landmark-one-main': { enabled: false },
};

const looksAsBefore = (page: Page, name: string) =>
  test.step(CHANGED, () => expect(page, CHANGED).toHaveScreenshot(`${name}.png`, LEFT_ALONE));

test.use({ locale: 'en-GB' });

for (const theme of Object.keys(themes)) {
  test(`${theme} looks as it did and passes axe`, async ({ page }) => {
    await page.route(`**${PAGE}`, (route) => route.fulfill({ contentType: 'text/html', body: source(theme) }));
    await page.setViewportSize({ width: 700, height: 620 });
    await page.goto(PAGE);
    await page.getByLabel('E-mail address').fill('sam@example.com');
    await looksAsBefore(page, `${theme}-sign-in`);
    await axe(page, WITHOUT_LANDMARKS);
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await onStep(page, 'Details');
    await page.getByLabel('Description of the fault').fill('No heating since this morning.');
    await page.getByLabel('Installation', { exact: true }).focus();
    await page.getByRole('heading', { name: /Details/ }).focus();
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    await looksAsBefore(page, `${theme}-details`);
    await axe(page, WITHOUT_LANDMARKS);
  });
}
