import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { cleanUp, place, until, type Visit } from '../harness.js';
import { hasOneRequest, openPortal, sendAsGuest, visitPage } from './journey.js';
import { openPage, tagFor } from './page.js';

afterEach(cleanUp);

const noted = (target: EventTarget, ...names: readonly string[]): Event[] => {
  const events: Event[] = [];
  for (const name of names) target.addEventListener(name, (event) => events.push(event));
  return events;
};

describe('a form of the website around it', () => {
  it('69 is not sent by Enter or by a button, and gets nothing of what is filled in', async () => {
    const outer = document.createElement('form');
    const visit = place(await openPortal(), { requestType: 'one' });
    visit.element.before(outer);
    outer.append(visit.element);
    const sent = noted(outer, 'submit', 'reset');
    (await visit.label('E-mail address')).focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await visit.press('Continue as guest');
    await visit.onStep('details');
    (await visit.label('Remarks')).focus();
    await sendKeys({ type: 'kept' });
    await sendKeys({ press: 'Enter' });
    await visit.onStep('checklist');
    expect(sent).to.deep.equal([]);
    expect([...new FormData(outer)]).to.deep.equal([]);
    outer.replaceWith(visit.element);
  });
});

/** A website whose single letters are shortcuts: each is taken, wherever it seems to be no input. */
const shortcuts = (): { taken: string[]; end(): void } => {
  const taken: string[] = [];
  const take = (event: KeyboardEvent): void => {
    if ((event.target as Element).matches('input, textarea, select')) return;
    taken.push(event.key);
    if (event.key !== 'Tab') event.preventDefault();
  };
  document.addEventListener('keydown', take);
  return {
    taken,
    end: () => {
      document.removeEventListener('keydown', take);
    },
  };
};

const inRemarks = async (): Promise<Visit> => {
  const visit = place(await openPortal(), { requestType: 'one' });
  await visit.press('Continue as guest');
  await visit.onStep('details');
  (await visit.label('Remarks')).focus();
  return visit;
};

describe('keys', () => {
  it('70 that a website has as shortcuts are typed, and it takes none of them', async () => {
    const visit = await inRemarks();
    const theirs = shortcuts();
    await sendKeys({ type: 's/ j?' });
    await sendKeys({ press: 'Backspace' });
    expect((await visit.label('Remarks')).value).to.equal('s/ j');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Escape' });
    theirs.end();
    expect(theirs.taken).to.deep.equal(['Tab', 'Escape']);
  });

  it('70 that a website stops on their way still type, choose and go on', async () => {
    const stop = (event: Event): void => {
      event.stopImmediatePropagation();
    };
    const names = ['keydown', 'keypress', 'keyup'];
    const visit = await inRemarks();
    for (const name of names) addEventListener(name, stop, true);
    await sendKeys({ type: 'kept' });
    await sendKeys({ press: 'Enter' });
    await visit.onStep('checklist');
    for (const name of names) removeEventListener(name, stop, true);
    await visit.press('Back');
    expect((await visit.label('Remarks')).value).to.equal('kept');
  });

  it('70 stay in a window of the website that keeps the focus inside', async () => {
    const visit = await inRemarks();
    const box = visit.element.parentElement;
    const keep = (): void => {
      if (!box?.contains(document.activeElement)) box?.querySelector('button')?.focus();
    };
    document.addEventListener('focusin', keep);
    await sendKeys({ type: 'kept' });
    await visit.press('Next');
    await visit.onStep('checklist');
    document.removeEventListener('focusin', keep);
    expect(visit.root.activeElement?.textContent).to.contain('Checklist');
  });
});

const sides = ({ root }: Visit): string[] =>
  [...root.querySelectorAll<HTMLElement>('h2, label, .hint')].map((one) => getComputedStyle(one).direction);

describe('a page in another direction', () => {
  it('71 has a form that reads in the direction of its own language', async () => {
    const { page, visit } = await visitPage({ root: 'dir="rtl" lang="ar"' });
    await visit.role('button', 'Continue as guest');
    expect(new Set(sides(visit))).to.deep.equal(new Set(['ltr']));
    const [form] = visit.root.querySelectorAll('.form');
    expect(form?.scrollWidth).to.be.at.most(page.document.body.clientWidth);
    await sendAsGuest(visit);
  });

  it('71 can turn the form around, which then has its steps and its buttons from the right', async () => {
    const { visit } = await visitPage({ root: 'dir="rtl"' }, 'dir="rtl"');
    await visit.role('button', 'Continue as guest');
    expect(new Set(sides(visit))).to.deep.equal(new Set(['rtl']));
    const [first, second] = [...visit.root.querySelectorAll('.step')].map((one) => one.getBoundingClientRect().left);
    expect(first).to.be.greaterThan(Number(second));
    await sendAsGuest(visit);
    await hasOneRequest(visit.portal);
  });
});

const toParent = (message: string): string => `parent.postMessage(${message}, '*')`;

/** A frame that may run scripts and no more tells what its form shows. */
const SANDBOXED = `<script type="module" src="/src/index.ts"></script><script>
  addEventListener('portal-step-changed', ({ detail }) => ${toParent('{ step: detail.step }')});
  for (const name of ['portal-ready', 'portal-error']) addEventListener(name, ({ detail }) => setTimeout(async () => {
    const form = document.querySelector('portal-request-form');
    ${toParent('{ step: form.step, text: document.body.innerText, code: detail.code }')};
    if (form.step !== 'sign-in') return;
    [...form.shadowRoot.querySelectorAll('button')].find((one) => one.textContent.includes('guest')).click();
  }, 500));
</script>`;

interface Told {
  readonly step: string;
  readonly text?: string;
}

const hear = (): Told[] => {
  const told: Told[] = [];
  addEventListener('message', ({ data }: MessageEvent<Told | undefined>) => {
    if (data?.step) told.push(data);
  });
  return told;
};

describe('a page without an origin of its own', () => {
  it('72 because it is a sandboxed frame goes on without storage where the portal allows it', async () => {
    const told = hear();
    const portal = await openPortal(['null']);
    await openPage({ head: SANDBOXED, body: tagFor(portal), sandbox: 'allow-scripts allow-forms' });
    await until('the step after the sign-in', () => told.some(({ step }) => step === 'start'));
  });

  it('72 that the portal does not allow says that it cannot be shown, with the phone number', async () => {
    const told = hear();
    const portal = await openPortal(['https://www.example.com']);
    await openPage({ head: SANDBOXED, body: tagFor(portal), sandbox: 'allow-scripts allow-forms' });
    await until('the error', () => told.some(({ step, text }) => step === 'error' && text?.includes('Phone 050')));
  });

  it('72 or with an origin that it widened shows the form', async () => {
    const { visit } = await visitPage({ head: '<script>try { document.domain = document.domain } catch {}</script>' });
    await sendAsGuest(visit);
    await hasOneRequest(visit.portal);
  });
});

/** What a translating browser does: it puts other words in place of texts, some of them in elements of its own. */
const translate = (root: Node): void => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter(({ data }) => data.trim() !== '')) {
    const [outer, inner] = [1, 2].map(() => document.createElementNS('http://www.w3.org/1999/xhtml', 'font'));
    inner?.append(`«${text.data.trim()}»`);
    outer?.append(inner ?? '');
    text.replaceWith(outer ?? '');
  }
};

describe('a browser that translates', () => {
  it('46 shows each step anew, and sends what was answered', async () => {
    const visit = place(await openPortal(), { requestType: 'one' });
    await visit.press('Continue as guest');
    await visit.onStep('details');
    translate(visit.root);
    await visit.fill(/Remarks/, 'kept');
    await visit.choose(/Attic/);
    await visit.press(/Next/);
    await visit.onStep('checklist');
    await visit.role('heading', /Step 3 of 5: Checklist/);
    translate(visit.root);
    await visit.press(/Next/);
    expect(visit.missing()).to.have.length(1);
    await visit.choose(/Yes/);
    translate(visit.root);
    await visit.press(/Next/);
    await visit.onStep('submit');
    await visit.role('heading', /Step 4 of 5: Submit/);
    translate(visit.root);
    await visit.fill(/Name/, 'Ann');
    await visit.fill(/E-mail address/, 'ann@example.com');
    await visit.press(/Submit request/);
    await visit.onStep('confirmation');
    await hasOneRequest(visit.portal);
  });
});
