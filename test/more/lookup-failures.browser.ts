import { expect } from '@open-wc/testing';
import { ask, cleanUp, signIn, until } from '../harness.js';
import { asked } from './asked.js';
import { box, HERE, nameOf, open, openDoor, options, press, search, status } from './lookup-visit.js';

afterEach(cleanUp);

describe('a lookup whose list does not come as it should', () => {
  it('drops the answer to what is no longer typed', async () => {
    const visit = await open();
    (await box(visit)).focus();
    await asked(visit, '');
    await ask('fault', { id: visit.portal.id, next: [{ kind: 'held', call: 'GET /options/assets' }] });
    await visit.fill('Asset', 'daikin');
    await asked(visit, 'daikin');
    await search(visit, 'herestraat 106', 2);
    await ask('release', { id: visit.portal.id });
    await press(visit, 'ArrowDown');
    expect(options(visit).map(nameOf)).to.deep.equal(HERE);
  });

  it('says that nothing was found', async () => {
    const visit = await open();
    await visit.fill('Asset', 'zeppelin');
    await until('the sentence', () => status(visit) === 'Nothing found for “zeppelin”. Try another word.');
    expect((await box(visit)).getAttribute('aria-expanded')).to.equal('false');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('says what failed, and tries again when asked', async () => {
    const visit = await open();
    const fault = { kind: 'problem', status: 503, code: 'unavailable', call: 'GET /options/assets' } as const;
    await ask('fault', { id: visit.portal.id, next: [{ ...fault, times: 2 }] });
    await visit.fill('Asset', 'herestraat 106');
    await until('the sentence', () => status(visit).startsWith('The server cannot help now.'));
    expect(await visit.violations()).to.deep.equal([]);
    await ask('fault', { id: visit.portal.id, next: [] });
    await visit.press('Try again');
    expect(visit.root.activeElement).to.equal(await box(visit));
    await press(visit, 'ArrowDown');
    await until('the options', () => options(visit).length === 2);
  });

  it('finds without a connection what was loaded before, and says so', async () => {
    const visit = await open();
    (await box(visit)).focus();
    await press(visit, 'ArrowDown');
    await until('the first page', () => options(visit).length === 21);
    await ask('fault', { id: visit.portal.id, next: [{ kind: 'cut', times: 99 }] });
    await visit.fill('Asset', 'HERESTRAAT 106');
    await until('what was loaded', () => options(visit).length === 1);
    expect(visit.text()).to.contain('There is no connection. You only see what was loaded before.');
    expect(await visit.violations()).to.deep.equal([]);
    await press(visit, 'ArrowDown');
    await press(visit, 'Enter');
    expect((await box(visit)).value).to.equal('ATAG i28EC, Herestraat 106');
  });

  it('lets a customer whose session ended sign in again in place, and goes on with what was typed', async () => {
    const visit = await open();
    const fault = { kind: 'problem', status: 401, code: 'session-expired', call: 'GET /options/assets' } as const;
    await ask('fault', { id: visit.portal.id, next: [fault] });
    await visit.fill('Asset', HERE[1]);
    await signIn(visit);
    await press(visit, 'ArrowDown');
    await until('the option', () => options(visit).length === 1);
    expect((await box(visit)).value).to.equal(HERE[1]);
  });

  it('tells a guest to sign in, and leads there', async () => {
    const visit = await openDoor();
    await visit.press('Continue as guest');
    (await box(visit)).focus();
    await until('the sentence', () => status(visit) === 'Sign in to choose from your list.');
    expect(await visit.violations()).to.deep.equal([]);
    visit.roles('button', 'Sign in').at(-1)?.click();
    await visit.onStep('sign-in');
  });
});
