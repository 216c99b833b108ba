import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import { staffPortals } from '../../demo/server/store/schema.js';
import { call, CLERK, onEachDatabase, problem } from './harness.js';
import { openOffice } from './office.js';

onEachDatabase('A session of the office', (server) => {
  it('says as what somebody works, and for which portal', async () => {
    const { portal, email, ask } = await openOffice(server());
    const { json } = await ask('/session');
    const { staff, portal: current } = json as { staff: { role: string; email: string }; portal: object };
    assert.deepEqual([staff.role, staff.email], ['manager', email]);
    assert.deepEqual(current, { id: portal.id, name: 'Test portal', locale: 'en' });
  });

  it('is none for who works for no portal', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const portal = (await openOffice(server())).portal;
    const staffId = await server().addStaff({ ...CLERK, email }, portal.id);
    await server().store.db.delete(staffPortals).where(eq(staffPortals.staffId, staffId));
    const body = { email, password: CLERK.password };
    const answer = await call(`${server().url}/api/office/session`, { body });
    assert.deepEqual([answer.status, problem(answer).code], [401, 'invalid-credentials']);
  });
});
