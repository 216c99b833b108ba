import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { cleanUp, formOf, mount, mountFields, signIn, until } from '../harness.js';
import {
  arrivedOnce,
  canResize,
  everyStep,
  fault,
  fillIn,
  onceIsEnough,
  persistTo,
  problem,
  readyToSend,
  reload,
  remarks,
  saved,
  signedIn,
  stored,
  toStep,
} from './visits.js';

onceIsEnough();
afterEach(cleanUp);

describe('impatient fingers', () => {
  it('40 that press next ten times go one step, and lose nothing', async () => {
    const visit = await toStep('details');
    const next = await visit.role('button', 'Next');
    for (let times = 0; times < 10; times += 1) next.click();
    await visit.onStep('checklist');
    await visit.press('Back');
    expect((await visit.label('Remarks')).value).to.equal('kept');
  });

  it('40 that hold Enter down send once', async () => {
    const visit = await readyToSend();
    const send = await visit.role('button', 'Submit request');
    send.focus();
    for (let times = 0; times < 5; times += 1) await sendKeys({ press: 'Enter' });
    await arrivedOnce(visit);
  });

  it('41 Enter in a field goes on; in a text area it begins a line', async () => {
    const visit = await mountFields([remarks, { id: 'more', type: 'textarea', label: 'More' }]);
    await visit.fill('Remarks', 'one');
    const area = await visit.label<HTMLTextAreaElement>('More');
    area.focus();
    await sendKeys({ press: 'Enter' });
    expect(area.value).to.equal('\n');
    expect(visit.element.step).to.equal('details');
    (await visit.label('Remarks')).focus();
    await sendKeys({ press: 'Enter' });
    await visit.onStep('submit');
  });
});

describe('what is pasted', () => {
  it('45 may be a megabyte: it is counted, refused in words, and can be shortened', async () => {
    const visit = await mountFields([{ ...remarks, type: 'textarea', maxLength: 5_000 }]);
    await visit.fill('Remarks', 'x'.repeat(1_000_000));
    await visit.press('Next');
    expect(visit.missing()).to.have.length(1);
    await visit.fill('Remarks', 'short');
    await visit.press('Next');
    await visit.onStep('submit');
  });

  it('45 arrives without NUL and halves of characters, and composed', async () => {
    const visit = await mountFields([remarks]);
    await visit.fill('Remarks', 'cafe\u0301 \u0000\ud800 ok');
    await visit.press('Next');
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    const text = String((await stored(visit))[0]?.submission.answers['remarks']);
    expect(text.startsWith('caf\u00e9')).to.equal(true);
    expect([...text].some((one) => one === '\u0000' || one === '\ud800')).to.equal(false);
  });
});

describe('what the browser fills in', () => {
  it('46 counts as typed, whichever events it sends', async () => {
    const visit = await mount(everyStep());
    const [email, password] = [await visit.label('E-mail address'), await visit.label('Password')];
    email.value = visit.portal.customer.email;
    email.dispatchEvent(new Event('change', { bubbles: true }));
    password.value = visit.portal.customer.password;
    password.dispatchEvent(new Event('input', { bubbles: true }));
    await visit.press('Sign in');
    await visit.onStep('start');
  });
});

describe('a session that ends', () => {
  for (const step of ['start', 'details', 'checklist']) {
    it(`49 on the step ${step} takes nothing away`, async () => {
      const visit = await signedIn();
      if (step !== 'start') await visit.element.start('one');
      if (step === 'checklist') {
        await visit.fill('Remarks', 'kept');
        await visit.press('Next');
        await visit.onStep('checklist');
      }
      await fault(visit.portal, { ...problem(401, 'session-expired'), call: 'POST /requests' });
      if (step === 'start') await visit.element.start('one');
      if (step === 'checklist') await visit.press('Back');
      await fillIn(visit);
      await visit.press('Submit request');
      await until('the question', () => visit.root.querySelector('input[type=password]'));
      await persistTo(visit, 'confirmation');
      await arrivedOnce(visit);
    });
  }

  it('49 and somebody else who signs in sees nothing of the first', async () => {
    const visit = await signedIn();
    await visit.element.start('one');
    await visit.fill('Remarks', 'private');
    await saved(visit);
    await fault(visit.portal, { ...problem(401, 'session-expired'), call: 'GET /session' });
    const next = reload(visit);
    await next.onStep('sign-in');
    await signIn(next, next.portal.otherCustomer);
    await next.onStep('start');
    await next.element.start('one');
    expect((await next.label('Remarks')).value).to.equal('');
    expect(next.text()).not.to.contain('private');
  });
});

describe('a screen of 320 pixels, as on a small phone or at a zoom of 400 %', () => {
  before(function () {
    if (!canResize) this.skip();
  });
  after(async () => {
    if (canResize) await setViewport({ width: 800, height: 600 });
  });

  it('51 cuts nothing off on any step, turned or not', async () => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const visit = await mount(
      formOf([{ ...remarks, label: long, help: `${long} https://example.com/${'a'.repeat(300)}` }], { label: long }),
      { requestType: 'one' },
    );
    for (const [width, height] of [
      [320, 480],
      [480, 320],
    ] as const) {
      await setViewport({ width, height });
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    }
    await setViewport({ width: 320, height: 480 });
    await visit.fill(new RegExp(long), 'y'.repeat(500));
    await visit.press('Next');
    await visit.onStep('submit');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(await visit.violations()).to.deep.equal([]);
  });
});
