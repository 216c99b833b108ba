import type { Page } from '@playwright/test';
import { expect, test } from './support.js';

const form = 'portal-request-form';

/** What a page asked for so far of the scripts and of the portal, by name, in that order. */
const asked = (page: Page): readonly string[] => {
  const names: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(?:dist|api)\//.test(pathname)) names.push(pathname.replace(/-[\w-]{8}\.js$/, '').replace(/^.*\//, ''));
  });
  return names;
};

test('the first field takes five scripts and one call, and what follows is asked for while nobody does anything', async ({
  page,
}) => {
  const names = asked(page);
  await page.goto('/embeds/script-tag.html');
  await expect(page.locator(form).getByLabel('E-mail address')).toBeVisible();
  await expect.poll(() => names).toContain('request-part');
  const before = names.slice(0, names.indexOf('request-part'));
  expect(before.filter((name) => name === 'config')).toHaveLength(1);
  expect(before.length).toBeLessThanOrEqual(6);
  expect(names).not.toContain('more-part');
});

test('the rarer fields are asked for while the customer chooses what to request', async ({ page }) => {
  const names = asked(page);
  await page.route('**/embeds/script-tag.html', async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/html', body: body.replace('portals/demo', 'portals/everything') });
  });
  await page.goto('/embeds/script-tag.html');
  await page.locator(form).getByRole('button', { name: 'Continue as guest' }).click();
  await expect(page.locator(form)).toHaveAttribute('step', 'start');
  await expect.poll(() => names).toContain('more-part');
});
