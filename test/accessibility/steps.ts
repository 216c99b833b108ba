import type { Locator, Page } from '@playwright/test';
import { onStep } from '../e2e/widget.js';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const answer = (form: Locator, item: string, choice: string) =>
  form.getByRole('radiogroup', { name: item }).getByLabel(choice, { exact: true }).check();

/** Every state of a step that a guest comes through on the way to a reference, and how to get to each from the one before. */
export const steps: Readonly<Record<string, (page: Page, form: Locator) => Promise<void>>> = {
  'sign-in': async (page) => {
    await page.goto('/embeds/script-tag.html');
    await onStep(page, 'Sign in');
  },
  start: async (page) => {
    await press(page, 'Continue as guest');
    await onStep(page, 'Start');
  },
  details: async (page) => {
    await page.getByRole('radio', { name: 'Report a fault' }).check();
    await press(page, 'New request');
    await onStep(page, 'Details');
  },
  'details-refused': async (page, form) => {
    await press(page, 'Next');
    await form.getByRole('region', { name: 'Something is missing' }).waitFor();
  },
  checklist: async (page, form) => {
    await form.getByLabel('Installation', { exact: true }).selectOption('boiler');
    await form.getByLabel('Description of the fault').fill('No heating since this morning');
    await form.getByLabel('Postcode').fill('9712ab');
    await form.getByLabel('House number').fill('12a');
    await form.getByLabel('Contact on site').fill('Sam Jansen');
    await form.getByLabel('Phone number').fill('06 123 456 78');
    await press(page, 'Next');
    await onStep(page, 'Checklist');
  },
  'checklist-stopped': async (page, form) => {
    await answer(form, 'Do you smell gas?', 'Yes');
    await form.getByRole('alert').waitFor();
  },
  submit: async (page, form) => {
    await answer(form, 'Do you smell gas?', 'No');
    await form.getByRole('radiogroup', { name: /power/ }).getByLabel('Yes', { exact: true }).check();
    await form
      .getByRole('radiogroup', { name: /pressure/ })
      .getByLabel('Yes', { exact: true })
      .check();
    await form.getByRole('checkbox', { name: /reach/ }).check();
    await press(page, 'Next');
    await onStep(page, 'Submit');
  },
  'submit-refused': async (page, form) => {
    await press(page, 'Submit request');
    await form.getByRole('region', { name: 'Something is missing' }).waitFor();
  },
  confirmation: async (page, form) => {
    await form.getByLabel('Name', { exact: true }).fill('Sam Jansen');
    await form.getByLabel('E-mail address', { exact: true }).fill('sam@example.com');
    for (const box of await form.getByRole('checkbox').all()) await box.check();
    await press(page, 'Submit request');
    await onStep(page, 'Confirmation');
  },
};
