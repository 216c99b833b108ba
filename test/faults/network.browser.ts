import { expect } from '@open-wc/testing';
import { ask, cleanUp, mount, place, signIn, until } from '../harness.js';
import type { Fault } from './fault.js';
import {
  arrivedOnce,
  everyStep,
  fault,
  fillIn,
  onceIsEnough,
  persistTo,
  problem,
  readyToSend,
  reload,
  restOfVisit,
  signedIn,
  wholeVisit,
} from './visits.js';

/** Every call between opening the page and the receipt. */
const CALLS = ['GET /config', 'POST /session', 'GET /session', 'POST /requests'] as const;

onceIsEnough();
afterEach(cleanUp);

describe('without a connection', () => {
  it('20 every step can be filled in, and the request is sent when there is one again', async () => {
    const visit = await mount(everyStep(), { requestType: 'one' });
    await visit.press('Continue as guest');
    await visit.onStep('details');
    await fault(visit.portal, { kind: 'cut', times: 1_000 });
    await fillIn(visit);
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    await visit.press('Submit request');
    await visit.role('region', 'Waiting to be sent');
    await fault(visit.portal);
    dispatchEvent(new Event('online'));
    await arrivedOnce(visit);
  });
});

describe('a call that goes wrong once', () => {
  const ways: [string, Fault][] = [
    ['is cut', { kind: 'cut' }],
    ['finds a server out of order', problem(503, 'unavailable')],
    ['gets no answer though the server acted', { kind: 'lost' }],
  ];
  for (const call of CALLS) {
    for (const [what, way] of ways) {
      it(`21 ${call} that ${what} is made again, and one request arrives`, async () => {
        await arrivedOnce(await wholeVisit({ ...way, call }));
      });
    }
  }

  it('24 POST /requests of which the answer is lost five times, and the page reloaded, is one request', async () => {
    const visit = await readyToSend();
    await fault(visit.portal, { kind: 'lost', call: 'POST /requests', times: 5 });
    await visit.press('Submit request');
    await visit.role('region', 'Waiting to be sent');
    const next = reload(visit);
    await fault(visit.portal);
    dispatchEvent(new Event('online'));
    await persistTo(next, 'confirmation');
    await arrivedOnce(next);
  });

  const unreadable: [string, Fault][] = [
    ['half an answer', { kind: 'truncated' }],
    ['all but one byte', { kind: 'truncated', at: 0.99 }],
    ['the page of a hotel', { kind: 'html' }],
    ['nothing', { kind: 'instead', status: 200, body: '' }],
    ['JSON of somebody else', { kind: 'instead', status: 200, body: '{"ok":true}' }],
  ];
  for (const [what, way] of unreadable) {
    it(`25 ${what} is taken for no answer, at every call`, async () => {
      await arrivedOnce(await wholeVisit(...CALLS.slice(1).map((call) => ({ ...way, call }))));
    });
  }

  for (const call of ['GET /config', 'GET /session', 'POST /requests']) {
    it(`26 ${call} to which the session has ended asks to sign in again, and goes on`, async () => {
      const visit = await signedIn();
      await fault(visit.portal, { ...problem(401, 'session-expired'), call });
      await arrivedOnce(await restOfVisit(visit));
    });
  }

  it('27 POST /requests that the browser may not read, or not even make, is made again', async () => {
    const visit = await readyToSend();
    await fault(
      visit.portal,
      { kind: 'no-cors', call: 'POST /requests' },
      { kind: 'instead', status: 403, body: '', call: 'OPTIONS /requests' },
    );
    await visit.press('Submit request');
    await visit.role('region', 'Waiting to be sent');
    await persistTo(visit, 'confirmation');
    await arrivedOnce(visit);
  });
});

describe('a server that does not answer in time', () => {
  const inTime = AbortSignal.timeout.bind(AbortSignal);
  beforeEach(() => {
    AbortSignal.timeout = (milliseconds) => inTime(milliseconds / 50);
  });
  afterEach(() => {
    AbortSignal.timeout = inTime;
  });

  for (const [what, way] of [
    ['is silent', { kind: 'held' }],
    ['sends a byte a second', { kind: 'throttled', milliseconds: 1_000 }],
  ] as [string, Fault][]) {
    it(`22 and ${what} is asked again, at every call`, async () => {
      await arrivedOnce(await wholeVisit(...CALLS.map((call) => ({ ...way, call }))));
    });
  }

  it('22 is said to take too long while the portal is loaded', async () => {
    const portal = await ask('portal', { config: everyStep() });
    await fault(portal, { kind: 'held', times: 2 });
    const visit = place(portal);
    await until('the failure', () => visit.heard('portal-error').length > 0);
    expect(visit.heard('portal-error')).to.deep.equal([{ code: 'timeout', retrying: false }]);
    await persistTo(visit, 'start');
  });

  it('22 but byte after byte is waited for', async () => {
    await arrivedOnce(await wholeVisit({ kind: 'throttled', milliseconds: 0, call: 'GET /config' }));
  });
});

describe('a server that asks to wait', () => {
  const inTwoSeconds = () => new Date(Date.now() + 2_000).toUTCString();
  const waits: [string, () => Record<string, string>][] = [
    ['a second', () => ({ 'Retry-After': '1' })],
    ['until a moment', () => ({ 'Retry-After': inTwoSeconds() })],
    ['an absurd time', () => ({ 'Retry-After': '99999999999' })],
    ['since long ago', () => ({ 'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT' })],
    ['in words', () => ({ 'Retry-After': 'soon' })],
    ['and does not say how long', () => ({})],
  ];
  for (const [what, headers] of waits) {
    it(`23 ${what} is asked again by itself, soon enough`, async () => {
      const visit = await readyToSend();
      await fault(visit.portal, { ...problem(429, 'rate-limited', headers()), call: 'POST /requests' });
      await visit.press('Submit request');
      await visit.role('region', 'Waiting to be sent');
      await arrivedOnce(visit);
    });
  }
});

describe('a redirect to another origin', () => {
  it('28 is not followed with the token of the customer', async () => {
    const visit = await readyToSend();
    const elsewhere = await ask('portal', {});
    const location = `${elsewhere.endpoint.replace('127.0.0.1', 'localhost')}/requests`;
    await fault(visit.portal, { kind: 'redirect', location, call: 'POST /requests' });
    await visit.press('Submit request');
    await visit.role('region', 'Waiting to be sent');
    expect(await ask('calls', { id: elsewhere.id })).to.deep.equal([]);
    await persistTo(visit, 'confirmation');
    await arrivedOnce(visit);
  });
});

describe('a device whose clock is wrong', () => {
  const RealDate = Date;
  const setClock = (days: number): void => {
    const now = () => RealDate.now() + days * 86_400_000;
    globalThis.Date = class extends RealDate {
      static override now = now;
      constructor(...given: []) {
        super(...((given as unknown[]).length > 0 ? given : ([now()] as unknown as [])));
      }
    } as DateConstructor;
  };
  afterEach(() => {
    globalThis.Date = RealDate;
  });
  for (const [what, days] of [
    ['ahead', 1],
    ['behind', -1],
  ] as const) {
    it(`31 by a day, ${what}, sends a request, and keeps its draft through a reload`, async () => {
      setClock(days);
      const visit = await readyToSend();
      await until('the draft', () => visit.heard('portal-draft-saved').length > 0);
      const next = reload(visit, { requestType: 'one' });
      await next.onStep('submit');
      await next.press('Submit request');
      await arrivedOnce(next);
    });
  }
});

describe('answers that change places', () => {
  it('29 with each other sign in and load the portal all the same', async () => {
    const portal = await ask('portal', { config: everyStep() });
    const visit = place(portal);
    await visit.onStep('sign-in');
    await fault(portal, { kind: 'overtaken', call: 'GET /requests' });
    await signIn(visit);
    await visit.onStep('start');
    await visit.element.start('one');
    await fillIn(visit);
    await visit.press('Submit request');
    await arrivedOnce(visit);
  });
});
