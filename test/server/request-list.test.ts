import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeRequest, RequestChoices, RequestList } from '../../demo/office-contract/index.js';
import { addUpTallies } from '../../demo/server/services/request-tally.js';
import { requests, requestTally } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, CLERK, onEachDatabase, pointers, smallConfig } from './harness.js';
import { joinOffice, openOffice, type Office } from './office.js';

const [fault] = smallConfig.requestTypes;
const twoTypes: PortalConfig = {
  ...smallConfig,
  portal: { ...smallConfig.portal, timeZone: 'Europe/Amsterdam' },
  requestTypes: fault ? [fault, { ...fault, id: 'quote', label: 'Ask for a quote' }] : [],
};

const numbers = ({ items }: RequestList): number[] => items.map(({ reference }) => Number(reference.slice(-6)));

/** An office with this many requests, sent a minute after each other. */
const openWith = async (server: TestServer, count: number) => {
  const office = await openOffice(server, twoTypes);
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await office.portal.submit();
    const at = new Date(Date.UTC(2026, 0, 1, 0, number));
    await server.store.db.update(requests).set({ submittedAt: at, updatedAt: at }).where(eq(requests.id, id));
    ids.push(id);
  }
  const idOf = (number: number): string => ids[number - 1] ?? '';
  const list = (search = ''): Promise<RequestList> => office.get(`/requests?${search}`);
  const put = (number: number, what: string, body: unknown) =>
    office.ask(`/requests/${idOf(number)}/${what}`, body, {}, 'PUT');
  return { office, idOf, list, put };
};

/** All pages, followed by one of the list's cursors. */
const walk = async (office: Office, search: string, way: 'next' | 'previous', from?: string): Promise<number[][]> => {
  const pages: number[][] = [];
  const name = way === 'next' ? 'after' : 'before';
  let cursor = from;
  do {
    const page = await office.get<RequestList>(`/requests?${search}${cursor ? `&${name}=${cursor}` : ''}`);
    pages.push(numbers(page));
    cursor = page[way];
  } while (cursor);
  return pages;
};

const descending = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, step) => from - step);

onEachDatabase('The overview of the office', (server) => {
  it('pages forwards and back by cursors, also while requests come in', async () => {
    const { office, list } = await openWith(server(), 60);
    const there = await walk(office, '', 'next');
    assert.deepEqual(there, [descending(60, 36), descending(35, 11), descending(10, 1)]);
    const second = await list(`after=${(await list()).next}`);
    await office.portal.submit();
    const third = await list(`after=${second.next}`);
    assert.deepEqual([numbers(third), third.next], [descending(10, 1), undefined]);
    const back = await list(`before=${third.previous}`);
    assert.deepEqual(numbers(back), descending(35, 11));
    assert.equal((await list(`before=${back.previous}`)).items.length, 25);
  });

  it('shows the first page whole where less than a page comes before a cursor', async () => {
    const { list } = await openWith(server(), 30);
    const second = await list(`after=${(await list()).next}`);
    const { previous } = await list(`after=${(await list('sort=newest')).next}`);
    const first = await list(`before=${previous}`);
    assert.deepEqual([numbers(second), numbers(first)], [descending(5, 1), descending(30, 6)]);
    assert.deepEqual([first.previous, typeof first.next], [undefined, 'string']);
  });

  it('sorts by age, by how long nobody touched it, and by reference', async () => {
    const { office, list, put, idOf } = await openWith(server(), 3);
    await put(1, 'assignee', { staffId: null });
    const at = new Date(Date.UTC(2025, 5, 1));
    await server()
      .store.db.update(requests)
      .set({ submittedAt: at })
      .where(eq(requests.id, idOf(3)));
    assert.deepEqual(numbers(await list('sort=newest')), [2, 1, 3]);
    assert.deepEqual(numbers(await list('sort=oldest')), [3, 1, 2]);
    assert.deepEqual(numbers(await list('sort=untouched')), [2, 3, 1]);
    assert.deepEqual(numbers(await list('sort=reference')), [1, 2, 3]);
    assert.equal((await office.ask('/requests?sort=size')).status, 400);
  });

  it('refuses a cursor that was made up, or is one of another order', async () => {
    const { office, list } = await openWith(server(), 26);
    const { next } = await list();
    const made = Buffer.from(JSON.stringify(['newest', 'now', 1])).toString('base64url');
    for (const search of [`sort=oldest&after=${next}`, `after=${made}`, 'before=nonsense']) {
      assert.equal((await office.ask(`/requests?${search}`)).status, 400, search);
    }
  });

  it('filters by type, by day in the portal’s time zone, and by all of it at once', async () => {
    const { office, list } = await openWith(server(), 2);
    const { id } = await office.portal.submit(undefined, { requestType: 'quote', answers: { description: 'Lift' } });
    const evening = new Date('2026-03-01T23:30:00Z'); // already the second of March in Amsterdam
    await server().store.db.update(requests).set({ submittedAt: evening }).where(eq(requests.id, id));
    assert.deepEqual(numbers(await list('type=quote')), [3]);
    assert.deepEqual(numbers(await list('since=2026-03-02')), [3]);
    assert.deepEqual(numbers(await list('until=2026-03-01')), [2, 1]);
    const all = await list('type=quote&since=2026-03-02&until=2026-03-02&query=lift&status=submitted&unread=yes');
    assert.deepEqual([numbers(all), all.total], [[3], { count: 1, isMore: false }]);
    for (const search of ['since=2026-02-30', 'since=soon', 'unread=no', 'status=lost', 'type=%00']) {
      assert.equal((await office.ask(`/requests?${search}`)).status, 400, search);
    }
  });

  it('gives a request to somebody, who finds it under “mine”, and releases it', async () => {
    const { office, list, put } = await openWith(server(), 2);
    const ben = await server().addStaff(
      { ...CLERK, name: 'Ben', email: `${crypto.randomUUID()}@example.com` },
      office.portal.id,
    );
    const { colleagues, types } = await office.get<RequestChoices>('/request-choices');
    const own = colleagues.find(({ id }) => id !== ben)?.id;
    assert.deepEqual(colleagues.map(({ name }) => name).sort(), ['Ben', CLERK.name]);
    assert.deepEqual(
      types.map(({ id }) => id),
      ['fault', 'quote'],
    );
    assert.equal((await put(1, 'assignee', { staffId: own })).status, 200);
    await put(2, 'assignee', { staffId: ben });
    assert.deepEqual(numbers(await list('assignee=mine')), [1]);
    assert.deepEqual((await list(`assignee=${ben}`)).items[0]?.assignee, { id: ben, name: 'Ben' });
    await put(2, 'assignee', { staffId: null });
    assert.deepEqual(numbers(await list('assignee=nobody')), [2]);
  });

  it('gives a request to nobody of another office, and none of another office to anybody', async () => {
    const [one, other] = [await openWith(server(), 1), await openWith(server(), 1)];
    const [stranger] = (await other.office.get<RequestChoices>('/request-choices')).colleagues;
    assert.deepEqual(pointers(await one.put(1, 'assignee', { staffId: stranger?.id })), ['/staffId']);
    assert.deepEqual(pointers(await one.put(1, 'assignee', { staffId: 'a\0' })), ['/staffId']);
    const path = `/requests/${other.idOf(1)}`;
    for (const [what, body] of [
      ['assignee', { staffId: null }],
      ['unread', { isUnread: false }],
    ] as const) {
      assert.equal((await one.office.ask(`${path}/${what}`, body, {}, 'PUT')).status, 404);
    }
  });

  it('says what nobody has opened yet, for the whole office, until the customer adds something', async () => {
    const office = await openOffice(server());
    const token = await office.portal.signIn(ANNA);
    const { id } = await office.portal.submit(token);
    const colleague = await joinOffice(server(), office.portal.id);
    const unread = async () =>
      ((await colleague('/requests?unread=yes')).json as RequestList).items.map((row) => row.id);
    assert.deepEqual(await unread(), [id]);
    await office.ask(`/requests/${id}/unread`, { isUnread: false }, {}, 'PUT');
    assert.deepEqual(await unread(), []);
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    await office.portal.call(`/requests/${id}/messages`, { token, headers, body: { text: 'It leaks now.' } });
    assert.deepEqual(await unread(), [id]);
    assert.equal((await office.get<OfficeRequest>(`/requests/${id}`)).isUnread, true);
    await office.ask(`/requests/${id}/accept`, {});
    assert.deepEqual(await unread(), []);
  });

  it('counts exactly, however requests change, also after adding up', async () => {
    const { office, list, put, idOf } = await openWith(server(), 6);
    const { colleagues } = await office.get<RequestChoices>('/request-choices');
    await Promise.all([
      office.ask(`/requests/${idOf(1)}/accept`, {}),
      office.ask(`/requests/${idOf(2)}/decline`, { reason: 'No.' }),
      put(3, 'assignee', { staffId: colleagues[0]?.id }),
      put(4, 'unread', { isUnread: false }),
    ]);
    const seen = async () => {
      const { counts, unread, total } = await list('assignee=mine');
      return { counts, unread, mine: total.count };
    };
    const expected = { counts: { submitted: 4, accepted: 1, declined: 1 }, unread: 3, mine: 1 };
    assert.deepEqual(await seen(), expected);
    await Promise.all([addUpTallies(server().store.db), addUpTallies(server().store.db)]);
    assert.deepEqual(await seen(), expected);
    const { db } = server().store;
    const kinds = await db.$count(requestTally, eq(requestTally.portalId, office.portal.id));
    assert.ok(kinds <= 5);
  });
});
