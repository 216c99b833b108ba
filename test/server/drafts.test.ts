import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { DraftContent, DraftList } from 'portal-request-form/contract';
import { tidy } from '../../demo/server/services/housekeeping.js';
import { draftAttachments, drafts } from '../../demo/server/store/schema.js';
import { ANNA, BEN, onEachDatabase, openPortal, pointers, problem, type TestPortal } from './harness.js';

const draft: DraftContent = {
  ...{ requestType: 'fault', configVersion: '1', step: 'details', key: 'one-key' },
  answers: { description: 'It drips\0' },
  checklist: { reachable: { note: 'Ring twice' } },
};
const photo = (id: string) => ({ id, name: 'leak.png', type: 'image/png', size: 7 });
const DAY = 86_400_000;

const NEW: Record<string, string> = { 'If-None-Match': '*' };

const put = (portal: TestPortal, id: string, body: unknown, token: string, headers = NEW) =>
  portal.call(`/drafts/${id}`, { method: 'PUT', body, token, headers });

const idsOf = async (portal: TestPortal, token: string): Promise<string[]> =>
  ((await portal.call('/drafts', { token })).json as DraftList).items.map(({ id }) => id);

onEachDatabase('Drafts on the server', (server) => {
  const open = async (id = randomUUID()) => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const made = await put(portal, id, draft, token);
    assert.equal(made.status, 201);
    return { portal, token, id, etag: made.headers.get('etag') ?? '' };
  };
  const age = (id: string, days: number) =>
    server()
      .store.db.update(drafts)
      .set({ savedAt: new Date(Date.now() - days * DAY) })
      .where(eq(drafts.id, id));

  it('are the same draft when a call whose answer was lost is repeated', async () => {
    const { portal, token, id, etag } = await open();
    const again = await put(portal, id, draft, token);
    assert.deepEqual([again.status, again.headers.get('etag')], [200, etag]);
    const headers = { 'If-None-Match': etag };
    assert.equal((await portal.call(`/drafts/${id}`, { token, headers })).status, 304);
  });

  it('let one of ten devices win that change the same draft at once', async () => {
    const { portal, token, id, etag } = await open();
    const change = (number: number) => put(portal, id, { ...draft, answers: { number } }, token, { 'If-Match': etag });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, number) => change(number)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 412).length, 9);
  });

  it('may have the same id for two customers, and each has their own', async () => {
    const { portal, token, id } = await open();
    const ben = await portal.signIn(BEN);
    assert.deepEqual(await idsOf(portal, ben), []);
    assert.equal((await put(portal, id, { ...draft, answers: {} }, ben)).status, 201);
    await portal.call(`/drafts/${id}`, { method: 'DELETE', token: ben });
    assert.deepEqual([await idsOf(portal, ben), await idsOf(portal, token)], [[], [id]]);
  });

  it('go when they are older than the portal keeps them', async () => {
    const { portal, token, id } = await open();
    await age(id, 29);
    await tidy(server().services);
    assert.deepEqual(await idsOf(portal, token), [id]);
    await age(id, 31);
    assert.deepEqual(await idsOf(portal, token), []);
    assert.equal((await put(portal, id, draft, token)).status, 201);
    await age(id, 31);
    await tidy(server().services);
    assert.equal(await server().store.db.$count(drafts, eq(drafts.id, id)), 0);
  });

  it('say which files they use, until they are gone', async () => {
    const { portal, token, id, etag } = await open();
    const [one, two, row] = Array.from({ length: 3 }, () => randomUUID());
    const answers = { files: [photo(one ?? '')], rows: [{ picture: [photo(row ?? '')] }] };
    const checklist = { reachable: { photos: [photo(two ?? '')] } };
    const changed = { ...draft, answers, checklist };
    assert.equal((await put(portal, id, changed, token, { 'If-Match': etag })).status, 200);
    const { db } = server().store;
    const used = await db.select().from(draftAttachments).where(eq(draftAttachments.draftId, id));
    assert.deepEqual(used.map((file) => file.attachmentId).sort(), [one, two, row].sort());
    await portal.call(`/drafts/${id}`, { method: 'DELETE', token });
    assert.equal(await db.$count(draftAttachments, eq(draftAttachments.draftId, id)), 0);
  });

  it('are refused when they are too large, too many, or nobody’s', async () => {
    const { portal, token, id } = await open();
    const large = await put(portal, id, { ...draft, answers: { all: 'x'.repeat(300_000) } }, token);
    assert.deepEqual([large.status, problem(large).code], [413, 'too-large']);
    assert.equal((await put(portal, '%00', draft, token)).status, 404);
    assert.deepEqual(pointers(await put(portal, id, { ...draft, key: 'a b' }, token)), ['/key']);
    assert.equal((await portal.call('/drafts')).status, 401);
    const values = { portalId: portal.id, content: draft, fingerprint: '', savedAt: new Date() };
    const [mine] = await server().store.db.select().from(drafts).where(eq(drafts.id, id));
    const many = Array.from({ length: 99 }, () => ({
      ...values,
      customerId: mine?.customerId ?? '',
      id: randomUUID(),
    }));
    await server().store.db.insert(drafts).values(many);
    assert.equal(problem(await put(portal, randomUUID(), draft, token)).errors?.[0]?.code, 'too-many');
  });
});
