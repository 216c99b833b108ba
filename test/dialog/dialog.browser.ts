import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ask, cleanUp, place, until, type Visit } from '../harness.js';
import { hasOneRequest, openPortal, sendAsGuest } from '../host/journey.js';
import { openPage, SCRIPT, tagFor } from '../host/page.js';

const dialogOf = ({ root }: Visit): Promise<HTMLDialogElement> =>
  until('the dialog', () => root.querySelector('dialog'));

/** Puts something into the page of the test that opens a form; `around` goes away with it. */
const openerFor = (around: ParentNode, html = '<button type="button" data-portal-open>Ask</button>'): HTMLElement => {
  const box = document.createElement('div');
  box.className = 'opener';
  box.innerHTML = html;
  around.append(box);
  return box.firstElementChild as HTMLElement;
};

const closed = async (settings: Parameters<typeof place>[1] = {}): Promise<Visit> => {
  const visit = place(await openPortal(), { appearance: 'dialog', ...settings });
  await visit.onStep('sign-in');
  await dialogOf(visit);
  return visit;
};

const opened = async (visit: Visit, opener = openerFor(document.body)): Promise<HTMLDialogElement> => {
  const dialog = await dialogOf(visit);
  opener.focus();
  opener.click();
  await until('the dialog to be open', () => dialog.matches(':modal'));
  return dialog;
};

const closes = (visit: Visit, times = 1): Promise<boolean> =>
  until('portal-closed', () => visit.heard('portal-closed').length === times);

afterEach(() => {
  for (const opener of document.querySelectorAll('.opener')) opener.remove();
  cleanUp();
});

describe('a form in a dialog', () => {
  it('takes no room in the page until it is opened, and then has the focus', async () => {
    const visit = await closed();
    expect(visit.element.getBoundingClientRect().height).to.equal(0);
    expect(visit.roles('button')).to.deep.equal([]);
    await opened(visit);
    const heading = await visit.role('heading', /Step 1 of/);
    await until('the heading to have the focus', () => heading.matches(':focus'));
    expect(visit.element.hasAttribute('open')).to.equal(true);
    expect(visit.heard('portal-opened')).to.deep.equal([{}]);
  });

  it('gives the focus to its heading as soon as there is one, when it was opened before', async () => {
    const portal = await openPortal();
    await ask('fault', { id: portal.id, next: [{ kind: 'held', call: 'GET /config' }] });
    const visit = place(portal, { appearance: 'dialog' });
    await opened(visit);
    expect(visit.root.querySelector('h2')).to.equal(null);
    const letGo = setInterval(() => void ask('release', { id: portal.id }), 50); // the answer may not be held yet
    const heading = await visit.role('heading', /Step 1 of/);
    clearInterval(letGo);
    await until('the heading to have the focus', () => heading.matches(':focus'));
  });

  it('is called after the portal and passes axe', async () => {
    const visit = await closed();
    await opened(visit);
    await visit.role('dialog', 'Portal');
    expect(await visit.violations()).to.deep.equal([]);
  });

  for (const [how, close] of [
    ['Escape', () => sendKeys({ press: 'Escape' })],
    ['its button', (visit: Visit) => visit.press('Close')],
  ] as const) {
    it(`is closed by ${how}, keeps what was typed, and gives the focus back`, async () => {
      const visit = await closed({ requestType: 'one' });
      const opener = openerFor(document.body);
      await opened(visit, opener);
      await visit.press('Continue as guest');
      await visit.fill('Remarks', 'kept');
      await close(visit);
      await closes(visit);
      expect(document.activeElement).to.equal(opener);
      expect(visit.element.hasAttribute('open')).to.equal(false);
      await opened(visit, opener);
      expect((await visit.label('Remarks')).value).to.equal('kept');
    });
  }

  it('makes the page behind inert and still, and lets it go again', async () => {
    const visit = await closed();
    const opener = openerFor(document.body);
    const dialog = await opened(visit, opener);
    opener.focus();
    expect(document.activeElement).not.to.equal(opener);
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    dialog.close();
    await closes(visit);
    expect(document.documentElement.style.overflow).to.equal('');
  });

  it('is opened by what is added later, by what stands in it, and by a link', async () => {
    const visit = await closed();
    const link = openerFor(document.body, '<a href="#elsewhere" data-portal-open>Ask <b>us</b></a>');
    const dialog = await opened(visit, link.querySelector('b') ?? link);
    expect(location.hash).to.equal('');
    dialog.close();
    await closes(visit);
    link.addEventListener('click', (event) => {
      event.preventDefault();
    });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true, cancelable: true }));
    expect(dialog.open).to.equal(false);
  });

  it('is opened by a click that came before what makes it was loaded', async () => {
    const visit = place(await openPortal(), { appearance: 'dialog' });
    await visit.element.updateComplete;
    expect(visit.root.querySelector('dialog')).to.equal(null);
    openerFor(document.body).click();
    await until('the dialog to be open', () => visit.heard('portal-opened').length === 1);
  });

  it('is the one that its opener names, or else the first', async () => {
    const [first, second] = [await closed(), await closed()];
    second.element.id = 'second';
    const dialog = await opened(second, openerFor(document.body, '<button data-portal-open="second">Ask</button>'));
    expect(first.heard('portal-opened')).to.deep.equal([]);
    dialog.close();
    await closes(second);
    await opened(first);
    expect(second.heard('portal-opened').length).to.equal(1);
  });

  it('is opened from within its own shadow root, whatever the page has', async () => {
    const [other, visit] = [await closed(), await closed()];
    const around = document.createElement('section');
    visit.element.before(around);
    around.attachShadow({ mode: 'open' }).append(visit.element);
    const opener = openerFor(around.shadowRoot ?? around);
    await opened(visit, opener);
    expect(other.heard('portal-opened')).to.deep.equal([]);
    await visit.press('Close');
    await closes(visit);
    expect(around.shadowRoot?.activeElement).to.equal(opener);
  });

  it('follows the attributes open and appearance at any time, and loses no answer', async () => {
    const visit = await closed({ requestType: 'one' });
    visit.element.toggleAttribute('open', true);
    const dialog = await dialogOf(visit);
    await until('the dialog to be open', () => dialog.open);
    await visit.press('Continue as guest');
    await visit.fill('Remarks', 'kept');
    visit.element.appearance = 'inline';
    await closes(visit);
    expect((await visit.label('Remarks')).value).to.equal('kept');
    expect(visit.root.querySelector('dialog')).to.equal(null);
    visit.element.setAttribute('appearance', 'dialog');
    await opened(visit);
    expect((await visit.label('Remarks')).value).to.equal('kept');
  });

  it('that is taken from the page lets the page go, and can be opened where it is put back', async () => {
    const visit = await closed();
    const parent = visit.element.parentElement;
    await opened(visit);
    visit.element.remove();
    await until('the page to be free', () => document.documentElement.style.overflow === '');
    parent?.append(visit.element);
    await opened(visit);
  });

  it('stays in its dialog when it changes while it stands in no page', async () => {
    const { element, root } = await closed();
    element.remove();
    element.messages = { next: 'On' };
    await element.updateComplete;
    expect(root.querySelectorAll('dialog .form')).to.have.length(1);
  });

  it('that nobody could see is not opened, so that the page is never stuck', async () => {
    const visit = await closed();
    visit.element.hidden = true;
    openerFor(document.body).click();
    expect((await dialogOf(visit)).open).to.equal(false);
    expect(document.documentElement.style.overflow).to.equal('');
    expect(visit.heard('portal-opened')).to.deep.equal([]);
  });

  it('speaks the language of the form, in the words of the website where it has some', async () => {
    const visit = await closed({ lang: 'nl' });
    await opened(visit);
    await visit.role('button', 'Sluiten');
    visit.element.messages = { 'dialog.close': 'Weg' };
    await visit.role('button', 'Weg');
  });

  it('is sent as anywhere, on a page whose policy allows one nonce', async () => {
    const portal = await openPortal();
    const policy = `default-src 'none'; script-src 'nonce-once'; connect-src ${new URL(portal.endpoint).origin};
      require-trusted-types-for 'script'; trusted-types lit-html`;
    const page = await openPage({
      head: `<meta http-equiv="Content-Security-Policy" content="${policy}">${SCRIPT.replace('src', 'nonce="once" src')}`,
      body: `<button data-portal-open>Ask</button>${tagFor(portal, 'appearance="dialog"')}`,
    });
    const visit = await page.visit(portal);
    const dialog = await dialogOf(visit);
    page.document.querySelector('button')?.click();
    await until('the dialog to be open', () => dialog.open);
    await sendAsGuest(visit);
    await hasOneRequest(portal);
  });
});
