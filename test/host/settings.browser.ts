import { expect } from '@open-wc/testing';
import type { PortalRequestForm } from '../../src/index.js';
import { cleanUp, place, until, type Visit } from '../harness.js';
import { hasOneRequest, openPortal, sendAsGuest } from './journey.js';
import { openPage, SCRIPT, tagFor } from './page.js';

afterEach(cleanUp);

const onDetails = async (): Promise<Visit> => {
  const visit = place(await openPortal(), { requestType: 'one' });
  await visit.press('Continue as guest');
  await visit.onStep('details');
  await visit.fill('Remarks', 'kept');
  return visit;
};

/** What a host page may set, as something that it never should be. */
const NONSENSE: readonly [string, Record<string, unknown>][] = [
  ['an object as request type', { requestType: { a: 1 } }],
  ['a text as prefill', { prefill: 'everything' }],
  ['null as prefill', { prefill: null }],
  ['null as messages', { messages: null }],
  ['a text as messages', { messages: 'friendly' }],
  ['a text as tokenProvider', { tokenProvider: 'token' }],
  [
    'a provider that throws',
    {
      tokenProvider: () => {
        throw new Error('no');
      },
    },
  ],
  ['a provider that gives an object', { tokenProvider: () => Promise.resolve({ token: 1 }) }],
  ['another place to fill in from', { prefillFrom: 'cookies' }],
  ['a language that nobody speaks', { lang: 'tlh-💥' }],
];

describe('a website that sets', () => {
  it('67 properties before the script is there gets what they say', async () => {
    const portal = await openPortal();
    const page = await openPage({
      body: `<portal-request-form></portal-request-form>
        <script>Object.assign(document.querySelector('portal-request-form'), {
          endpoint: '${portal.endpoint}', requestType: 'one', lang: 'en', prefill: { remarks: 'given' }, noDrafts: true });
        </script>${SCRIPT}`,
    });
    const visit = await page.visit(portal);
    await visit.press('Continue as guest');
    await visit.onStep('details');
    expect((await visit.label('Remarks')).value).to.equal('given');
    expect(visit.element.noDrafts).to.equal(true);
  });

  it('67 attributes one by one, the address last, gets what they say', async () => {
    const portal = await openPortal();
    const page = await openPage({ head: SCRIPT, body: '<portal-request-form></portal-request-form>' });
    const visit = await page.visit(portal);
    await visit.onStep('error');
    for (const [name, value] of Object.entries({ lang: 'nl', 'request-type': 'one', endpoint: portal.endpoint })) {
      visit.element.setAttribute(name, value);
      await visit.element.updateComplete;
    }
    await visit.press('Verder als gast');
    await visit.onStep('details');
  });

  for (const [what, setting] of NONSENSE) {
    it(`67 ${what} still has a form that works`, async () => {
      const visit = place(await openPortal(), setting);
      if (setting['lang']) visit.element.lang = 'en';
      await sendAsGuest(visit);
      await hasOneRequest(visit.portal);
    });
  }

  for (const address of ['http://[', 'javascript:alert(1)', 'data:text/html,x', '//', '::', 'mailto:a@b.nl']) {
    it(`67 ${address} as the address says that there is no form there, with the phone number`, async () => {
      const page = await openPage({ head: SCRIPT, body: tagFor({ ...(await openPortal()), endpoint: address }) });
      const visit = await page.visit(await openPortal());
      await visit.onStep('error');
      expect(page.document.body.innerText).to.contain('Phone 050');
    });
  }

  const changes: [string, (element: PortalRequestForm) => void][] = [
    ['the language', (element) => (element.lang = 'nl')],
    ['the language of the page', () => (document.documentElement.lang = 'nl')],
    ['a request type that does not exist', (element) => (element.requestType = 'none')],
    ['no request type', (element) => element.removeAttribute('request-type')],
    ['the step', (element) => element.setAttribute('step', 'confirmation')],
    ['the same address', (element) => element.setAttribute('endpoint', element.endpoint)],
    ['other messages', (element) => (element.messages = { next: 'On' })],
    ['an answer', (element) => (element.prefill = { remarks: 'other' })],
  ];
  for (const [what, change] of changes) {
    it(`67 ${what} in the middle of a request loses no answer`, async () => {
      const visit = await onDetails();
      change(visit.element);
      await visit.element.updateComplete;
      expect((await visit.label(/Remarks/)).value).to.equal('kept');
      await until('the step as it is', () => visit.element.getAttribute('step') === 'details');
      document.documentElement.removeAttribute('lang');
    });
  }

  it('67 another address in the middle of a request shows the other portal, with nothing of the first', async () => {
    const visit = await onDetails();
    const other = await openPortal();
    visit.element.requestType = undefined;
    visit.element.endpoint = other.endpoint;
    await visit.onStep('sign-in');
    await visit.press('Continue as guest');
    await visit.onStep('start');
    await visit.element.start('one');
    expect((await visit.label('Remarks')).value).to.equal('');
  });
});
