import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { RequestDetail, RequestPage } from 'portal-request-form/contract';
import { ANNA, BEN, onEachDatabase, openPortal, problem, smallConfig } from './harness.js';

onEachDatabase('A body', (server) => {
  it('that is no request gets a problem, whatever it is', async () => {
    const portal = await openPortal(server());
    const cases: [string, number, Record<string, string>?][] = [
      ['{"a":', 400],
      ['[]', 422],
      ['null', 422],
      ['"text"', 422],
      ['{"__proto__":{"guests":true}}', 400],
      [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
      [`{"answers":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}`, 400],
      ['{}', 415, { 'Content-Type': 'text/plain' }],
      ['{}', 415, { 'Content-Type': 'application/json; charset=utf-16' }],
      [`{"answers":{"description":"${'x'.repeat(2_000_000)}"}}`, 413],
      [JSON.stringify({ ...portal.submission(), answers: { description: '\ud800' } }), 400],
    ];
    for (const [body, status, headers] of cases) {
      const key = { 'Idempotency-Key': randomUUID() };
      const answer = await portal.call('/requests', { body, headers: { ...key, ...headers } });
      assert.equal(answer.status, status, body.slice(0, 60));
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    }
  });

  it('without an announced length is cut off at 1 MB', async () => {
    const portal = await openPortal(server());
    const piece = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(piece);
      },
    });
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    const streamed: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await fetch(`${portal.endpoint}/requests`, streamed);
    assert.equal(answer.status, 413);
  });

  it('with characters that no database keeps is taken without them', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const { id } = await portal.submit(token, { answers: { description: 'No\u0000 heat' } });
    const detail = (await portal.call(`/requests/${id}`, { token })).json as RequestDetail;
    assert.equal(detail.submission.answers['description'], 'No heat');
  });
});

onEachDatabase('My requests', (server) => {
  it('are only my own, newest first, a page at a time', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const sent: string[] = [];
    for (let count = 0; count < 23; count += 1) sent.unshift((await portal.submit(token)).reference);
    await portal.submit(await portal.signIn(BEN));
    await portal.submit();
    const first = (await portal.call('/requests', { token })).json as RequestPage;
    assert.equal(first.items.length, 20);
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = (await portal.call(`/requests?cursor=${cursor}`, { token })).json as RequestPage;
    assert.equal(second.nextCursor, undefined);
    assert.deepEqual(
      [...first.items, ...second.items].map(({ reference }) => reference),
      sent,
    );
    assert.deepEqual(first.items[0]?.title, smallConfig.requestTypes[0]?.label);
  });

  it('of somebody else, of a guest, or of nobody are not found', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(BEN);
    const ids = [
      (await portal.submit(await portal.signIn(ANNA))).id,
      (await portal.submit()).id,
      randomUUID(),
      '%00',
      'a%20b',
    ];
    for (const id of ids) {
      const answer = await portal.call(`/requests/${id}`, { token });
      assert.equal(answer.status, 404, id);
      assert.equal(problem(answer).code, 'not-found');
    }
  });

  it('are not for guests', async () => {
    const portal = await openPortal(server());
    const { id } = await portal.submit();
    for (const path of ['/requests', `/requests/${id}`]) assert.equal((await portal.call(path)).status, 401);
  });

  it('refuse a cursor that was made up', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    for (const cursor of ['x', 'bnVsbA', 'WzEsMl0', 'WyJhIiwiYiJd', 'WzFlOTksImEiXQ', '%00']) {
      assert.equal((await portal.call(`/requests?cursor=${cursor}`, { token })).status, 400, cursor);
    }
  });
});
