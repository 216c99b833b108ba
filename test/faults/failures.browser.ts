import { expect } from '@open-wc/testing';
import type { Fault } from './fault.js';
import { ask, cleanUp, formOf, mountFields, place, signIn, mount, until, type Visit } from '../harness.js';

const remarks = { id: 'remarks', type: 'text', label: 'Remarks' } as const;
const problem = (status: number, code: string, more: object = {}): Fault => ({
  kind: 'problem',
  status,
  code,
  ...more,
});

/** A guest's request that has everything, on the submit step. */
const readyToSend = async (): Promise<Visit> => {
  const visit = await mountFields([remarks]);
  await visit.fill('Remarks', 'must not be lost');
  await visit.press('Next');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  return visit;
};

const stored = async (visit: Visit) => ask('requests', { id: visit.portal.id });
const fail = (visit: Visit, fault: Fault) =>
  ask('fault', { id: visit.portal.id, next: [{ call: 'POST /requests', ...fault }] });

afterEach(cleanUp);

describe('when the portal cannot be shown', () => {
  const cases: [string, Fault, string, RegExp][] = [
    ['is missing', problem(404, 'not-found'), 'configuration-missing', /does not exist or has moved/],
    ['is closed', problem(503, 'portal-closed'), 'portal-closed', /closed at the moment/],
    ['is out of order', problem(500, 'unavailable'), 'unavailable', /cannot help now/],
    ['is asked too often', problem(429, 'rate-limited'), 'rate-limited', /too often/],
    ['answers with somebody else’s page', { kind: 'html' }, 'unreadable', /not ours/],
    ['answers with half of it', { kind: 'truncated' }, 'unreadable', /not ours/],
    ['cannot be reached', { kind: 'cut' }, 'offline', /no connection/],
    ['does not allow this website', { kind: 'no-cors' }, 'offline', /no connection/],
  ];
  for (const [what, fault, code, says] of cases) {
    it(`because it ${what}, it says so, and trying again works`, async () => {
      const portal = await ask('portal', { config: formOf([remarks]) });
      await ask('fault', { id: portal.id, next: [{ call: 'GET /config', times: 50, ...fault }] });
      const visit = place(portal);
      await until('the failure', () => visit.heard('portal-error').length > 0);
      expect(visit.heard('portal-error')).to.deep.equal([{ code, retrying: false }]);
      await until('its words', () => says.test(visit.text()));
      expect(visit.element.getAttribute('step')).to.equal('error');
      expect(await visit.violations()).to.deep.equal([]);
      await ask('fault', { id: portal.id, next: [] });
      await visit.press('Try again');
      await visit.onStep('start');
    });
  }

  it('because its configuration is wrong, it lists what and where, and gives the phone number', async () => {
    const endpoint = new URL('./wrong-portal', import.meta.url).href;
    const visit = place({ ...(await ask('portal', {})), endpoint });
    await until('the failure', () => visit.heard('portal-error').length > 0);
    const [{ code, errors }] = visit.heard('portal-error') as [
      { code: string; errors: { pointer: string; code: string }[] },
    ];
    expect(code).to.equal('configuration-invalid');
    expect(errors).to.deep.equal([{ pointer: '/requestTypes/0/sections/0/fields/0/type', code: 'field-type' }]);
    expect(visit.text()).to.contain('mistake in the settings');
    expect(await visit.violations()).to.deep.equal([]);
  });
});

describe('when sending fails', () => {
  const passing: [string, Fault, RegExp][] = [
    ['the server is out of order', problem(503, 'unavailable'), /cannot help now/],
    ['the connection is cut', { kind: 'cut' }, /no connection/],
    ['somebody else answers', { kind: 'html' }, /not ours/],
    ['half of the answer arrives', { kind: 'broken-off' }, /./],
    ['the answer gets lost', { kind: 'lost' }, /no connection/],
    ['the first try is still being handled', problem(409, 'in-progress'), /being handled/],
    ['it was asked too often', problem(429, 'rate-limited', { headers: { 'Retry-After': '60' } }), /too often/],
  ];
  for (const [what, fault, says] of passing) {
    it(`because ${what}, nothing is lost and trying again makes one request`, async () => {
      const visit = await readyToSend();
      await fail(visit, fault);
      await visit.press('Submit request');
      const notice = await visit.role('region', 'Your request has not been sent');
      expect(notice.matches(':focus')).to.equal(true);
      expect(notice.textContent).to.match(says).and.to.contain('is kept');
      expect(await visit.violations()).to.deep.equal([]);
      await visit.press('Try again');
      await visit.onStep('confirmation');
      expect(await stored(visit)).to.have.length(1);
    });
  }

  it('because the server finds more, its issues stand at the answers, on their step', async () => {
    const visit = await readyToSend();
    await fail(
      visit,
      problem(422, 'invalid-request', { errors: [{ pointer: '/answers/remarks', code: 'too-short' }] }),
    );
    await visit.press('Submit request');
    await visit.onStep('details');
    expect(visit.missing()).to.have.length(1);
    expect((await visit.label('Remarks')).getAttribute('aria-invalid')).to.equal('true');
    await visit.fill('Remarks', 'changed');
    expect(visit.missing()).to.deep.equal([]);
  });

  it('because the settings were changed, they are fetched, every answer is kept, and it says so', async () => {
    const visit = await readyToSend();
    const { id } = visit.portal;
    await ask('publish', {
      id,
      config: { ...formOf([remarks, { ...remarks, id: 'new', label: 'New', required: true }]), version: '2' },
    });
    await visit.press('Submit request');
    await visit.onStep('details');
    expect(visit.text()).to.contain('changed in the meantime');
    expect((await visit.label('Remarks')).value).to.equal('must not be lost');
    await visit.fill('New', 'given');
    await visit.press('Next');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
  });
});

describe('when the session has ended', () => {
  it('asks to sign in again in place, and sends what was being sent', async () => {
    const visit = await mount({ ...formOf([remarks]), access: { signIn: ['password'], guests: false } });
    await signIn(visit);
    await visit.onStep('start');
    await visit.element.start('one');
    await visit.fill('Remarks', 'kept');
    await visit.press('Next');
    await fail(visit, problem(401, 'session-expired'));
    await visit.press('Submit request');
    await until('the notice', () => visit.text().includes('Sign in again to go on where you were'));
    expect(await visit.violations()).to.deep.equal([]);
    await signIn(visit);
    await visit.onStep('confirmation');
    expect((await stored(visit))[0]?.submission.answers).to.deep.equal({ remarks: 'kept' });
  });

  it('asks in the middle of typing, and goes on in the same field with what was typed', async () => {
    const asset = { id: 'asset', type: 'lookup', label: 'Asset', source: 'assets' } as const;
    const visit = await mount({ ...formOf([asset]), access: { signIn: ['password'], guests: false } });
    await signIn(visit);
    await visit.onStep('start');
    await ask('fault', { id: visit.portal.id, next: [{ call: 'GET /options', ...problem(401, 'session-expired') }] });
    await visit.element.start('one');
    await visit.fill('Asset', 'boil');
    await until('the notice', () => visit.text().includes('Sign in again to go on where you were'));
    await signIn(visit);
    const control = await visit.role('combobox', 'Asset');
    await until('the focus', () => control.matches(':focus'));
    expect((control as HTMLInputElement).value).to.equal('boil');
  });
});
