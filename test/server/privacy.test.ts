import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { RequestDetail } from 'portal-request-form/contract';
import type { AuditPage, Erased, KeptOfPerson, OfficeRequest, RequestList } from '../../demo/office-contract/index.js';
import { webhookEndpoints } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { archiveOfPerson } from './archives.js';
import { onEachDatabase, pointers } from './harness.js';
import { openOffice, type Office } from './office.js';
import { tracesOf } from './traces.js';
import { upload } from './uploads.js';

/** A customer of an office under one word that stands nowhere else: an account, and requests with and without it. */
const withCustomer = async (server: TestServer) => {
  const office = await openOffice(server);
  const { portal, ask } = office;
  const word = `w${crypto.randomUUID().replaceAll('-', '')}`;
  const email = `${word}@example.com`;
  const own = { portalId: portal.id, url: 'https://127.0.0.1/hook', createdAt: new Date(), id: crypto.randomUUID() };
  const events = ['request.submitted' as const, 'request.withdrawn' as const];
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  await server.store.db.insert(webhookEndpoints).values({ ...own, events, secret });
  const token = await portal.signIn({ name: `Name ${word}`, email, password: 'a-secret-1', company: `Co ${word}` });
  const file = await upload(portal, { name: `${word}.png` }, token);
  await upload(portal, { name: `unsent-${word}.png` }, token);
  const answers = { description: `It drips, says ${word}`, files: [file] };
  const { id: open } = await portal.submit(token, { answers });
  const { id: closed } = await portal.submit(token);
  await ask(`/requests/${closed}/decline`, { reason: `No, ${word}.` });
  await portal.submit(undefined, { guest: { name: `Guest ${word}`, email: email.toUpperCase() } });
  await ask(`/requests/${open}/ask`, { message: `Where, ${word}?`, fields: ['description'] });
  const { asked } = (await portal.call(`/requests/${open}`, { token })).json as RequestDetail;
  const body = { asked: asked?.id, answers: { description: `Here, says ${word}` }, checklist: {} };
  await portal.call(`/requests/${open}/replies`, { token, body, headers: { 'Idempotency-Key': 'r' } });
  const draft = {
    requestType: 'fault',
    configVersion: '1',
    step: 'details',
    answers: { description: word },
    checklist: {},
  };
  const headers = { 'If-None-Match': '*' };
  await portal.call('/drafts/a', { method: 'PUT', token, body: { key: 'a', ...draft }, headers });
  await portal.call(`/requests/${open}/messages`, { token, body: { text: word }, headers: { 'Idempotency-Key': 'm' } });
  await portal.call('/session', { body: { method: 'code', email } });
  await portal.call('/password-reset', { body: { email } });
  await server.services.outbox.flush('mail');
  return { office, word, email, token, open, closed, file: file.id };
};

const kept = async ({ ask }: Office, body: object): Promise<KeptOfPerson> =>
  (await ask('/privacy/person', body)).json as KeptOfPerson;

onEachDatabase('What is kept of a person', (server) => {
  it('is counted by the address, however it is written, or by the account', async () => {
    const { office, email, open } = await withCustomer(server());
    const found = await kept(office, { email: ` ${email.toUpperCase()} ` });
    assert.deepEqual([found.email, found.requests, found.files, found.drafts], [email, 3, 2, 1]);
    assert.ok(found.open.some(({ id, status }) => id === open && status === 'submitted'));
    assert.deepEqual(await kept(office, { customerId: found.customer?.id }), found);
    assert.deepEqual(pointers(await office.ask('/privacy/person', {})), ['/email']);
  });

  it('is nobody’s of another portal', async () => {
    const { email, word, office } = await withCustomer(server());
    const { customer } = await kept(office, { email });
    const other = await openOffice(server());
    for (const person of [{ email }, { customerId: customer?.id }]) {
      assert.equal((await kept(other, person)).requests, 0);
      assert.equal((await other.ask('/privacy/export', person)).status, 404);
      assert.equal((await other.ask('/privacy/erasure', { ...person, closesOpen: true })).status, 404);
    }
    assert.notDeepEqual(await tracesOf(server().store, word), []);
  });

  it('is handed out whole: requests, messages, replies, files, drafts and mails, and nothing of staff', async () => {
    const { office, word, email, open } = await withCustomer(server());
    const { json, named } = await archiveOfPerson(server(), office.email, email);
    assert.equal(json.customer.company, `Co ${word}`);
    const texts = JSON.stringify(json['requests']?.find(({ id }) => id === open));
    for (const text of ['It drips, says', 'Where,', 'Here, says', `${word}.png`]) assert.ok(texts.includes(text), text);
    assert.deepEqual([json['drafts']?.length, named.length], [1, 2]);
    assert.ok((json['deliveries']?.length ?? 0) >= 6);
    assert.doesNotMatch(JSON.stringify(json), /staffId|assignedTo|"password"|"token"/);
    const [entry] = (await office.get<AuditPage>('/audit?group=privacy')).items;
    assert.deepEqual([entry?.action, entry?.details], ['customer.exported', { requests: 3 }]);
  });

  it('is not erased while requests are open, unless that is said', async () => {
    const { office, email, token, open } = await withCustomer(server());
    assert.equal((await office.ask('/privacy/erasure', { email })).status, 409);
    assert.equal((await office.portal.call(`/requests/${open}`, { token })).status, 200);
    assert.deepEqual((await office.get<AuditPage>('/audit?group=privacy')).items, []);
  });

  it('is erased so that nothing in the database leads to the person, and the figures stay', async () => {
    const { office, word, email, token, open, closed, file } = await withCustomer(server());
    const { customer } = await kept(office, { email });
    const before = await office.get<RequestList>('/requests');
    const { status, json } = await office.ask('/privacy/erasure', { email, closesOpen: true });
    const { requests, files, deliveries } = json as Erased;
    assert.deepEqual([status, requests, files, deliveries > 6], [200, 3, 2, true]);
    assert.deepEqual(await tracesOf(server().store, word), []);
    assert.deepEqual(await tracesOf(server().store, customer?.id ?? 'nobody'), ['audit_entry']);
    await assert.rejects(server().services.files.readBytes(file, 0, 1));
    const after = await office.get<RequestList>('/requests');
    assert.deepEqual(
      after.items.map(({ reference }) => reference),
      before.items.map(({ reference }) => reference),
    );
    assert.deepEqual([after.counts.withdrawn, after.counts.declined], [2, 1]);
    for (const id of [open, closed]) {
      assert.equal((await office.get<OfficeRequest>(`/requests/${id}`)).customer.name, '');
    }
    assert.equal((await office.portal.call('/requests', { token })).status, 401);
    const [entry] = (await office.get<AuditPage>('/audit?group=privacy')).items;
    assert.deepEqual([entry?.action, entry?.about?.id, entry?.details], ['customer.erased', customer?.id, json]);
    assert.equal((await office.ask('/privacy/erasure', { email })).status, 404);
  });

  it('leaves everybody else as they were', async () => {
    const { office, email } = await withCustomer(server());
    const other = await withCustomer(server());
    const neighbour = await office.portal.submit(undefined, { guest: { name: 'Gerda', email: `not-${email}` } });
    const before = await tracesOf(server().store, other.word);
    await office.ask('/privacy/erasure', { email, closesOpen: true });
    assert.deepEqual(await tracesOf(server().store, other.word), before);
    assert.equal((await office.get<OfficeRequest>(`/requests/${neighbour.id}`)).customer.name, 'Gerda');
  });

  it('tells other systems that a request is withdrawn, with nothing of who asked', async () => {
    const { office, email, open } = await withCustomer(server());
    await office.ask('/privacy/erasure', { email, closesOpen: true });
    const { items } = await office.get<{ items: { id: string; about: string }[] }>('/deliveries?kind=webhook');
    const bodies: string[] = [];
    for (const { id } of items) bodies.push((await office.get<{ body: string }>(`/deliveries/${id}`)).body);
    const told = bodies.map((body) => JSON.parse(body) as { type: string; data: { request: { id: string } } });
    assert.ok(told.some(({ type, data }) => type === 'request.withdrawn' && data.request.id === open));
  });
});
