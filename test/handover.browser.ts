import { expect } from '@open-wc/testing';
import { clear, createStore, keys } from 'idb-keyval';
import { ask, cleanUp, formOf, mount, place, signIn, until, type Visit } from './harness.js';
import { PNG } from './sample-files.js';

const config = {
  ...formOf([
    { id: 'remarks', type: 'text', label: 'Remarks' },
    { id: 'place', type: 'text', label: 'Place' },
    { id: 'photos', type: 'file', label: 'Photos', accept: ['image/*'] },
  ]),
  access: { signIn: ['password' as const], guests: true },
};

/** A desk with a request under way that the portal has a copy of. */
const atDesk = async (): Promise<Visit> => {
  const desk = await mount(config, { requestType: 'one' });
  await signIn(desk);
  await desk.fill('Remarks', 'from the desk');
  await desk.role('button', 'Continue on your phone');
  return desk;
};

/** Opens the panel and gives the link in it. */
const offered = async (desk: Visit): Promise<string> => {
  await desk.press('Continue on your phone');
  await desk.role('img', /QR code/);
  return desk.root.querySelector('.address')?.textContent ?? '';
};

/** Opens a link on a page where nobody has signed in, as on a phone. */
const open = async (desk: Visit, link: string, settings: Parameters<typeof place>[1] = {}): Promise<Visit> => {
  sessionStorage.clear();
  history.replaceState(null, '', new URL(link).hash);
  const phone = place(desk.portal, settings);
  await until('portal-ready', () => phone.heard('portal-ready').length > 0);
  return phone;
};

afterEach(async () => {
  cleanUp();
  history.replaceState(null, '', location.pathname + location.search);
  await clear(createStore('portal-request-form', 'drafts'));
});

describe('at the desk', () => {
  it('shows a code with its link and its time, and gives the focus back', async () => {
    const desk = await atDesk();
    const link = await offered(desk);
    expect(link).to.match(/^http[^#?]*(?:\?[^#]*)?#portal-handover=[^,]+,[\w-]{22}$/);
    const panel = await desk.role('group', 'Continue on your phone');
    expect(panel.matches(':focus')).to.equal(true);
    expect(panel.textContent).to.contain('once, for another 10 minutes');
    expect(await desk.violations()).to.deep.equal([]);
    await desk.press('Close');
    expect((await desk.role('button', 'Continue on your phone')).matches(':focus')).to.equal(true);
  });

  it('makes a new code when the time of one is over', async () => {
    const desk = await atDesk();
    const first = await offered(desk);
    const now = Date.now.bind(Date);
    Date.now = () => now() + 11 * 60_000;
    await desk.role('button', 'New code').finally(() => {
      Date.now = now;
    });
    await desk.press('New code');
    const second = await until('a new code', () => {
      const link = desk.root.querySelector('.address')?.textContent;
      return link !== first && link;
    });
    expect(second).to.contain('#portal-handover=');
  });

  it('offers nothing where the portal does not', async () => {
    const desk = place(await ask('portal', { config }), { requestType: 'one' });
    const next = [{ call: 'GET /drafts', kind: 'problem', status: 404, code: 'not-found' }] as const;
    await ask('fault', { id: desk.portal.id, next });
    await signIn(desk);
    await desk.fill('Remarks', 'from the desk');
    await until('the draft', () => desk.heard('portal-draft-saved').length > 0);
    expect(desk.roles('button', 'Continue on your phone')).to.deep.equal([]);
  });
});

describe('on the phone', () => {
  it('goes on where the desk was, and both add without a question', async () => {
    const desk = await atDesk();
    const phone = await open(desk, await offered(desk));
    expect(location.hash).to.equal('');
    await phone.onStep('details');
    expect((await phone.label('Remarks')).value).to.equal('from the desk');
    await phone.press('Back');
    expect(phone.element.step).to.equal('details');
    expect(phone.text()).to.contain('open on another screen');
    expect(phone.roles('button', /keep nothing here/i)).to.deep.equal([]);
    expect(await phone.violations()).to.deep.equal([]);
    const picker = await until('the input', () => phone.root.querySelector<HTMLInputElement>('input[type=file]'));
    const chosen = new DataTransfer();
    chosen.items.add(new File([PNG], 'leak.png', { type: 'image/png' }));
    picker.files = chosen.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await desk.fill('Place', 'Attic');
    await until('the photo at the desk', () => desk.text().includes('leak'));
    expect([(await desk.label('Place')).value, desk.roles('group', /also changed/).length]).to.deep.equal(['Attic', 0]);
  });

  it('keeps through a reload what was typed before the portal has it', async () => {
    const desk = await atDesk();
    const phone = await open(desk, await offered(desk));
    await phone.fill('Place', 'Cellar');
    await ask('fault', { id: desk.portal.id, next: [{ call: 'PUT /drafts', kind: 'cut' }] });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    phone.element.remove();
    const again = place(desk.portal);
    expect((await again.label('Place')).value).to.equal('Cellar');
    await desk.fill('Remarks', 'changed meanwhile');
    await until('the answer at the desk', () => desk.root.querySelectorAll('input')[1]?.value === 'Cellar');
    await until(
      'nothing left in the tab',
      () => !Object.keys(sessionStorage).some((key) => key.includes('handed-over')),
    );
  });

  it('opens the dialog that the form stands in', async () => {
    const desk = await atDesk();
    const phone = await open(desk, await offered(desk), { appearance: 'dialog' });
    await phone.role('dialog');
    expect((await phone.label('Remarks')).value).to.equal('from the desk');
  });

  it('is opened by the form of its portal, whichever else is on the page', async () => {
    const desk = await atDesk();
    const { hash } = new URL(await offered(desk));
    sessionStorage.clear();
    history.replaceState(null, '', hash);
    const other = place(await ask('portal', { config }));
    await other.onStep('sign-in');
    expect(location.hash).to.equal(hash);
    const phone = place(desk.portal);
    await phone.onStep('details');
    expect(location.hash).to.equal('');
  });

  it('leaves the sending to the desk, and keeps nothing on the device', async () => {
    const desk = await atDesk();
    const kept = createStore('portal-request-form', 'drafts');
    const link = await offered(desk);
    const before = await keys(kept);
    const phone = await open(desk, link);
    await phone.fill('Place', 'Cellar');
    await phone.press('Next');
    await phone.onStep('submit');
    await until('the copy', () => phone.text().includes('Everything is on the other screen'));
    expect(phone.roles('button', /Submit request|Sign out/)).to.deep.equal([]);
    expect(await phone.violations()).to.deep.equal([]);
    expect(await keys(kept)).to.deep.equal(before);
    await until('the answer at the desk', () => desk.root.querySelectorAll('input')[1]?.value === 'Cellar');
  });

  it('says so when the code was used, and lets the customer sign in', async () => {
    const desk = await atDesk();
    const link = await offered(desk);
    await open(desk, link);
    const second = await open(desk, link);
    expect((await second.role('alert')).textContent).to.contain('used already, or is older than ten minutes');
    expect([location.hash, second.element.step]).to.deep.equal(['', 'sign-in']);
    expect(await second.violations()).to.deep.equal([]);
  });

  it('says so when the request was sent meanwhile', async () => {
    const desk = await atDesk();
    const phone = await open(desk, await offered(desk));
    await desk.press('Next');
    await desk.press('Submit request');
    await desk.onStep('confirmation');
    await phone.fill('Place', 'Cellar');
    expect((await phone.role('alert', '')).textContent).to.contain('no longer open on this phone');
    expect(phone.roles('button', /here after all|take over|Go on here/i)).to.deep.equal([]);
    expect(phone.root.querySelector('.body input')).to.equal(null);
  });
});
