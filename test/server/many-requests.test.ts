import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { RequestList, WorkOrderList, WorkOrderRow } from '../../demo/office-contract/index.js';
import { fillPortal } from '../../demo/server/many/fill-portal.js';
import { freshPortalId } from '../../demo/server/testing.js';
import { onEachDatabase } from './harness.js';
import { joinOffice, type AskOffice } from './office.js';

const get = async <T>(ask: AskOffice, path: string): Promise<T> => (await ask(path)).json as T;

onEachDatabase('An office with many made-up requests', (server) => {
  const open = async (total: number): Promise<AskOffice> => {
    const id = freshPortalId();
    await fillPortal(server().store, id, total);
    return joinOffice(server(), id, 'manager');
  };

  it('counts them by status, and reads one with all that was asked', async () => {
    const ask = await open(300);
    const { items, total, counts, unread } = await get<RequestList>(ask, '/requests');
    assert.deepEqual(total, { count: 300, isMore: false });
    assert.equal(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      300,
    );
    assert.ok(unread <= (counts.submitted ?? 0));
    const answer = await ask(`/requests/${items[0]?.id}`);
    assert.equal(answer.status, 200);
  });

  it('counts what is searched for no further than a hundred, and exports all of it once, in its order', async () => {
    const ask = await open(130);
    const list = await get<RequestList>(ask, '/requests?query=PR-&sort=reference');
    assert.deepEqual(list.total, { count: 100, isMore: true });
    assert.deepEqual((await get<RequestList>(ask, '/requests?since=2000-01-01')).total, { count: 130, isMore: false });
    const file = await get<{ reference: string }[]>(ask, '/request-export?format=json&query=PR-&sort=reference');
    const references = file.map(({ reference }) => reference);
    assert.deepEqual(references, [...new Set(references)].sort());
    assert.equal(references.length, 130);
  });

  it('pages through its work orders forwards and back, each of them once', async () => {
    const ask = await open(120);
    const seen: WorkOrderRow[] = [];
    let page = await get<WorkOrderList>(ask, '/work-orders');
    assert.equal(page.previous, undefined);
    for (;;) {
      seen.push(...page.items);
      if (page.next === undefined) break;
      page = await get<WorkOrderList>(ask, `/work-orders?after=${page.next}`);
    }
    assert.equal(new Set(seen.map(({ id }) => id)).size, page.total.count);
    const dates = seen.map(({ createdAt }) => createdAt);
    assert.deepEqual(dates, [...dates].sort().reverse());
    const back = await get<WorkOrderList>(ask, `/work-orders?before=${page.previous}`);
    assert.deepEqual(back.items.at(-1)?.id, seen[seen.length - page.items.length - 1]?.id);
    assert.equal((await ask('/work-orders?after=made-up')).status, 400);
  });

  it('finds a work order and its request by the reference of either', async () => {
    const ask = await open(120);
    const [order] = (await get<WorkOrderList>(ask, '/work-orders')).items;
    for (const reference of [order?.reference, order?.request.reference.toLowerCase(), order?.reference.slice(0, -1)]) {
      const found = await get<WorkOrderList>(ask, `/work-orders?query=${reference}`);
      assert.ok(
        found.items.some(({ id }) => id === order?.id),
        reference,
      );
    }
    const { items, total } = await get<RequestList>(ask, `/requests?query=${order?.reference}`);
    assert.deepEqual([items.map(({ id }) => id), total.count], [[order?.request.id], 1]);
  });

  it('finds a customer by a whole e-mail address, and words wherever else it stands', async () => {
    const ask = await open(120);
    const { items } = await get<RequestList>(ask, '/requests?query=CUSTOMER-1@example.com');
    assert.ok(items.length > 0 && items.every(({ customer }) => customer.email === 'customer-1@example.com'));
    assert.ok((await get<RequestList>(ask, '/requests?query=customer-1@example')).items.length >= items.length);
  });

  it('searches by an index on the portal and its words', async () => {
    const { rows } = (await server().store.db.execute(
      sql`SELECT indexdef FROM pg_indexes WHERE indexname = 'request_search'`,
    )) as { rows: { indexdef: string }[] };
    assert.match(rows[0]?.indexdef ?? '', /gin \(portal_id, search_text gin_trgm_ops\)/);
  });
});
