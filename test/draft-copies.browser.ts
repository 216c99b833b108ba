import { expect } from '@open-wc/testing';
import { clear, createStore } from 'idb-keyval';
import type { Draft } from '../src/contract/index.js';
import { ask, cleanUp, formOf, mount, place, signIn, until, type Visit } from './harness.js';

const remarks = { id: 'remarks', type: 'text', label: 'Remarks' } as const;
const where = { id: 'place', type: 'text', label: 'Place' } as const;
const config = { ...formOf([remarks, where]), access: { signIn: ['password' as const], guests: true } };

/** The drafts that the portal keeps, as another device with the same customer sees them. */
const otherDevice = async ({ portal: { endpoint, customer } }: Visit) => {
  const json = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ method: 'password', email: customer.email, password: customer.password });
  const session = await fetch(`${endpoint}/session`, { method: 'POST', headers: json, body });
  const { token } = (await session.json()) as { token: string };
  const headers = { ...json, Authorization: `Bearer ${token}` };
  const call = (path: string, more: RequestInit = {}) =>
    fetch(`${endpoint}/drafts${path}`, { ...more, headers: { ...headers, ...(more.headers as object) } });
  return {
    list: async () => ((await (await call('')).json()) as { items: { id: string; etag: string }[] }).items,
    read: async (id: string) => (await (await call(`/${id}`)).json()) as Draft,
    change: async (answers: Draft['answers']) => {
      const [first] = ((await (await call('')).json()) as { items: { id: string; etag: string }[] }).items;
      const { id, savedAt, ...content } = (await (await call(`/${first?.id ?? ''}`)).json()) as Draft;
      const changed = JSON.stringify({ ...content, answers });
      const put = await call(`/${id}`, { method: 'PUT', headers: { 'If-Match': first?.etag ?? '' }, body: changed });
      expect([put.status, savedAt.length > 0]).to.deep.equal([200, true]);
    },
  };
};

const answersThere = async (device: Awaited<ReturnType<typeof otherDevice>>) => {
  const [first] = await device.list();
  return first ? (await device.read(first.id)).answers : undefined;
};

/** What the portal has of the only draft. */
const untilThere = async (device: Awaited<ReturnType<typeof otherDevice>>, wanted: Draft['answers']) => {
  let there: Draft['answers'] | undefined;
  const asking = setInterval(() => void answersThere(device).then((answers) => (there = answers)), 150);
  await until('the copy', () => JSON.stringify(there) === JSON.stringify(wanted)).finally(() => {
    clearInterval(asking);
  });
};

const begun = async (): Promise<Visit> => {
  const visit = await mount(config, { requestType: 'one' });
  await signIn(visit);
  await visit.onStep('details');
  await visit.fill('Remarks', 'from the desk');
  return visit;
};

/** Nothing of this customer is on the device, as on one that was never used. */
const forgetDevice = async (visit: Visit): Promise<void> => {
  visit.element.remove();
  sessionStorage.clear();
  await clear(createStore('portal-request-form', 'drafts'));
};

afterEach(cleanUp);

describe('a request begun on one device', () => {
  it('goes on where it was on another', async () => {
    const desk = await begun();
    await untilThere(await otherDevice(desk), { remarks: 'from the desk' });
    await forgetDevice(desk);
    const phone = place(desk.portal);
    await signIn(phone);
    await phone.press('Continue');
    expect((await phone.label('Remarks')).value).to.equal('from the desk');
    await phone.fill('Place', 'cellar');
    await untilThere(await otherDevice(desk), { remarks: 'from the desk', place: 'cellar' });
  });

  it('goes on at once where the page asks for its type', async () => {
    const desk = await begun();
    await untilThere(await otherDevice(desk), { remarks: 'from the desk' });
    await forgetDevice(desk);
    const phone = place(desk.portal, { requestType: 'one' });
    await signIn(phone);
    expect((await phone.label('Remarks')).value).to.equal('from the desk');
  });

  it('is gone everywhere once it is deleted or sent', async () => {
    const desk = await begun();
    const device = await otherDevice(desk);
    await untilThere(device, { remarks: 'from the desk' });
    await desk.press('Next');
    await desk.press('Submit request');
    await desk.onStep('confirmation');
    expect(await device.list()).to.deep.equal([]);
    expect(await ask('requests', { id: desk.portal.id })).to.have.length(1);
  });
});

describe('a portal that keeps no drafts', () => {
  it('is asked once, and the request goes on without', async () => {
    const visit = place(await ask('portal', { config }), { requestType: 'one' });
    const next = [{ call: 'GET /drafts', kind: 'problem', status: 404, code: 'not-found' }] as const;
    await ask('fault', { id: visit.portal.id, next });
    await signIn(visit);
    await visit.fill('Remarks', 'stays here');
    await until('the draft', () => visit.heard('portal-draft-saved').length > 0);
    await visit.element.reset();
    const calls = await ask('calls', { id: visit.portal.id });
    const about = calls.filter(({ path }) => path.includes('/drafts')).map(({ method, path }) => `${method} ${path}`);
    expect(about.filter((call) => !call.startsWith('OPTIONS'))).to.have.length(1);
  });
});

describe('a request that two devices change', () => {
  const differing = async () => {
    const visit = await begun();
    const device = await otherDevice(visit);
    await untilThere(device, { remarks: 'from the desk' });
    await device.change({ remarks: 'from the phone', place: 'cellar' });
    await visit.fill('Remarks', 'from the desk again');
    return { visit, device, question: await visit.role('group', /also changed on another device/) };
  };

  it('shows both and asks, with nothing else to do meanwhile', async () => {
    const { visit, question } = await differing();
    expect(question.matches(':focus')).to.equal(true);
    const cells = [...question.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
    expect(cells).to.deep.equal([
      ['Remarks', 'from the desk again', 'from the phone'],
      ['Place', 'Nothing filled in', 'cellar'],
    ]);
    expect(visit.root.querySelector('input')).to.equal(null);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('goes on with what is here', async () => {
    const { visit, device } = await differing();
    await visit.press('Go on with this device');
    expect((await visit.label('Remarks')).value).to.equal('from the desk again');
    await untilThere(device, { remarks: 'from the desk again' });
  });

  it('goes on with what is there', async () => {
    const { visit, device } = await differing();
    await visit.press('Go on with the other device');
    expect((await visit.label('Remarks')).value).to.equal('from the phone');
    await visit.fill('Place', 'attic');
    await untilThere(device, { remarks: 'from the phone', place: 'attic' });
  });
});
