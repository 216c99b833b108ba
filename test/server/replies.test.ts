import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { Receipt, ReceiptFile, RequestDetail } from 'portal-request-form/contract';
import { checkReceipt } from 'portal-request-form/rules';
import type { ReceiptReport } from '../../demo/office-contract/index.js';
import { openAsked } from './asked.js';
import { ANNA, BEN, onEachDatabase, pointers, problem, type Call } from './harness.js';
import { upload } from './uploads.js';

onEachDatabase('Asking back', (server) => {
  it('waits for the customer, who reads what is asked and answers it in the same request', async () => {
    const { portal, token, receipt, ask, reply, seen, mailed } = await openAsked(server(), ANNA);
    const asked = await ask(['description'], ['reachable']);
    const waiting = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    assert.deepEqual(
      [waiting.status, waiting.asked?.fields, waiting.asked?.items],
      ['needs-info', ['description'], ['reachable']],
    );
    assert.equal(waiting.definition?.id, 'fault');
    const answered = await reply(
      asked,
      { description: ' The cold tap ' },
      { checklist: { reachable: { answer: 'done' } } },
    );
    assert.equal(answered.status, 201);
    const after = await seen();
    assert.deepEqual([after.status, after.asked], ['submitted', undefined]);
    assert.equal(after.submission.answers['description'], 'The cold tap');
    assert.deepEqual(
      after.history.map(({ status, by }) => [status, by]),
      [
        ['submitted', 'customer'],
        ['needs-info', 'office'],
        ['submitted', 'customer'],
      ],
    );
    assert.deepEqual(after.replies[0]?.after.answers, { description: 'The cold tap' });
    assert.notEqual(after.replies[0].before.answers['description'], undefined);
    assert.ok(await mailed('received your answer'));
  });

  it('takes a reply once, and gives its receipt again to a repeat', async () => {
    const { ask, reply } = await openAsked(server(), ANNA);
    const asked = await ask();
    const key = randomUUID();
    const sent = () => reply(asked, { description: 'Cold' }, { key });
    const all = await Promise.all([sent(), sent(), sent()]);
    assert.ok(all.every(({ status }) => [200, 201, 409].includes(status)));
    assert.equal(all.filter(({ status }) => status === 201).length, 1);
    const again = await sent();
    assert.deepEqual([again.status, again.json], [200, all.find(({ status }) => status === 201)?.json]);
    assert.equal(problem(await reply(asked, { description: 'Warm' }, { key })).code, 'idempotency-mismatch');
    assert.equal((await reply(asked, { description: 'Warm' })).status, 409);
  });

  it('signs what the reply made of the request, and the first receipt stays provable', async () => {
    const { portal, token, receipt, ask, reply, office } = await openAsked(server(), ANNA);
    const { submission } = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    const amended = (await reply(await ask(), { description: 'Cold' })).json as Receipt;
    const now = ((await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail).submission;
    const keys = (await portal.call('/keys')).json as { keys: never[] };
    const terms = (receipt.proof?.terms ?? []).map((term) => ({ ...term, text: 'Pay in time.' }));
    for (const [sent, made] of [
      [submission, receipt],
      [now, amended],
    ] as const) {
      const file: ReceiptFile = {
        ...{ format: 'portal-request-receipt', version: 1, endpoint: portal.endpoint, portal: 'Test portal' },
        ...{ submission: sent, terms, receipt: made },
      };
      assert.deepEqual(await checkReceipt(file, { portal: portal.id, keys: keys.keys }), []);
      const report = (await office(`/requests/${receipt.id}/receipt-checks`, file)).json as ReceiptReport;
      assert.deepEqual([report.isOfThisRequest, report.issues, report.differences], [true, [], []]);
    }
  });

  it('refuses what was not asked, what is not complete, and a reply that says nothing', async () => {
    const { ask, reply } = await openAsked(server(), ANNA);
    const asked = await ask(['boiler']);
    assert.deepEqual(pointers(await reply(asked, { boiler: false, description: 'Other' })), ['/answers/description']);
    assert.deepEqual(pointers(await reply(asked, { boiler: true })), ['/answers/kind']);
    assert.deepEqual(pointers(await reply(asked, {})), ['/answers/boiler']);
    assert.deepEqual(pointers(await reply(asked, { boiler: false, kind: 'HR' })), ['/answers/kind']);
    assert.equal((await reply(asked, { boiler: true, kind: 'HR' })).status, 201);
  });

  it('keeps the files of a request and adds those of a reply, but takes nobody else’s', async () => {
    const { portal, token, ask, reply, seen } = await openAsked(server(), ANNA);
    const ben = await portal.signIn(BEN);
    const [first, second, foreign] = [
      await upload(portal, {}, token),
      await upload(portal, {}, token),
      await upload(portal, {}, ben),
    ];
    const asked = await ask(['files']);
    assert.deepEqual(pointers(await reply(asked, { files: [foreign] })), ['/answers/files/0']);
    assert.equal((await reply(asked, { files: [first] })).status, 201);
    assert.equal((await reply(await ask(['files'], [], 'More'), { files: [first, second] })).status, 201);
    assert.deepEqual((await seen()).attachments.map(({ id }) => id).sort(), [first.id, second.id].sort());
  });

  it('is nobody else’s to read or answer', async () => {
    const { portal, receipt, ask, reply } = await openAsked(server(), ANNA);
    const asked = await ask();
    const ben = await portal.signIn(BEN);
    assert.equal((await reply(asked, { description: 'Mine' }, { token: ben })).status, 404);
    assert.equal((await portal.call(`/requests/${receipt.id}/withdraw`, { method: 'POST', token: ben })).status, 404);
    const guest: Call = { body: { asked, answers: {}, checklist: {} }, headers: { 'Idempotency-Key': 'k' } };
    assert.equal((await portal.call(`/requests/${receipt.id}/replies`, guest)).status, 401);
  });

  it('asks only what the request shows, and not once it was decided', async () => {
    const { office, receipt } = await openAsked(server());
    const ask = (body: object) => office(`/requests/${receipt.id}/ask`, body);
    assert.deepEqual(pointers(await ask({ message: ' ', fields: [], items: [] })), ['/message', '/fields']);
    const wrong = await ask({ message: 'Why?', fields: ['kind', 'description'], items: ['nothing'] });
    assert.deepEqual(pointers(wrong), ['/fields/0', '/items/0']);
    await office(`/requests/${receipt.id}/accept`, {});
    assert.equal((await ask({ message: 'Why?', fields: ['description'], items: [] })).status, 409);
  });
});
