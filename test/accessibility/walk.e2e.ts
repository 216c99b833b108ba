import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/support.js';
import { cutOff, focusIn, heard, listen, otherwiseNamed, smallTargets, spaceOut } from './look.js';
import { steps } from './steps.js';

test.use({ locale: 'en-GB' });
const formIn = (page: Page) => page.locator('portal-request-form');

test('every step has the names, roles and order that it had', async ({ page }) => {
  for (const [name, reach] of Object.entries(steps)) {
    await reach(page, formIn(page));
    await expect(formIn(page).locator('.form')).toHaveAttribute('lang', 'en');
    await expect(formIn(page), `another tree on ${name}; if it is meant: npm run trees`).toMatchAriaSnapshot({
      name: `${name}.aria.yml`,
    });
  }
});

test('on every step targets are 24 px, names hold what is seen, and with wide spacing at 320 px nothing is cut off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [name, reach] of Object.entries(steps)) {
    await reach(page, formIn(page));
    if (name === 'sign-in') await spaceOut(formIn(page));
    expect(await smallTargets(formIn(page)), name).toEqual([]);
    expect(await otherwiseNamed(formIn(page)), name).toEqual([]);
    expect(await cutOff(page, formIn(page)), name).toEqual([]);
  }
});

test('on every step Tab reaches everything in order, and the focus is seen wherever it is', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 500 });
  for (const [name, reach] of Object.entries(steps)) {
    await reach(page, formIn(page));
    await page.getByRole('heading', { name: /^Step \d/ }).focus();
    const order: string[] = [];
    for (let focus = await focusIn(formIn(page)); focus && order.length < 60; focus = await focusIn(formIn(page))) {
      if (order.length > 0) expect(focus, `${name}: ${focus.what}`).toMatchObject({ isSeen: true, isShown: true });
      order.push(focus.what);
      await page.keyboard.press('Tab');
    }
    expect(order.length, `${name}: ${order.join(', ')}`).toBeGreaterThan(2);
    expect(order.length, `${name} lets the focus out`).toBeLessThan(60);
  }
});

test('what is refused is said once, where the focus goes, and a step is said by its heading', async ({ page }) => {
  for (const [name, reach] of Object.entries(steps)) {
    await reach(page, formIn(page));
    if (name === 'sign-in') await listen(formIn(page));
    const said = (await heard(formIn(page))).filter((one) => one !== 'Sending…');
    expect(said, name).toHaveLength(name === 'checklist-stopped' ? 1 : 0);
    const focus = name.endsWith('-refused') ? /issue-summary/ : /step-heading/;
    if (!['sign-in', 'checklist-stopped'].includes(name)) expect((await focusIn(formIn(page)))?.what).toMatch(focus);
  }
});
