import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { AuditEntry, AuditPage, CustomerList, OfficeRequest } from '../../demo/office-contract/index.js';
import { removeOldAudit } from '../../demo/server/services/audit.js';
import { auditEntries } from '../../demo/server/store/audit-schema.js';
import { OFFICE_ROUTES } from './authorisation/office-routes.js';
import { ANNA, CLERK, onEachDatabase, problem } from './harness.js';
import { officeCookie, openOffice, joinOffice, type Office } from './office.js';
import { upload } from './uploads.js';

/** What each call that changes something leaves behind; nothing where nobody is the wiser for it. */
const LEAVES: Readonly<Record<string, string | undefined>> = {
  'POST /session': 'session.began',
  'POST /password-reset': 'staff.password-asked',
  'DELETE /session': 'session.ended',
  'POST /session/portal': 'session.switched',
  'POST /requests/:id/accept': 'request.accepted',
  'POST /requests/:id/decline': 'request.declined',
  'POST /requests/:id/ask': 'request.asked',
  'POST /requests/:id/messages': 'request.messaged',
  'POST /requests/:id/merge': 'request.merged',
  'DELETE /requests/:id/merge': 'request.unmerged',
  'POST /requests/:id/receipt-checks': 'request.read',
  'PUT /requests/:id/assignee': 'request.assigned',
  'PUT /requests/:id/unread': undefined,
  'POST /work-orders/:id/status': 'request.planned',
  'PUT /settings': undefined, // a draft changes nothing for anybody
  'DELETE /settings': undefined,
  'POST /settings/publish': 'settings.published',
  'POST /settings/previews': undefined,
  'POST /settings/versions/:version/restore': 'settings.restored',
  'POST /webhooks': 'webhook.added',
  'PUT /webhooks/:id': 'webhook.changed',
  'DELETE /webhooks/:id': 'webhook.removed',
  'POST /webhooks/:id/secret': 'webhook.rotated',
  'POST /webhooks/:id/test': 'webhook.tested',
  'POST /deliveries/:id/retry': 'delivery.repeated',
  'PUT /work-order-fields/:type': 'mapping.changed',
  'POST /portals': 'portal.made',
  'POST /privacy/person': undefined, // counts only
  'POST /privacy/export': 'customer.exported',
  'POST /privacy/erasure': 'customer.erased',
  'POST /customers': 'customer.added',
  'PUT /customers/:id': 'customer.changed',
  'PUT /customers/:id/disabled': 'customer.disabled',
  'POST /customers/:id/invitation': 'customer.invited',
  'POST /customers/:id/:source': 'customer.options-changed',
  'PUT /customers/:id/:source/:option': 'customer.options-changed',
  'DELETE /customers/:id/:source/:option': 'customer.options-changed',
  'POST /customer-imports': undefined, // it says what it would do
  'POST /customer-imports/commit': 'customers.imported',
  'POST /staff/invitations': 'staff.invited',
  'DELETE /staff/invitations/:id': 'staff.uninvited',
  'PUT /staff/:id': 'staff.changed',
  'POST /staff/:id/password': 'staff.password-mailed',
};

const entries = async ({ get }: Pick<Office, 'get'>, search = ''): Promise<AuditEntry[]> =>
  (await get<AuditPage>(`/audit${search}`)).items;

const actions = async (office: Pick<Office, 'get'>, search?: string): Promise<string[]> =>
  (await entries(office, search)).map(({ action }) => action);

onEachDatabase('The audit', (server) => {
  it('knows each call of the office that changes something', () => {
    const changing = Object.keys(OFFICE_ROUTES).filter((route) => !route.startsWith('GET '));
    assert.deepEqual(Object.keys(LEAVES).sort(), changing.sort());
  });

  it('says who signed in and out, and for which portal', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    await server().addStaff({ ...CLERK, email: office.email }, other.portal.id);
    await office.ask('/session/portal', { id: other.portal.id });
    assert.deepEqual(await actions(other, '?group=session'), ['session.switched', 'session.began']);
    await office.ask('/session', {}, {}, 'DELETE');
    const [ended] = await entries(other);
    assert.deepEqual([ended?.action, ended?.by?.name], ['session.ended', CLERK.name]);
  });

  it('says who read a request, its file and its work order, once within an hour', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const file = await upload(office.portal, {}, token);
    const { id, reference } = await office.portal.submit(token, { answers: { description: 'Drips', files: [file] } });
    await office.ask(`/requests/${id}/accept`, {});
    const { workOrder } = await office.get<OfficeRequest>(`/requests/${id}`);
    for (const path of [`/requests/${id}`, `/attachments/${file.id}`, `/work-orders/${workOrder?.id}`]) {
      assert.equal((await office.ask(path)).status, 200);
    }
    const found = await entries(office, `?group=reading&about=${reference}`);
    assert.deepEqual(
      found.map(({ action }) => action),
      ['work-order.read', 'file.read', 'request.read'],
    );
    assert.equal(found[0]?.about?.id, id);
  });

  it('says what was decided, with no word of the customer', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const [one, two] = [await office.portal.submit(token), await office.portal.submit(token)];
    await office.ask(`/requests/${one.id}/ask`, { message: 'Where, Anna?', fields: ['description'] });
    await office.ask(`/requests/${two.id}/merge`, { into: one.id });
    await office.ask(`/requests/${one.id}/decline`, { reason: 'No, Anna.' });
    const found = await entries(office, '?group=requests');
    assert.deepEqual(
      found.map(({ action, about, details }) => [action, about?.label, details?.into]),
      [
        ['request.declined', one.reference, undefined],
        ['request.merged', two.reference, one.reference],
        ['request.declined', two.reference, undefined],
        ['request.asked', one.reference, undefined],
      ],
    );
    assert.doesNotMatch(JSON.stringify(found), /Anna/i);
  });

  it('says who took requests away, and not which words they looked for', async () => {
    const office = await openOffice(server());
    await office.ask('/request-export?format=csv&status=submitted&query=Jansen');
    const [entry] = await entries(office);
    assert.deepEqual([entry?.action, entry?.details], ['request.exported', { format: 'csv', status: 'submitted' }]);
  });

  it('says who looked at and changed customers and staff, and not who the customer is', async () => {
    const office = await openOffice(server());
    const { ask, portal } = office;
    await portal.signIn(ANNA);
    const [anna] = (await office.get<CustomerList>('/customers')).items;
    for (let times = 0; times < 2; times += 1) await ask(`/customers/${anna?.id}`);
    await ask(`/customers/${anna?.id}/disabled`, { isDisabled: true }, {}, 'PUT');
    await ask('/staff/invitations', { name: 'Dirk', email: `${portal.id}-dirk@example.com`, role: 'office' });
    const found = await entries(office);
    assert.deepEqual(
      found.slice(0, 3).map(({ action, about }) => [action, about?.label]),
      [
        ['staff.invited', 'Dirk'],
        ['customer.disabled', anna?.id.slice(0, 8)],
        ['customer.read', anna?.id.slice(0, 8)],
      ],
    );
    assert.ok(!JSON.stringify(found.slice(1)).includes(ANNA.email));
  });

  it('keeps nothing of a call that was refused', async () => {
    const office = await openOffice(server());
    const { id } = await office.portal.submit(await office.portal.signIn(ANNA));
    assert.equal((await office.ask(`/requests/${id}/decline`, { reason: '' })).status, 422);
    assert.equal((await office.ask(`/requests/${id}/assignee`, { staffId: 'nobody-here' }, {}, 'PUT')).status, 422);
    assert.deepEqual(await actions(office, '?group=requests'), []);
  });

  it('gives pages, newest first, and finds by person, subject and day', async () => {
    const office = await openOffice(server());
    const row = { portalId: office.portal.id, action: 'webhook.tested' as const, staffId: 'gone', staffName: 'Gerd' };
    const rows = Array.from({ length: 120 }, (_, index) => ({
      ...{ ...row, subject: `host-${index % 2}` },
      at: new Date(Date.UTC(2026, 0, 1, 12, Math.floor(index / 3))),
    }));
    await server().store.db.insert(auditEntries).values(rows);
    const seen: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: AuditPage = await office.get(`/audit?staff=gone${next && `&cursor=${next}`}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.nextCursor;
    }
    assert.equal(new Set(seen).size, 120);
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => Number(b) - Number(a)),
    );
    assert.equal((await entries(office, '?about=HOST-1&since=2026-01-01&until=2026-01-01')).length, 50);
    assert.equal((await entries(office, '?about=host-1&since=2026-01-02')).length, 0);
  });

  it('refuses filters and cursors that are none', async () => {
    const office = await openOffice(server());
    for (const search of ['?group=everything', '?since=yesterday', '?cursor=W10', '?cursor=WyJ4IiwxXQ']) {
      const answer = await office.ask(`/audit${search}`);
      assert.equal(answer.status, 400, search);
      assert.equal(problem(answer).code, 'invalid-request');
    }
  });

  it('is for managers, each of their own portal', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    assert.equal((await (await joinOffice(server(), office.portal.id))('/audit')).status, 403);
    assert.deepEqual(await actions(other), ['session.began']);
  });

  it('is changed by nobody, and forgets after two years only', async () => {
    const office = await openOffice(server());
    const { db } = server().store;
    const own = sql`WHERE portal_id = ${office.portal.id}`;
    const causeOf = ({ cause }: Error) => cause instanceof Error && cause.message.includes('stays as it is');
    await assert.rejects(db.execute(sql`UPDATE audit_entry SET staff_name = 'Somebody else' ${own}`), causeOf);
    await assert.rejects(db.execute(sql`DELETE FROM audit_entry ${own}`), causeOf);
    await assert.rejects(db.execute(sql`TRUNCATE audit_entry`), causeOf);
    const at = new Date(Date.now() - 732 * 86_400_000);
    await db.insert(auditEntries).values({ portalId: office.portal.id, action: 'session.ended', at });
    assert.equal((await actions(office)).length, 2);
    await removeOldAudit(server().services);
    assert.deepEqual(await actions(office), ['session.began']);
  });

  it('undoes what it cannot keep', async () => {
    const office = await openOffice(server());
    const { id } = await office.portal.submit(await office.portal.signIn(ANNA));
    const { db } = server().store;
    const constraint = sql.raw(
      `ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (portal_id <> '${office.portal.id}') NOT VALID`,
    );
    await db.execute(constraint);
    try {
      assert.equal((await office.ask(`/requests/${id}/decline`, { reason: 'No.' })).status, 500);
      assert.equal((await office.ask(`/requests/${id}`)).status, 500);
      await assert.rejects(officeCookie(server(), office.email));
    } finally {
      await db.execute(sql`ALTER TABLE audit_entry DROP CONSTRAINT full_disk`);
    }
    assert.equal((await office.get<OfficeRequest>(`/requests/${id}`)).status, 'submitted');
  });
});
