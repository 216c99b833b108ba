import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { DraftContent, HandoverCode, HandoverSession } from 'portal-request-form/contract';
import { handDraftOver, takeOverDraft } from '../../demo/server/services/handover.js';
import { tidy } from '../../demo/server/services/housekeeping.js';
import { handoverCodes, handoverSessions } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, BEN, onEachDatabase, openPortal, problem, type TestPortal } from './harness.js';
import { create, upload } from './uploads.js';

const draft = (key: string): DraftContent => ({
  ...{ requestType: 'fault', configVersion: '1', step: 'details', key },
  answers: { description: 'It drips' },
  checklist: {},
});
const MINUTE = 60_000;

const keep = (portal: TestPortal, id: string, token: string, change = {}, headers = { 'If-None-Match': '*' }) =>
  portal.call(`/drafts/${id}`, { method: 'PUT', token, body: { ...draft(id), ...change }, headers });

const codeFor = async (portal: TestPortal, id: string, token: string): Promise<string> => {
  const made = await portal.call(`/drafts/${id}/handover`, { method: 'POST', token });
  assert.equal(made.status, 201);
  return (made.json as HandoverCode).code;
};

const take = (portal: TestPortal, code: string) => portal.call('/handover', { body: { code } });

/** A desk where a draft is under way. */
const atDesk = async (server: TestServer) => {
  const portal = await openPortal(server);
  const [token, id] = [await portal.signIn(ANNA), randomUUID()];
  const made = await keep(portal, id, token);
  assert.equal(made.status, 201);
  return { portal, token, id, etag: made.headers.get('etag') ?? '' };
};

/** A phone that took the draft over from the desk. */
const onPhone = async (server: TestServer) => {
  const desk = await atDesk(server);
  const taken = await take(desk.portal, await codeFor(desk.portal, desk.id, desk.token));
  assert.equal(taken.status, 200);
  return { ...desk, phone: (taken.json as HandoverSession).token, session: taken.json as HandoverSession };
};

onEachDatabase('A draft that is handed over', (server) => {
  it('goes on where it was, and comes back with what was added', async () => {
    const { portal, token, phone, session, id, etag } = await onPhone(server());
    assert.deepEqual([session.draft, session.customer.email], [id, ANNA.email]);
    const found = await portal.call(`/drafts/${id}`, { token: phone });
    assert.deepEqual([found.status, found.headers.get('etag')], [200, etag]);
    const photo = await upload(portal, {}, phone);
    const answers = { description: 'It drips', files: [photo] };
    const changed = await portal.call(`/drafts/${id}`, {
      ...{ method: 'PUT', token: phone, body: { ...draft(id), answers }, headers: { 'If-Match': etag } },
    });
    assert.equal(changed.status, 200);
    const there = await portal.call(`/drafts/${id}`, { token });
    assert.deepEqual((there.json as DraftContent).answers, answers);
    const sent = await portal.send(portal.submission({ answers }), token, id);
    assert.equal(sent.status, 201);
    assert.equal((await portal.call('/session', { token: phone })).status, 401);
  });

  it('keeps neither code nor token, only what they hash to', async () => {
    const { portal, id, token, phone } = await onPhone(server());
    const code = await codeFor(portal, id, token);
    assert.match(code, /^[\w-]{22}$/);
    const { db } = server().store;
    const kept = JSON.stringify([
      await db.select().from(handoverCodes).where(eq(handoverCodes.draftId, id)),
      await db.select().from(handoverSessions).where(eq(handoverSessions.draftId, id)),
    ]);
    assert.match(kept, /"codeHash":"[0-9a-f]{64}".*"tokenHash":"[0-9a-f]{64}"/);
    for (const secret of [code, phone]) assert.ok(!kept.includes(secret));
  });

  it('goes to one of ten phones that use the code at once', async () => {
    const { portal, id, token } = await atDesk(server());
    const code = await codeFor(portal, id, token);
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(portal, code)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array<number>(9).fill(404)]);
  });

  it('says the same of a code that was used, replaced or never made', async () => {
    const { portal, id, token } = await atDesk(server());
    const [replaced, used] = [await codeFor(portal, id, token), await codeFor(portal, id, token)];
    assert.equal((await take(portal, used)).status, 200);
    const refused = await Promise.all([replaced, used, 'A'.repeat(22), 'x'].map((code) => take(portal, code)));
    for (const { json } of refused) assert.deepEqual(json, refused[0]?.json);
    assert.deepEqual([refused[0]?.status, refused[0] && problem(refused[0]).code], [404, 'not-found']);
    const elsewhere = await openPortal(server());
    assert.equal((await take(elsewhere, await codeFor(portal, id, token))).status, 404);
  });

  it('can be taken for ten minutes, and then no longer', async () => {
    const { portal, id, token } = await atDesk(server());
    const found = await server().services.portals.find(portal.id);
    assert.ok(found);
    const later = (minutes: number) => ({
      ...server().services,
      clock: () => new Date(Date.now() + minutes * MINUTE),
    });
    const late = await codeFor(portal, id, token);
    await assert.rejects(takeOverDraft(later(10), found, late), { status: 404 });
    assert.ok(await takeOverDraft(later(9), found, late));
    await codeFor(portal, id, token);
    await tidy(later(11));
    assert.equal(await server().store.db.$count(handoverCodes, eq(handoverCodes.draftId, id)), 0);
    assert.equal(await server().store.db.$count(handoverSessions, eq(handoverSessions.draftId, id)), 1);
  });

  it('is nobody else’s to hand over', async () => {
    const { portal, id } = await atDesk(server());
    const ben = await portal.signIn(BEN);
    for (const wanted of [id, randomUUID()]) {
      const answer = await portal.call(`/drafts/${wanted}/handover`, { method: 'POST', token: ben });
      assert.deepEqual([answer.status, problem(answer).code], [404, 'not-found']);
    }
    assert.equal((await portal.call(`/drafts/${id}/handover`, { method: 'POST' })).status, 401);
    const found = await server().services.portals.find(portal.id);
    assert.ok(found);
    await assert.rejects(handDraftOver(server().services, { portal: found, customerId: 'nobody' }, id, ''), {
      status: 404,
    });
  });

  it('is no longer open on the phone once the customer signs out at the desk, or on the phone itself', async () => {
    for (const leaves of ['token', 'phone'] as const) {
      const open = await onPhone(server());
      await open.portal.call('/session', { method: 'DELETE', token: open[leaves] });
      const answer = await open.portal.call(`/drafts/${open.id}`, { token: open.phone });
      assert.deepEqual([answer.status, problem(answer).code], [401, 'session-expired']);
    }
  });

  it('is guessed at from one address thirty times, while right codes cost nothing', async () => {
    const { portal, id, token } = await atDesk(server());
    for (let time = 0; time < 5; time += 1) await take(portal, await codeFor(portal, id, token));
    const answers = [];
    for (let time = 0; time < 31; time += 1) answers.push((await take(portal, `wrong-${time}`)).status);
    assert.deepEqual(answers, [...Array<number>(30).fill(404), 429]);
    assert.equal((await portal.call('/handover', { body: { code: 1 } })).status, 429);
  });
});

/** What a phone may call that goes on with one draft: its status for the phone, by the call. `{id}` is its draft. */
const AUTHORISATION: readonly (readonly [method: string, path: string, status: number])[] = [
  ['GET', '/config', 200],
  ['GET', '/session', 200],
  ['GET', '/drafts/{id}', 200],
  ['PUT', '/drafts/{id}', 428],
  ['GET', '/options/assets?query=', 200],
  ['GET', '/options/addresses?postcode=9712AB&houseNumber=1', 200],
  ['POST', '/attachments', 412],
  ['HEAD', '/attachments/{file}', 404],
  ['DELETE', '/attachments/{file}', 404],
  ['GET', '/drafts', 403],
  ['GET', '/drafts/{other}', 403],
  ['PUT', '/drafts/{other}', 403],
  ['DELETE', '/drafts/{id}', 403],
  ['POST', '/drafts/{id}/handover', 403],
  ['POST', '/drafts/{other}/handover', 403],
  ['POST', '/handover', 403],
  ['GET', '/requests', 403],
  ['POST', '/requests', 403],
  ['GET', '/requests/{other}', 403],
  ['POST', '/requests/{other}/messages', 403],
  ['POST', '/session', 403],
  ['POST', '/password-reset', 403],
  ['GET', '/attachments/{file}', 403],
  ['GET', '/drafts/{id}/', 403],
  ['GET', '/options/assets/more', 403],
  ['DELETE', '/config', 403],
];

onEachDatabase('A phone that goes on with one draft', (server) => {
  it('may do what the draft needs and nothing else', async () => {
    const { portal, phone, token, id } = await onPhone(server());
    const other = randomUUID();
    await keep(portal, other, token);
    const known: Record<string, string> = { id, other, file: 'f'.repeat(32) };
    for (const [method, path, status] of AUTHORISATION) {
      const url = path.replace(/\{(\w+)\}/, (_all, name: string) => known[name] ?? '');
      const body = ['POST', 'PUT'].includes(method) && !path.startsWith('/attachments') ? draft(id) : undefined;
      const tus: Record<string, string> = path.startsWith('/attachments/') ? { 'Tus-Resumable': '1.0.0' } : {};
      const answer = await portal.call(url, { method, token: phone, headers: tus, ...(body ? { body } : {}) });
      assert.equal(answer.status, status, `${method} ${path}`);
      if (status === 403) assert.equal(problem(answer).code, 'forbidden');
    }
  });

  it('touches no file of another draft', async () => {
    const { portal, phone, token, id } = await onPhone(server());
    const [own, others] = [await upload(portal, {}, token), await upload(portal, {}, token)];
    const files = { answers: { files: [others] } };
    assert.equal((await keep(portal, randomUUID(), token, files)).status, 201);
    const remove = (file: string) =>
      portal.call(`/attachments/${file}`, { method: 'DELETE', token: phone, headers: { 'Tus-Resumable': '1.0.0' } });
    assert.equal((await remove(others.id)).status, 404);
    assert.equal((await remove(own.id)).status, 204);
    assert.equal((await create(portal, {}, phone)).status, 201);
    assert.equal((await portal.call(`/drafts/${id}`, { token: phone })).status, 200);
  });
});
