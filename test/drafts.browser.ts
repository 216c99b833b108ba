import { expect } from '@open-wc/testing';
import { ask, cleanUp, formOf, mount, mountFields, place, signIn, until, type Visit } from './harness.js';

const remarks = { id: 'remarks', type: 'text', label: 'Remarks' } as const;
const forCustomers = { ...formOf([remarks]), access: { signIn: ['password' as const], guests: true } };

/** The same page in another tab, or after a reload. */
const another = async (visit: Visit, settings: Parameters<typeof place>[1] = { requestType: 'one' }) => {
  const next = place(visit.portal, settings);
  await until('portal-ready', () => next.heard('portal-ready').length > 0);
  return next;
};

const typed = async (visit: Visit, text: string): Promise<void> => {
  const before = visit.heard('portal-draft-saved').length;
  await visit.fill('Remarks', text);
  await until('the draft', () => visit.heard('portal-draft-saved').length > before);
};

const signedIn = async (): Promise<Visit> => {
  const visit = await mount(forCustomers);
  await signIn(visit);
  await visit.onStep('start');
  await visit.element.start('one');
  await typed(visit, 'mine');
  return visit;
};

afterEach(cleanUp);

describe('a draft that two tabs have open', () => {
  it('belongs to the newest, and the other says so', async () => {
    const first = await mountFields([remarks]);
    await typed(first, 'from the first');
    const second = await another(first);
    expect((await second.label('Remarks')).value).to.equal('from the first');
    await until('the notice', () => first.text().includes('opened in another tab'));
    expect(first.root.querySelector('input')).to.equal(null);
    expect(await first.violations()).to.deep.equal([]);
  });

  it('is taken back with what was typed in the other', async () => {
    const first = await mountFields([remarks]);
    await typed(first, 'first');
    const second = await another(first);
    await typed(second, 'second');
    await first.press('Go on here');
    expect((await first.label('Remarks')).value).to.equal('second');
    await until('the notice', () => second.text().includes('opened in another tab'));
  });

  it('is never overwritten by a tab that did not hear of the other', async () => {
    const first = await mountFields([remarks]);
    await typed(first, 'first');
    const tell = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'postMessage') ?? {};
    BroadcastChannel.prototype.postMessage = () => undefined;
    const second = await another(first);
    Object.defineProperty(BroadcastChannel.prototype, 'postMessage', tell);
    await typed(second, 'second');
    await first.fill('Remarks', 'would overwrite');
    await until('the notice', () => first.text().includes('opened in another tab'));
    first.element.remove();
    expect((await (await another(second)).label('Remarks')).value).to.equal('second');
  });

  it('shows the receipt in both once one has sent it', async () => {
    const first = await mountFields([remarks]);
    await typed(first, 'once');
    const second = await another(first);
    await second.press('Next');
    await second.fill('Name', 'Ann');
    await second.fill('E-mail address', 'ann@example.com');
    await second.press('Submit request');
    await second.onStep('confirmation');
    await first.onStep('confirmation');
    expect(await ask('requests', { id: first.portal.id })).to.have.length(1);
  });
});

describe('a page that goes while the device is still writing', () => {
  it('has what was typed last', async () => {
    const visit = await mountFields([remarks]);
    await typed(visit, 'first');
    const read = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'get') ?? {};
    let isWriting = false;
    IDBObjectStore.prototype.get = () => {
      isWriting = true;
      return {} as IDBRequest<unknown>; // never settles, as when the page is gone
    };
    try {
      await visit.fill('Remarks', 'last');
      await until('the device to write', () => isWriting);
      dispatchEvent(new PageTransitionEvent('pagehide'));
    } finally {
      Object.defineProperty(IDBObjectStore.prototype, 'get', read);
    }
    expect((await (await another(visit)).label('Remarks')).value).to.equal('last');
  });
});

describe('a draft that is too old', () => {
  it('is removed after the days of the portal', async () => {
    const config = formOf([remarks]);
    const visit = await mount({ ...config, portal: { ...config.portal, draftDays: 2 } }, { requestType: 'one' });
    await typed(visit, 'old');
    visit.element.remove();
    const Real = Date;
    const ahead = 3 * 86_400_000;
    globalThis.Date = class extends Real {
      constructor(...given: [] | [string | number]) {
        super(given[0] ?? Real.now() + ahead);
      }
    } as DateConstructor;
    try {
      expect((await (await another(visit)).label('Remarks')).value).to.equal('');
    } finally {
      globalThis.Date = Real;
    }
  });
});

describe('a shared device', () => {
  it('keeps nothing once the customer says so, also after a reload', async () => {
    const visit = await mountFields([remarks]);
    await typed(visit, 'private');
    await visit.press('Shared device? Keep nothing here');
    await until('the words', () => visit.text().includes('Nothing is kept on this device'));
    await visit.fill('Remarks', 'private too');
    expect(await visit.violations()).to.deep.equal([]);
    visit.element.remove();
    const next = await another(visit);
    expect((await next.label('Remarks')).value).to.equal('');
    expect(next.text()).to.contain('Nothing is kept on this device');
    await next.press('Keep it after all');
    await typed(next, 'kept again');
  });
});

describe('signing out with a request that was not sent', () => {
  it('asks first, and deletes it when that is wanted', async () => {
    const visit = await signedIn();
    await visit.press('Sign out');
    const question = await visit.role('group', /was not sent/);
    expect(question.matches(':focus')).to.equal(true);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Delete it and sign out');
    await visit.onStep('sign-in');
    await signIn(visit);
    await visit.onStep('start');
    expect(visit.text()).not.to.contain('not finished');
  });

  it('keeps it for the same customer, and shows it to nobody else', async () => {
    const visit = await signedIn();
    await visit.press('Sign out');
    await visit.press('Keep it and sign out');
    await visit.onStep('sign-in');
    await signIn(visit, visit.portal.otherCustomer);
    await visit.onStep('start');
    expect(visit.roles('button', 'Continue')).to.have.length(0);
    await visit.press('Sign out');
    await visit.onStep('sign-in');
    await signIn(visit);
    await visit.onStep('start');
    await visit.press('Continue');
    expect((await visit.label('Remarks')).value).to.equal('mine');
  });

  it('goes on where it was when the customer stays', async () => {
    const visit = await signedIn();
    await visit.press('Sign out');
    await visit.press('Stay signed in');
    expect((await visit.label('Remarks')).value).to.equal('mine');
    expect(visit.roles('group', /was not sent/)).to.have.length(0);
  });
});

describe('a draft of a customer who comes back', () => {
  it('goes on when the host page starts a request as soon as the customer signed in', async () => {
    const before = await signedIn();
    before.element.remove();
    sessionStorage.clear();
    const after = await another(before, {});
    after.element.addEventListener('portal-signed-in', () => void after.element.start('one'));
    await signIn(after);
    await after.onStep('details');
    expect((await after.label('Remarks')).value).to.equal('mine');
  });

  it('goes on when the host page starts a request at the same time as a guest goes on', async () => {
    const before = await mount(forCustomers);
    await before.press('Continue as guest');
    await before.element.start('one');
    await typed(before, 'of a guest');
    before.element.remove();
    sessionStorage.clear();
    const after = await another(before, {});
    await after.press('Continue as guest');
    await after.element.start('one');
    expect(after.element.step).to.equal('details');
    expect((await after.label('Remarks')).value).to.equal('of a guest');
  });
});
