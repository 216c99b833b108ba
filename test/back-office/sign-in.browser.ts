import { expect, fixture, html } from '@open-wc/testing';
import type { OfficeApi } from '../../demo/back-office/api.js';
import { createOfficeEvents } from '../../demo/back-office/events.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import type { Office } from '../../demo/back-office/office.js';
import { SignInPage } from '../../demo/back-office/pages/sign-in.js';
import { ForgottenPassword } from '../../demo/back-office/parts/forgotten-password.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';
import { button, says } from './shown.js';

customElements.define('office-sign-in', SignInPage);
customElements.define('office-forgotten-password', ForgottenPassword);

const draw = async (forgetPassword: OfficeApi['forgetPassword'] = () => Promise.resolve()) => {
  const api = { forgetPassword, signInHelp: () => Promise.resolve({}) } as unknown as OfficeApi;
  const router = { takeArrival: () => false } as Office['router'];
  const office: Office = { api, words: createWords('nl'), router, events: createOfficeEvents(() => undefined) };
  const root = await fixture<HTMLElement>(html`<main><office-sign-in .office=${office}></office-sign-in></main>`);
  return { root, office };
};

const field = (root: HTMLElement, id: string): Promise<HTMLInputElement> =>
  until(id, () => root.querySelector<HTMLInputElement>(`#${id}`));

describe('who forgot the password of the back office', () => {
  it('goes on with the address that was typed, and is told what comes without being told whether it is known', async () => {
    const asked: string[] = [];
    const { root } = await draw((email) => Promise.resolve(void asked.push(email)));
    (await field(root, 'email')).value = 'noor@example.com';
    (await button(root, 'Wachtwoord vergeten?')).click();
    expect((await field(root, 'forgotten-email')).value).to.equal('noor@example.com');
    await expect(root).to.be.accessible();
    (await button(root, 'Link mailen')).click();
    await says(root, 'Als noor@example.com bij een medewerker hoort');
    expect(asked).to.deep.equal(['noor@example.com']);
    expect(document.activeElement?.localName).to.equal('h1');
    await expect(root).to.be.accessible();
  });

  it('is asked for an address, and goes back to signing in', async () => {
    const { root } = await draw();
    (await button(root, 'Wachtwoord vergeten?')).click();
    (await button(root, 'Link mailen')).click();
    await says(root, 'Vul uw e-mailadres in.');
    expect(document.activeElement?.id).to.equal('forgotten-email');
    (await button(root, 'Terug naar inloggen')).click();
    await field(root, 'password');
    await until('the heading', () => document.activeElement?.textContent.trim() === 'Inloggen');
  });

  it('can try again when the server cannot be asked', async () => {
    const { root } = await draw(() => Promise.reject(new OfficeFailure('rate-limited', 429)));
    (await field(root, 'email')).value = 'noor@example.com';
    (await button(root, 'Wachtwoord vergeten?')).click();
    (await button(root, 'Link mailen')).click();
    await until('the failure', () => root.querySelector('[role=alert] .notice-error'));
    expect((await field(root, 'forgotten-email')).value).to.equal('noor@example.com');
  });
});
