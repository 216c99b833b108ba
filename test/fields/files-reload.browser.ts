import { expect } from '@open-wc/testing';
import { clear, createStore, keys } from 'idb-keyval';
import type { Fault } from '../faults/fault.js';
import { ask, cleanUp, formOf, mount, mountFields, place, signIn, until, type Visit } from '../harness.js';
import { textOf } from '../sample-files.js';

const papers = { id: 'papers', type: 'file', label: 'Papers' } as const;
const SIZE = 400_000;
const PIECE = 262_144;
const list = (): File => new File([textOf('a;b\n'.repeat(SIZE / 4))], 'list.csv', { type: 'text/csv' });

/** The first piece of the file arrives; then this page gets no further. */
const HALF: readonly Fault[] = [
  { kind: 'late', milliseconds: 0, call: 'PATCH /attachments' },
  { kind: 'cut', call: 'PATCH /attachments' },
  { kind: 'problem', status: 403, code: 'forbidden', call: 'HEAD /attachments' },
];

const choose = async (visit: Visit, file: File): Promise<void> => {
  const input = await until('the input', () => visit.root.querySelector<HTMLInputElement>('input[type=file]'));
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
};

/** Stops half-way with the file, and goes away once the draft is kept. */
const leaveHalfWay = async (visit: Visit, next: readonly Fault[] = HALF): Promise<void> => {
  await ask('fault', { id: visit.portal.id, next });
  await choose(visit, list());
  const saved = visit.heard('portal-draft-saved').length;
  await until('the failure', () => visit.text().includes('list.csv was not sent'));
  await until('the draft', () => visit.heard('portal-draft-saved').length > saved);
  visit.element.remove();
};

const again = (visit: Visit): Visit => place(visit.portal, { requestType: 'one' });

const sendAsGuest = async (visit: Visit): Promise<void> => {
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
};

const callsOf = async (visit: Visit, method: string) =>
  (await ask('calls', { id: visit.portal.id })).filter(
    (call) => call.method === method && call.path.startsWith('/attachments'),
  );

const kept = createStore('portal-request-form-files', 'files');
const emptyFiles = (): Promise<void> => clear(kept);
/** Only of this portal: what an earlier test began to keep may arrive late. */
const keptFiles = async ({ portal }: Visit): Promise<number> =>
  (await keys<string>(kept)).filter((name) => name.includes(portal.id)).length;

const untilKept = async (visit: Visit, wanted: (count: number) => boolean): Promise<void> => {
  let count = -1;
  await until('what is kept', () => {
    void keptFiles(visit).then((now) => (count = now));
    return count >= 0 && wanted(count);
  });
};
const forgotten = (visit: Visit): Promise<void> => untilKept(visit, (count) => count === 0);

afterEach(cleanUp);
afterEach(emptyFiles);

describe('a file on its way when the page is loaded again', () => {
  it('goes on by itself from where the server is, and is forgotten once the request is sent', async () => {
    const visit = await mountFields([papers]);
    await leaveHalfWay(visit);
    const next = again(visit);
    await next.role('button', 'Remove list.csv');
    expect(await callsOf(visit, 'POST')).to.have.length(1);
    const offsets = (await callsOf(visit, 'PATCH')).map(({ headers }) => Number(headers['upload-offset']));
    expect(offsets).to.deep.equal([0, PIECE, PIECE]);
    await sendAsGuest(next);
    await next.onStep('confirmation');
    await forgotten(visit);
  });

  it('is begun again where the server does not have it any more', async () => {
    const visit = await mountFields([papers]);
    await leaveHalfWay(visit);
    await ask('fault', {
      id: visit.portal.id,
      next: [{ kind: 'problem', status: 404, code: 'not-found', call: 'HEAD /attachments' }],
    });
    await again(visit).role('button', 'Remove list.csv');
    expect(await callsOf(visit, 'POST')).to.have.length(2);
  });

  it('has to be chosen again where this device did not keep it, and nothing is sent without it', async () => {
    const visit = await mountFields([papers]);
    await leaveHalfWay(visit);
    await emptyFiles();
    const next = again(visit);
    await until('the words', () => next.text().includes('this device did not keep it. Remove it here and choose it'));
    expect(next.roles('button', /^Try again/)).to.have.length(0);
    expect(await next.violations()).to.deep.equal([]);
    await next.press('Remove list.csv');
    await choose(next, list());
    await next.role('button', 'Remove list.csv');
  });

  it('can be removed, on this device too', async () => {
    const visit = await mountFields([papers]);
    await leaveHalfWay(visit);
    const offline: Fault = { kind: 'held', call: 'HEAD /attachments' };
    await ask('fault', { id: visit.portal.id, next: [offline] });
    const next = again(visit);
    await next.press('Cancel list.csv');
    await forgotten(visit);
    await ask('release', { id: visit.portal.id });
    await until('nothing', () => !next.text().includes('list.csv'));
  });

  it('is nothing of another customer who signs in', async () => {
    const config = { ...formOf([papers]), access: { signIn: ['password' as const], guests: false } };
    const visit = await mount(config);
    await signIn(visit);
    await visit.onStep('start');
    await visit.element.start('one');
    await leaveHalfWay(visit);
    sessionStorage.clear();
    const next = place(visit.portal);
    await signIn(next, visit.portal.otherCustomer);
    await next.onStep('start');
    await next.element.start('one');
    await until('the input', () => next.root.querySelector('input[type=file]'));
    expect(next.text()).not.to.include('list.csv');
    expect(await keptFiles(visit)).to.be.greaterThan(0);
  });

  it('stays nowhere on a device that others use', async () => {
    const visit = await mountFields([papers]);
    await ask('fault', { id: visit.portal.id, next: HALF });
    await visit.press('Shared device? Keep nothing here');
    await choose(visit, list());
    await until('the failure', () => visit.text().includes('list.csv was not sent'));
    expect(await keptFiles(visit)).to.equal(0);
  });
});

describe('a file that the server removed before its request was sent', () => {
  const openWithout = async (change: (visit: Visit) => void = () => undefined): Promise<Visit> => {
    const visit = await mountFields([papers]);
    change(visit);
    await choose(visit, list());
    await visit.role('button', 'Remove list.csv');
    await ask('tidyFiles', { id: visit.portal.id });
    return visit;
  };

  it('is sent again by itself from what the device kept, and then goes with the request', async () => {
    const visit = await openWithout();
    await untilKept(visit, (count) => count === 1);
    await sendAsGuest(visit);
    await visit.onStep('details');
    await until('the file', () => visit.missing().length === 0 && visit.roles('button', 'Remove list.csv').length > 0);
    await visit.press('Next');
    await visit.onStep('submit');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(await callsOf(visit, 'POST')).to.have.length(2);
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(stored?.submission.answers['papers']).to.have.length(1);
  });

  it('has to be chosen again where the device keeps nothing, and the form says so', async () => {
    const visit = await openWithout(({ element }) => (element.noDrafts = true));
    await sendAsGuest(visit);
    await until('the words', () => visit.text().includes('this device did not keep it. Remove it here and choose it'));
    expect(await visit.violations()).to.deep.equal([]);
  });
});
