import { expect } from '@open-wc/testing';
import { ask, cleanUp, formOf, mount, until, type Visit } from './harness.js';
import { fault, reload, remarks } from './faults/visits.js';

afterEach(cleanUp);

const START = { requestType: 'one' };
const cable = { id: 'cable', type: 'text', label: 'Cable' } as const;
const known = ({ portal }: Visit): string | null => localStorage.getItem(`portal-request-form:${portal.endpoint}`);

/** A first visit, after which this device knows the configuration. */
const visited = async (): Promise<Visit> => {
  const visit = await mount(formOf([remarks]), START);
  await until('what is known', () => known(visit));
  return visit;
};

describe('a portal that this device knows', () => {
  it('can be filled in before it answers', async () => {
    const first = await visited();
    await fault(first.portal, { kind: 'held', call: 'GET /config' });
    const visit = reload(first, START);
    await visit.fill('Remarks', 'typed at once');
    await fault(first.portal);
  });

  it('can be filled in without a connection', async () => {
    const first = await visited();
    await fault(first.portal, { kind: 'cut', times: 1_000, call: 'GET /config' });
    const visit = reload(first, START);
    await visit.fill('Remarks', 'typed in a cellar');
    await fault(first.portal);
  });

  it('keeps what was typed when it asks something else by now, and says what is new', async () => {
    const first = await visited();
    const { id } = first.portal;
    await ask('publish', { id, config: { ...formOf([remarks, cable]), version: '2' } });
    await fault(first.portal, { kind: 'late', milliseconds: 500, call: 'GET /config' });
    const visit = reload(first, START);
    await visit.fill('Remarks', 'typed before');
    await visit.label('Cable');
    expect((await visit.label('Remarks')).value).to.equal('typed before');
    expect(known(visit)).to.contain('"version":"2"');
  });

  it('is waited for where the page leads to a type that it did not have then', async () => {
    const first = await visited();
    const form = formOf([remarks]);
    const added = formOf([cable]).requestTypes.map((type) => ({ ...type, id: 'two' }));
    const config = { ...form, version: '2', requestTypes: [...form.requestTypes, ...added] };
    await ask('publish', { id: first.portal.id, config });
    await fault(first.portal, { kind: 'late', milliseconds: 500, call: 'GET /config' });
    const visit = reload(first, { requestType: 'two' });
    await visit.label('Cable');
  });

  it('is known no longer once it has closed, which is said', async () => {
    const first = await visited();
    await fault(first.portal, { kind: 'problem', status: 503, code: 'portal-closed', call: 'GET /config', times: 9 });
    const visit = reload(first, START);
    await visit.onStep('error');
    expect(known(visit)).to.equal(null);
  });

  it('speaks another language at once, when the page does by now', async () => {
    const first = await visited();
    await fault(first.portal, { kind: 'held', call: 'GET /config' });
    const visit = reload(first, { ...START, lang: 'nl' });
    await visit.role('button', 'Volgende');
    await fault(first.portal);
  });

  it('is forgotten, and asked anew, where what is known is no configuration any more', async () => {
    const first = await visited();
    const password = { signIn: ['password'], guests: true };
    const old = { ...formOf([remarks]), access: password, requestTypes: [{ id: 'gone' }] };
    localStorage.setItem(`portal-request-form:${first.portal.endpoint}`, JSON.stringify(old));
    const visit = reload(first, START);
    await visit.fill('Remarks', 'typed');
    expect(known(visit)).to.contain('remarks');
  });

  it('leaves what was sent meanwhile alone', async () => {
    const first = await visited();
    const name = `portal-request-form:${first.portal.endpoint}`;
    localStorage.setItem(name, known(first)?.replace('"Portal"', '"Name of last year"') ?? '');
    await fault(first.portal, { kind: 'held', call: 'GET /config' });
    const visit = reload(first, START);
    await visit.fill('Remarks', 'typed');
    await visit.press('Next');
    await visit.fill('Name', 'Guest');
    await visit.fill('E-mail address', 'guest@example.com');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    await ask('release', { id: first.portal.id });
    await until('what the portal says', () => known(visit)?.includes('"Portal"'));
    await visit.onStep('confirmation');
  });

  it('is not kept where the page wants nothing kept', async () => {
    const visit = await mount(formOf([remarks]), { ...START, noDrafts: true });
    await visit.fill('Remarks', 'typed');
    expect(known(visit)).to.equal(null);
  });
});
