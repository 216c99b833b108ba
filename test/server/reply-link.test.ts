import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { Receipt, RequestDetail } from 'portal-request-form/contract';
import { requestQuestions } from '../../demo/server/store/schema.js';
import { openAsked } from './asked.js';
import { ANNA, onEachDatabase, openPortal, pointers } from './harness.js';
import { upload } from './uploads.js';

const DAY = 86_400_000;

onEachDatabase('The link in the mail', (server) => {
  it('lets a guest read and answer that request without signing in, once', async () => {
    const { portal, receipt, ask, link, reply } = await openAsked(server());
    const asked = await ask();
    const token = `reply.${await link()}`;
    const detail = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    assert.deepEqual([detail.asked?.id, detail.submission.guest, detail.history], [asked, undefined, []]);
    const file = await upload(portal, {}, token);
    assert.equal(file.size > 0, true);
    const key = randomUUID();
    assert.equal((await reply(asked, { description: 'Cold' }, { token, key })).status, 201);
    assert.equal((await reply(asked, { description: 'Cold' }, { token, key })).status, 200);
    assert.equal((await reply(asked, { description: 'Warm' }, { token })).status, 409);
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token })).status, 401);
  });

  it('is worth nothing once replaced, decided about, expired, or at another portal', async () => {
    const { portal, receipt, ask, link, office } = await openAsked(server());
    await ask();
    const first = `reply.${await link()}`;
    await ask(['files'], [], 'Something else');
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token: first })).status, 401);
    const elsewhere = await openPortal(server());
    const token = `reply.${await link()}`;
    assert.equal((await elsewhere.call(`/requests/${receipt.id}`, { token })).status, 401);
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token })).status, 200);
    const late = { expiresAt: new Date(Date.now() - DAY) };
    await server().store.db.update(requestQuestions).set(late).where(eq(requestQuestions.requestId, receipt.id));
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token })).status, 401);
    assert.equal((await office(`/requests/${receipt.id}/decline`, { reason: 'No' })).status, 200);
    assert.equal((await portal.call(`/requests/${receipt.id}`, { token: 'reply.AAAAAAAAAAAAAAAAAAAAAA' })).status, 401);
  });

  it('takes a file with it, which the office then gets, and nobody with another link', async () => {
    const [one, other] = [await openAsked(server()), await openAsked(server())];
    const asked = await one.ask(['files']);
    const token = `reply.${await one.link()}`;
    await other.ask(['files']);
    const file = await upload(one.portal, {}, token);
    const stranger = await other.reply(asked, { files: [file] }, { token: `reply.${await other.link()}` });
    assert.notEqual(stranger.status, 201);
    assert.equal((await one.reply(asked, { files: [file] }, { token })).status, 201);
    const [kept] = (await one.seen()).attachments;
    assert.deepEqual(kept, file);
    assert.equal((await one.office(`/attachments/${file.id}`)).status, 200);
    assert.equal((await one.portal.call(`/attachments/${file.id}`, { method: 'DELETE', token })).status, 401);
  });

  it('shows its link as a button, in the mail that asks and in a message', async () => {
    const { portal, receipt, ask, office, mailed, link } = await openAsked(server());
    await ask();
    await mailed('something more');
    const token = await link();
    const asking = await server().services.outbox.sentHtml(0);
    assert.match(
      asking ?? '',
      new RegExp(`href="[^"]*#portal-reply=api/portals/${portal.id},${receipt.id}\\.${token}"`),
    );
    assert.match(asking ?? '', />\s*Answer\s*<\/a/);
    await office(`/requests/${receipt.id}/messages`, { text: 'We come.' }, { 'Idempotency-Key': randomUUID() });
    await mailed('A message');
    assert.match((await server().services.outbox.sentHtml(0)) ?? '', />\s*My requests\s*<\/a/);
  });

  it('opens nothing but its own request', async () => {
    const { portal, receipt, ask, link } = await openAsked(server(), ANNA);
    const other = await portal.submit(await portal.signIn(ANNA));
    await ask();
    const token = `reply.${await link()}`;
    const forbidden: [string, string][] = [
      ['GET', '/requests'],
      ['POST', '/requests'],
      ['GET', `/requests/${other.id}`],
      ['POST', `/requests/${other.id}/replies`],
      ['POST', `/requests/${receipt.id}/withdraw`],
      ['POST', `/requests/${receipt.id}/messages`],
      ['GET', '/session'],
      ['GET', '/drafts'],
      ['POST', '/handover'],
    ];
    for (const [method, path] of forbidden) {
      const answer = await portal.call(path, { method, token });
      assert.deepEqual([path, answer.status], [path, 403]);
    }
    assert.equal((await portal.call('/config', { token })).status, 200);
    const kept = await server().store.db.select().from(requestQuestions);
    assert.ok(!JSON.stringify(kept).includes(token.slice(6)));
  });

  it('leads to the page that the request was sent from, where the portal allows that', async () => {
    const { portal, office, mailed } = await openAsked(server());
    const send = async (referer: string): Promise<Receipt> => {
      const body = portal.submission({ guest: { name: 'Gerda', email: 'gerda@example.com' } });
      const headers = { 'Idempotency-Key': randomUUID(), Referer: referer };
      return (await portal.call('/requests', { body, headers })).json as Receipt;
    };
    for (const [page, shown] of [
      ['http://localhost:9000/service?page=2', 'http://localhost:9000/service?page=2#portal-reply='],
      ['https://evil.example/', 'http://localhost/#portal-reply='],
    ] as const) {
      const { id, reference } = await send(page);
      await office(`/requests/${id}/ask`, { message: 'Which?', fields: ['description'], items: [] });
      await mailed('');
      const mail = (await server().mails()).find(({ subject }) => subject.endsWith(reference));
      assert.ok(mail?.text.includes(shown), mail?.text);
    }
  });
});

onEachDatabase('What follows', (server) => {
  it('is withdrawn by its customer while nothing was decided, and not after that', async () => {
    const { portal, token, receipt, ask, office, mailed } = await openAsked(server(), ANNA);
    await ask();
    const withdraw = () => portal.call(`/requests/${receipt.id}/withdraw`, { method: 'POST', token });
    const first = await withdraw();
    assert.deepEqual([first.status, (await withdraw()).json], [200, first.json]);
    assert.equal((await office(`/requests/${receipt.id}/accept`, {})).status, 409);
    assert.ok(await mailed('withdrawn'));
    const second = await portal.submit(token);
    await office(`/requests/${second.id}/accept`, {});
    assert.equal((await portal.call(`/requests/${second.id}/withdraw`, { method: 'POST', token })).status, 409);
  });

  it('is told by the office, once for each key, and by mail', async () => {
    const { portal, token, receipt, office, mailed } = await openAsked(server(), ANNA);
    const key = { 'Idempotency-Key': randomUUID() };
    for (const text of ['We come.', 'We come.']) await office(`/requests/${receipt.id}/messages`, { text }, key);
    const { history } = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    assert.deepEqual(
      history.slice(1).map(({ by, note }) => [by, note]),
      [['office', 'We come.']],
    );
    assert.match((await mailed('A message'))?.text ?? '', /We come\./);
    assert.deepEqual(pointers(await office(`/requests/${receipt.id}/messages`, { text: ' ' }, key)), ['/text']);
  });

  it('is planned and done with its work order', async () => {
    const { portal, token, receipt, office, seen, mailed } = await openAsked(server(), ANNA);
    await office(`/requests/${receipt.id}/accept`, {});
    const set = async (body: object) => office(`/work-orders/${(await seen()).workOrder?.id}/status`, body);
    assert.deepEqual(pointers(await set({ status: 'planned' })), ['/note']);
    assert.equal((await set({ status: 'planned', note: 'Tuesday morning' })).status, 200);
    assert.match((await mailed('is planned'))?.text ?? '', /Tuesday morning/);
    assert.equal((await set({ status: 'done' })).status, 200);
    assert.equal((await set({ status: 'planned', note: 'Again' })).status, 409);
    const { status, history } = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    assert.deepEqual([status, history.at(-2)?.note], ['done', 'Tuesday morning']);
    assert.ok(await mailed('is done'));
  });
});
