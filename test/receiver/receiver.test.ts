import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { createReceiver, type WorkOrderLine } from '../../demo/receiver/receiver.js';
import { startTestServer } from '../../demo/server/testing.js';
import { openOffice } from '../server/office.js';

const SECRET = `whsec_${Buffer.from('a secret of this test alone').toString('base64')}`;

describe('The example of a receiver', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const listen = async (name: string, secret = SECRET) => {
    const file = join(folder, `${name}.json`);
    const server = createReceiver({ secret, file }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const lines = async () => JSON.parse(await readFile(file, 'utf8')) as WorkOrderLine[];
    return { url, lines, close: () => server.close() };
  };

  const post = (url: string, id: string, body: string, secret = SECRET) => {
    const now = new Date();
    const signature = new Webhook(secret).sign(id, now, body);
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    return fetch(url, { method: 'POST', body, headers });
  };

  const told = (type: string, reference: string, status: string, updatedAt: string): string =>
    JSON.stringify({
      type,
      data: { request: { updatedAt }, workOrder: { reference, status }, fields: { reference } },
    });
  const created = (reference: string): string =>
    told('work-order.created', reference, 'open', '2026-12-01T09:30:00.000Z');

  it('keeps a line for each work order once, however often and at the same time it is told', async () => {
    const { url, lines, close } = await listen('once');
    const sent = ['msg_1', 'msg_1', 'msg_2', 'msg_1'].map((id) => post(url, id, created(`WO-${id}`)));
    assert.deepEqual(
      (await Promise.all(sent)).map(({ status }) => status),
      [204, 204, 204, 204],
    );
    assert.deepEqual((await lines()).map(({ workOrder }) => workOrder).sort(), ['WO-msg_1', 'WO-msg_2']);
    close();
  });

  it('knows how far the work is, also when that comes out of order', async () => {
    const { url, lines, close } = await listen('progress');
    await post(url, 'msg_3', told('request.done', 'WO-1', 'done', '2026-12-03T10:00:00.000Z'));
    await post(url, 'msg_1', created('WO-1'));
    await post(url, 'msg_2', told('request.planned', 'WO-1', 'planned', '2026-12-02T10:00:00.000Z'));
    await post(url, 'msg_4', created('WO-2'));
    await post(url, 'msg_5', told('request.planned', 'WO-2', 'planned', '2026-12-02T10:00:00.000Z'));
    assert.deepEqual(
      (await lines()).map(({ workOrder, status }) => [workOrder, status]),
      [
        ['WO-1', 'done'],
        ['WO-2', 'planned'],
      ],
    );
    close();
  });

  it('takes nothing that somebody else signed, or nobody', async () => {
    const { url, lines, close } = await listen('forged');
    const other = `whsec_${Buffer.from('somebody else').toString('base64')}`;
    assert.equal((await post(url, 'msg_1', created('WO-1'), other)).status, 401);
    assert.equal((await fetch(url, { method: 'POST', body: created('WO-1') })).status, 401);
    await assert.rejects(lines());
    close();
  });

  it('gets the work order of a request that the office accepts', async () => {
    const server = await startTestServer({ settings: { webhookNetworks: ['127.0.0.1'] } });
    try {
      const { portal, ask } = await openOffice(server);
      const made = await ask('/webhooks', { url: 'http://127.0.0.1:9/', events: ['work-order.created'] });
      const { id, secret } = made.json as { id: string; secret: string };
      const receiver = await listen('office', secret);
      await ask(`/webhooks/${id}`, { url: receiver.url, events: ['work-order.created'] }, {}, 'PUT');
      const request = await portal.submit();
      const { json } = await ask(`/requests/${request.id}/accept`, {});
      await server.services.outbox.flush('webhook');
      const [line] = await receiver.lines();
      assert.equal(line?.workOrder, (json as { workOrder: string }).workOrder);
      assert.equal((line.fields as { reference: string }).reference, request.reference);
      receiver.close();
    } finally {
      await server.close();
    }
  });
});
