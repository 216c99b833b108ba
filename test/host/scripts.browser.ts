import { expect } from '@open-wc/testing';
import { cleanUp, until } from '../harness.js';
import { hasOneRequest, openPortal, sendAsGuest, visitPage } from './journey.js';
import { openPage, SCRIPT, tagFor } from './page.js';

afterEach(cleanUp);

const WARNINGS = `<script>
  window.warnings = []; window.thrown = [];
  console.warn = (text) => warnings.push(String(text));
  addEventListener('error', (event) => thrown.push(event.message));
  addEventListener('unhandledrejection', (event) => thrown.push(String(event.reason)));
</script>`;

const said = (inside: Window): { warnings: string[]; thrown: string[] } => {
  const { warnings, thrown } = inside as unknown as { warnings: string[]; thrown: string[] };
  return { warnings: warnings.filter((one) => one.startsWith('portal-request-form')), thrown };
};

const AGAIN = '<script type="module" src="/src/index.ts?again"></script>';
const TAG_MANAGER = `<script>
  addEventListener('load', () => setTimeout(() => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: '/src/index.ts' });
    document.head.prepend(script);
  }, 200));
</script>`;

describe('the script', () => {
  const ways: [string, { head?: string; foot?: string }][] = [
    ['in the head, before the element is parsed,', { head: SCRIPT }],
    ['that does not wait for the page', { head: SCRIPT.replace('type', 'async type') }],
    ['at the end of the page', { foot: SCRIPT }],
    ['put there late by a tag manager', { head: TAG_MANAGER }],
  ];
  for (const [what, { head = '', foot = '' }] of ways) {
    it(`62 ${what} shows the form, and what the website put inside until then`, async () => {
      const portal = await openPortal();
      const page = await openPage({ head: WARNINGS + head, body: tagFor(portal) + foot });
      if (head === TAG_MANAGER) expect(page.document.body.innerText).to.contain('Phone 050');
      const visit = await page.visit(portal);
      await visit.role('button', 'Continue as guest');
      expect(said(page.window)).to.deep.equal({ warnings: [], thrown: [] });
    });
  }

  it('62 that is there twice is one warning, and the form works', async () => {
    const { page, visit } = await visitPage({ head: WARNINGS + AGAIN });
    await sendAsGuest(visit);
    const { warnings, thrown } = said(page.window);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('loaded twice');
    expect(thrown).to.deep.equal([]);
    await hasOneRequest(visit.portal);
  });

  it('63 leaves an element of somebody else of that name alone', async () => {
    const portal = await openPortal();
    const theirs = `<script>customElements.define('portal-request-form',
      class extends HTMLElement { connectedCallback() { this.title = 'theirs'; } });</script>`;
    const page = await openPage({ head: WARNINGS + theirs + SCRIPT, body: tagFor(portal) });
    await until('the warning', () => said(page.window).warnings.length > 0);
    expect(page.document.querySelector('portal-request-form')?.title).to.equal('theirs');
    expect(page.document.body.innerText).to.contain('Phone 050');
    expect(said(page.window).warnings).to.have.length(1);
    expect(said(page.window).thrown).to.deep.equal([]);
  });
});

/** What libraries of other times did to every page that they were on. */
const PATCHES = {
  'adds to what every array has': `
    for (const name of ['each', 'first', 'last', 'remove', 'contains', 'clone', 'flatten', 'sum'])
      Array.prototype[name] = function () { return this; };
    Array.prototype.entries = function () { return this.slice(); };
    Array.from = (list) => { const copy = []; for (let i = 0; i < (list.length || 0); i++) copy.push(list[i]); return copy; };`,
  'writes arrays and texts as JSON in its own way': `
    Array.prototype.toJSON = function () { return '[' + this.map((one) => JSON.stringify(one)).join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    const own = JSON.stringify;
    JSON.stringify = function () { return own.apply(this, arguments); };`,
  'replaces promises and fetch': `
    const Native = Promise;
    window.Promise = class ZonePromise extends Native { then(...given) { return super.then(...given); } };
    const own = fetch;
    window.fetch = function (input, init) { return own.call(window, input, { ...init }).then((answer) => answer.clone()); };`,
  'replaces timers, binding and frames': `
    const [timer, frame] = [setTimeout, requestAnimationFrame];
    window.setTimeout = function (run, time) { return timer(function () { run.apply(window, arguments); }, time); };
    window.requestAnimationFrame = (run) => frame((time) => run(time));
    Function.prototype.bind = function (self, ...given) { const run = this; return function (...more) { return run.apply(self, [...given, ...more]); }; };
    Function.prototype.delay = () => undefined; String.prototype.strip = String.prototype.trim;
    Element.prototype.hide = Element.prototype.show = function () { return this; };`,
};

describe('a library that', () => {
  for (const [what, patch] of Object.entries(PATCHES)) {
    it(`64 ${what} changes nothing that is sent`, async () => {
      const { page, visit } = await visitPage({ head: `${WARNINGS}<script>${patch}</script>` });
      await sendAsGuest(visit);
      await hasOneRequest(visit.portal);
      expect(said(page.window).thrown).to.deep.equal([]);
    });
  }

  it('64 adds to what every object has gets a screen that says so, with the phone number', async () => {
    const patch = 'Object.prototype.extend = function () { return this; };';
    const { visit } = await visitPage({ head: `<script>${patch}</script>` });
    await visit.press('Continue as guest');
    await until('the reason', () => visit.text().includes('could not be loaded'));
    expect(visit.text()).to.contain('050 123 45 67');
  });
});
