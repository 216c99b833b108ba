import { expect } from '@open-wc/testing';
import type { Field, Receipt } from '../../src/contract/index.js';
import { ask, cleanUp, place, signIn, until, type Visit } from '../harness.js';
import type { Call, Fault } from '../faults/fault.js';
import { customerWith } from './own-requests.js';

const fields: readonly Field[] = [
  { id: 'asset', type: 'lookup', label: 'Device', source: 'assets', required: true },
  { id: 'what', type: 'textarea', label: 'What is wrong?' },
];
const device = { id: 'jv-002', label: 'ATAG i28EC, Herestraat 106' };
const before = { asset: device, what: 'It is cold' };

/** On the review of a request with these answers, after one that was sent before. */
const open = async (
  answers: Record<string, unknown> = { asset: device, what: 'And now it leaks' },
  next: readonly Fault[] = [],
): Promise<{ visit: Visit; receipt: Receipt }> => {
  const { visit, receipts } = await customerWith(fields, before);
  visit.element.prefill = answers;
  if (next.length > 0) await ask('fault', { id: visit.portal.id, next });
  await visit.choose('One');
  await visit.press('New request');
  await visit.onStep('details');
  await visit.press('Next');
  await visit.onStep('submit');
  const [receipt] = receipts;
  if (!receipt) throw new Error('nothing was sent before');
  return { visit, receipt };
};

const notice = (visit: Visit): Promise<HTMLElement> =>
  visit.role('heading', 'You already have an open request about this');

const calls = async (visit: Visit, part: string): Promise<readonly Call[]> =>
  (await ask('calls', { id: visit.portal.id })).filter(({ path }) => path.includes(part));

/** Waits until the portal was asked about open requests. */
const asked = async (visit: Visit, before = 0): Promise<void> => {
  let isAsked = false;
  const look = async (): Promise<void> => {
    isAsked = (await calls(visit, 'about=')).length > before;
    if (!isAsked) await look();
  };
  void look();
  await until('the call', () => isAsked);
};

const history = async (visit: Visit, { id }: Receipt): Promise<readonly { note?: string }[]> => {
  const { endpoint, customer } = visit.portal;
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const body = JSON.stringify({ method: 'password', email: customer.email, password: customer.password });
  const session = (await (await fetch(`${endpoint}/session`, { ...post, body })).json()) as { token: string };
  const headers = { Authorization: `Bearer ${session.token}` };
  const detail = (await (await fetch(`${endpoint}/requests/${id}`, { headers })).json()) as {
    history: { note?: string }[];
  };
  return detail.history;
};

afterEach(cleanUp);

describe('an open request about the same', () => {
  it('is shown before sending, with what it is and how far, and passes axe', async () => {
    const { visit, receipt } = await open();
    await notice(visit);
    expect(visit.text()).to.match(new RegExp(`${receipt.reference} · One, submitted on .* · Received`));
    expect(visit.roles('button', `Add to ${receipt.reference}`)).to.have.length(1);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is not shown for another device', async () => {
    const { visit } = await open({ asset: { id: 'jv-003', label: 'Daikin' } });
    await asked(visit);
    expect(visit.root.querySelector('.reported')).to.equal(null);
  });

  it('is shown to nobody else at the same address', async () => {
    const place: Field = { id: 'place', type: 'address', label: 'Place' };
    const door = { postcode: '9712AB', houseNumber: '12', street: 'X', city: 'Groningen', country: 'NL' };
    const { visit, receipts } = await customerWith([place], { place: door });
    const arrive = async (): Promise<void> => {
      visit.element.prefill = { place: { ...door, postcode: '9712 ab' } };
      await visit.choose('One');
      await visit.press('New request');
      await visit.onStep('details');
      await visit.press('Next');
      await visit.onStep('submit');
    };
    await arrive();
    await visit.role('button', `Add to ${receipts[0]?.reference ?? ''}`);
    await visit.press('Sign out');
    await visit.press('Keep it and sign out');
    await signIn(visit, visit.portal.otherCustomer);
    await visit.onStep('start');
    const before = (await calls(visit, 'about=')).length;
    await arrive();
    await asked(visit, before);
    expect(visit.root.querySelector('.reported')).to.equal(null);
  });

  it('does not keep the new request from being sent', async () => {
    const { visit } = await open();
    await notice(visit);
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(await ask('requests', { id: visit.portal.id })).to.have.length(2);
  });

  it('goes away for a new request, and stays away on the way back', async () => {
    const { visit } = await open();
    await visit.press('Make a new request anyway');
    await until('the end of the notice', () => !visit.root.querySelector('.reported'));
    await visit.press('Back');
    await visit.onStep('details');
    await visit.press('Next');
    await visit.onStep('submit');
    await asked(visit);
    expect(visit.root.querySelector('.reported')).to.equal(null);
  });

  it('takes what was entered as a text, and says so once the portal has it', async () => {
    const { visit, receipt } = await open();
    await visit.press(`Add to ${receipt.reference}`);
    const text = await visit.label<HTMLTextAreaElement>(`What do you want to add to ${receipt.reference}?`);
    expect(text.value).to.equal(`Device: ${device.label}\nWhat is wrong? And now it leaks`);
    await until('the focus', () => visit.root.activeElement === text);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.fill(/^What do you want to add/, 'It leaks too');
    await visit.press(`Add to ${receipt.reference}`);
    await visit.onStep('confirmation');
    await until('the confirmation', () => visit.text().includes(`This was added to your request ${receipt.reference}`));
    expect((await history(visit, receipt)).at(-1)?.note).to.equal('It leaks too');
    expect(await ask('requests', { id: visit.portal.id })).to.have.length(1);
    expect(visit.heard('portal-draft-discarded')).to.have.length(1);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('leads from there to a new request, with nothing left of the old one', async () => {
    const { visit, receipt } = await open();
    await visit.press(`Add to ${receipt.reference}`);
    await visit.label(/^What do you want to add/);
    await visit.press(`Add to ${receipt.reference}`);
    await visit.onStep('confirmation');
    await visit.element.back();
    expect(visit.element.step).to.equal('confirmation');
    await visit.press('New request');
    await visit.onStep('start');
    expect(visit.text()).not.to.contain('You have not finished');
  });

  it('keeps text and draft when the answer is lost, and adds it once', async () => {
    const { visit, receipt } = await open();
    await visit.press(`Add to ${receipt.reference}`);
    await visit.fill(/^What do you want to add/, 'It leaks too');
    await ask('fault', { id: visit.portal.id, next: [{ call: 'POST /requests', kind: 'lost' }] });
    await visit.press(`Add to ${receipt.reference}`);
    await visit.role('alert');
    expect((await visit.label<HTMLTextAreaElement>(/^What do you want to add/)).value).to.equal('It leaks too');
    expect(visit.heard('portal-draft-discarded')).to.have.length(0);
    await visit.press(`Add to ${receipt.reference}`);
    await visit.onStep('confirmation');
    const notes = (await history(visit, receipt)).filter(({ note }) => note === 'It leaks too');
    expect(notes).to.have.length(1);
    const keys = (await calls(visit, '/messages')).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys.filter(Boolean)).size).to.equal(1);
  });

  it('asks for a text when there is none', async () => {
    const { visit, receipt } = await open();
    await visit.press(`Add to ${receipt.reference}`);
    await visit.fill(/^What do you want to add/, '  ');
    await visit.press(`Add to ${receipt.reference}`);
    await until('the reason', () => visit.text().includes('Write down what you want to add.'));
    expect(await calls(visit, '/messages')).to.have.length(0);
  });

  it('can be closed in the meantime, which is said, and sending goes on', async () => {
    const { visit, receipt } = await open();
    await visit.press(`Add to ${receipt.reference}`);
    await visit.label(/^What do you want to add/);
    const closed: Fault = { call: 'POST /requests', kind: 'problem', status: 409, code: 'invalid-request' };
    await ask('fault', { id: visit.portal.id, next: [closed] });
    await visit.press(`Add to ${receipt.reference}`);
    await until('the reason', () => visit.text().includes('was dealt with in the meantime'));
    await visit.press('Submit request');
    await visit.onStep('confirmation');
  });

  it('keeps the text that is being written when the page is left', async () => {
    const { visit, receipt } = await open();
    await visit.press(`Add to ${receipt.reference}`);
    await visit.fill(/^What do you want to add/, 'It leaks too');
    visit.element.remove();
    const next = place(visit.portal);
    await next.onStep('submit');
    expect((await next.label<HTMLTextAreaElement>(/^What do you want to add/)).value).to.equal('It leaks too');
  });

  it('is not missed when it cannot be asked for', async () => {
    const { visit } = await open(undefined, [
      { call: 'GET /requests', kind: 'problem', status: 503, code: 'unavailable' },
    ]);
    await asked(visit);
    expect(visit.roles('alert')).to.have.length(0);
    await visit.press('Submit request');
    await visit.onStep('confirmation');
  });
});
