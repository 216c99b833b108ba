import { expect } from '@open-wc/testing';
import { ask, cleanUp, place, signIn, until } from '../harness.js';

afterEach(cleanUp);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the form with the backend in plain Node', () => {
  it('goes from the sign-in to the receipt, and finds the request among those that were sent', async () => {
    const visit = place(await ask('nodeBackend', {}));
    await signIn(visit);
    await visit.choose('Extra cleaning');
    await visit.press('New request');
    await visit.role('combobox', 'Place');
    await visit.fill('Place', 'bakery');
    (await visit.role('option', /^Bakery/)).click();
    await visit.choose('Floor');
    await visit.fill('Day', inDays(7));
    await visit.press('Next');
    const answers = await visit.role('radiogroup', /Do we have a key/);
    [...answers.querySelectorAll('label')].find((one) => one.textContent.includes('Yes'))?.click();
    await visit.choose(/There is a socket nearby/);
    await visit.press('Next');
    await visit.choose(/I agree to the hourly rate/);
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    const reference = await until('a reference', () => /PR-\d{4}-\d{6}/.exec(visit.text())?.[0]);
    await visit.press('New request');
    await visit.role('button', new RegExp(reference));
    expect(visit.heard('portal-error')).to.deep.equal([]);
  });
});
