import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { AuditEntry, AuditPage, CustomerList } from '../../demo/office-contract/index.js';
import { ANNA, call, CLERK, onEachDatabase } from './harness.js';
import { openOffice, type Office } from './office.js';

const entries = async ({ get }: Pick<Office, 'get'>, search = ''): Promise<AuditEntry[]> =>
  (await get<AuditPage>(`/audit${search}`)).items;

onEachDatabase('The audit of who comes in', (server) => {
  it('says whose sign-in was refused in each of their portals, and once that it was locked', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    await server().addStaff({ ...CLERK, email: office.email }, other.portal.id);
    const guess = () =>
      call(`${server().url}/api/office/session`, { body: { email: office.email, password: 'wrong' } });
    const statuses: number[] = [];
    for (let times = 0; times < 12; times += 1) statuses.push((await guess()).status);
    assert.deepEqual(statuses.slice(9), [401, 429, 429]);
    for (const { get } of [office, other]) {
      const found = (await entries({ get }, '?group=session')).filter(({ action }) => action !== 'session.began');
      assert.deepEqual(
        found.map(({ action, by }) => [action, by?.name]),
        ['session.locked', ...Array.from({ length: 10 }, () => 'session.refused')].map((one) => [one, CLERK.name]),
      );
    }
  });

  it('says who accepted an invitation, and not which customer did', async () => {
    const office = await openOffice(server());
    const { ask, portal } = office;
    const email = `${portal.id}-dirk@example.com`;
    await portal.signIn(ANNA);
    const [anna] = (await office.get<CustomerList>('/customers')).items;
    await ask('/staff/invitations', { name: 'Dirk', email, role: 'office' });
    await ask(`/customers/${anna?.id}/invitation`, {});
    for (const { text } of (await server().mails()).slice(0, 2)) {
      const link = new URL(/https?:\S+\/invitation\S+/.exec(text)?.[0] ?? '');
      const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '', password: 'a-new-secret' });
      assert.equal((await fetch(`${server().url}${link.pathname}`, { method: 'POST', body })).status, 200);
    }
    const found = (await entries(office)).filter(({ action }) => action.endsWith('.joined'));
    assert.deepEqual(
      found.map(({ action, by, about, details }) => [action, by?.name, about?.label, details?.to]).sort(),
      [
        ['customer.joined', undefined, anna?.id.slice(0, 8), undefined],
        ['staff.joined', 'Dirk', undefined, 'office'],
      ],
    );
  });
});
