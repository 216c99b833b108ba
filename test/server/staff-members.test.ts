import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { OfficeStaff, StaffInvitation, StaffMember, StaffSession } from '../../demo/office-contract/index.js';
import { call, CLERK, onEachDatabase, pointers } from './harness.js';
import { joinOffice, officeCookie, openOffice, signInToOffice, type AskOffice } from './office.js';

const put = (ask: AskOffice, path: string, body: unknown) => ask(path, body, {}, 'PUT');
const staffOf = async (ask: AskOffice): Promise<OfficeStaff> => (await ask('/staff')).json as OfficeStaff;
const memberOf = async (ask: AskOffice, isMeant: (one: StaffMember) => boolean): Promise<StaffMember> => {
  const found = (await staffOf(ask)).items.find(isMeant);
  assert.ok(found);
  return found;
};
const address = (): string => `dirk-${crypto.randomUUID()}@example.com`;

onEachDatabase('The staff of an office', (server) => {
  const lastLink = async (to: string): Promise<URL> => {
    const mail = (await server().mails()).find((one) => one.to === to);
    return new URL(/https?:\S+\/invitation\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  };
  const answer = (link: URL, password = ''): Promise<Response> =>
    fetch(`${server().url}${link.pathname}`, {
      method: 'POST',
      body: new URLSearchParams({ token: link.searchParams.get('token') ?? '', password }),
    });
  const invite = (ask: AskOffice, email: string, role = 'office') =>
    ask('/staff/invitations', { name: 'Dirk', email, role });

  it('are invited by mail, and work there once they have chosen a password', async () => {
    const { ask, portal } = await openOffice(server());
    const email = address();
    const invited = await invite(ask, email);
    assert.deepEqual([invited.status, (invited.json as StaffInvitation).isExpired], [201, false]);
    assert.deepEqual(
      (await staffOf(ask)).invitations.map((one) => one.email),
      [email],
    );
    assert.equal((await answer(await lastLink(email), 'dirk-secret-1')).status, 200);
    const { items, invitations } = await staffOf(ask);
    assert.deepEqual([items.find((one) => one.email === email)?.role, invitations], ['office', []]);
    const { json } = await call(`${server().url}/api/office/session`, { body: { email, password: 'dirk-secret-1' } });
    assert.equal((json as StaffSession).portal.id, portal.id);
    assert.deepEqual(pointers(await invite(ask, email)), ['/email']);
  });

  it('keep their password where they have an account, and the manager learns nothing of it', async () => {
    const [here, there] = [await openOffice(server()), await openOffice(server())];
    const invited = await invite(here.ask, there.email, 'manager');
    const { id: _id, ...told } = invited.json as StaffInvitation;
    assert.deepEqual([invited.status, told.name, told.email], [201, 'Dirk', there.email]);
    const link = await lastLink(there.email);
    assert.doesNotMatch(await (await fetch(`${server().url}${link.pathname}${link.search}`)).text(), /type="password"/);
    assert.equal((await answer(link)).status, 200);
    const ids = ((await there.ask('/portals')).json as { items: { id: string }[] }).items.map(({ id }) => id);
    assert.deepEqual(ids.sort(), [here.portal.id, there.portal.id].sort());
  });

  it('do not come in by an invitation that was taken back', async () => {
    const { ask } = await openOffice(server());
    const email = address();
    const { id } = (await invite(ask, email)).json as StaffInvitation;
    const link = await lastLink(email);
    assert.equal((await ask(`/staff/invitations/${id}`, undefined, {}, 'DELETE')).status, 204);
    assert.equal((await answer(link, 'dirk-secret-1')).status, 422);
  });

  it('lose their rights at once when they are disabled, and get them back', async () => {
    const { ask, portal } = await openOffice(server());
    const clerk = await joinOffice(server(), portal.id);
    const member = await memberOf(ask, ({ isSelf }) => !isSelf);
    assert.equal((await put(ask, `/staff/${member.id}`, { role: 'office', isDisabled: true })).status, 200);
    assert.equal((await clerk('/requests')).status, 401);
    const credentials = { email: member.email, password: CLERK.password };
    assert.equal((await call(`${server().url}/api/office/session`, { body: credentials })).status, 401);
    assert.deepEqual(pointers(await ask(`/staff/${member.id}/password`, {})), ['']);
    await put(ask, `/staff/${member.id}`, { role: 'manager', isDisabled: false });
    const back = await signInToOffice(server(), member.email);
    assert.equal((await back('/staff')).status, 200);
  });

  it('go on in another portal when one of them disables them', async () => {
    const [here, there] = [await openOffice(server()), await openOffice(server())];
    await server().addStaff({ ...CLERK, email: there.email }, here.portal.id, 'office');
    const member = await memberOf(here.ask, ({ email }) => email === there.email);
    await put(here.ask, `/staff/${member.id}`, { role: 'office', isDisabled: true });
    assert.equal((await there.ask('/staff')).status, 200);
    assert.equal((await there.ask('/session/portal', { id: here.portal.id })).status, 404);
  });

  it('always have a manager', async () => {
    const { ask, portal } = await openOffice(server());
    const self = await memberOf(ask, ({ isSelf }) => isSelf);
    for (const change of [
      { role: 'office', isDisabled: false },
      { role: 'manager', isDisabled: true },
    ]) {
      const refused = await put(ask, `/staff/${self.id}`, change);
      assert.deepEqual([refused.status, pointers(refused)], [422, ['']]);
    }
    const other = await joinOffice(server(), portal.id, 'manager');
    const others = (await staffOf(other)).items;
    const both = await Promise.all(
      others.map(({ id, isSelf }) => put(isSelf ? other : ask, `/staff/${id}`, { role: 'office', isDisabled: false })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 422]);
  });

  it('get a link for another password, which ends the sessions opened before', async () => {
    const { ask, portal } = await openOffice(server());
    const clerk = await joinOffice(server(), portal.id);
    const member = await memberOf(ask, ({ isSelf }) => !isSelf);
    assert.equal((await ask(`/staff/${member.id}/password`, {})).status, 202);
    assert.deepEqual((await staffOf(ask)).invitations, []);
    assert.equal((await answer(await lastLink(member.email), 'another-secret')).status, 200);
    assert.equal((await clerk('/requests')).status, 401);
    assert.ok(await officeCookie(server(), member.email, 'another-secret'));
    assert.equal((await staffOf(ask)).items.find(({ id }) => id === member.id)?.role, 'office');
  });

  it('are named and have a role, or are not invited', async () => {
    const { ask } = await openOffice(server());
    const wrong = await ask('/staff/invitations', { name: '', email: 'dirk', role: 'king', portal: 'x' });
    assert.deepEqual([wrong.status, pointers(wrong)], [422, ['/name', '/email', '/portal', '/role']]);
  });
});
