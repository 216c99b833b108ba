import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { RequestDetail } from 'portal-request-form/contract';
import {
  WEBHOOK_EVENTS,
  type Delivery,
  type DeliveryDetail,
  type WebhookEndpoint,
  type WorkOrderList,
} from '../../demo/office-contract/index.js';
import { webhookSender } from '../../demo/server/services/webhook-sender.js';
import { createTargets } from '../../demo/server/services/webhook-target.js';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, onEachDatabase, pointers, problem } from './harness.js';
import { joinOffice, openOffice, type AskOffice, type Office } from './office.js';
import { openReceiver, type Receiver } from './webhook-receiver.js';

type Made = WebhookEndpoint & { secret: string };

const ALL = ['request.submitted', 'request.accepted', 'request.declined', 'work-order.created'];

const addEndpoint = async (ask: AskOffice, url: string, events: string[] = ALL): Promise<Made> => {
  const answer = await ask('/webhooks', { url, events });
  assert.equal(answer.status, 201);
  return answer.json as Made;
};

const listed = async (office: Office, filter = 'kind=webhook'): Promise<Delivery[]> =>
  (await office.get<{ items: Delivery[] }>(`/deliveries?${filter}`)).items;

const typeOf = ({ body }: { body: string }): string => (JSON.parse(body) as { type: string }).type;

/** An office with an endpoint that listens, for as long as the test runs. */
const withReceiver = async (
  server: TestServer,
  run: (office: Office, receiver: Receiver, endpoint: Made) => Promise<void>,
): Promise<void> => {
  const [office, receiver] = [await openOffice(server), await openReceiver()];
  try {
    await run(office, receiver, await addEndpoint(office.ask, receiver.url));
  } finally {
    receiver.close();
  }
};

onEachDatabase('Webhooks', (server) => {
  const flush = () => server().services.outbox.flush('webhook');

  it('tell a signed event for what happens to a request, with the fields of a work order', () =>
    withReceiver(server(), async ({ portal, ask }, { received }, { secret }) => {
      const { id, reference } = await portal.submit();
      await ask(`/requests/${id}/accept`, {});
      await flush();
      assert.deepEqual(received.map(typeOf).sort(), ['request.accepted', 'request.submitted', 'work-order.created']);
      for (const { body, headers } of received) new Webhook(secret).verify(body, headers as Record<string, string>);
      const { data } = JSON.parse(received.find((one) => typeOf(one) === 'work-order.created')?.body ?? '') as {
        data: Record<string, Record<string, unknown>>;
      };
      assert.deepEqual([data['request']?.['reference'], data['request']?.['status']], [reference, 'accepted']);
      assert.match(String(data['workOrder']?.['reference']), /^WO-/);
      assert.equal(data['fields']?.['reference'], reference);
      assert.equal(data['request']?.['answers'], undefined);
    }));

  it('tell what is asked back, answered, withdrawn, planned and done', () =>
    withReceiver(server(), async ({ portal, ask }, { received, url }, { id }) => {
      await ask(`/webhooks/${id}`, { url, events: WEBHOOK_EVENTS }, {}, 'PUT');
      const token = await portal.signIn(ANNA);
      const [first, second] = [await portal.submit(token), await portal.submit(token)];
      for (const request of [first, second]) {
        await ask(`/requests/${request.id}/ask`, { message: 'Which tap?', fields: ['description'] });
      }
      const { asked } = (await portal.call(`/requests/${first.id}`, { token })).json as RequestDetail;
      const reply = { asked: asked?.id, answers: { description: 'The left one' }, checklist: {} };
      const headers = { 'Idempotency-Key': 'a-reply' };
      await portal.call(`/requests/${first.id}/replies`, { token, body: reply, headers });
      await portal.call(`/requests/${second.id}/withdraw`, { method: 'POST', token });
      await ask(`/requests/${first.id}/accept`, {});
      const [order] = ((await ask('/work-orders')).json as WorkOrderList).items;
      await ask(`/work-orders/${order?.id}/status`, { status: 'planned', note: 'On Monday' });
      await ask(`/work-orders/${order?.id}/status`, { status: 'done' });
      await flush();
      const about = (of: string) =>
        received
          .map(({ body }) => JSON.parse(body) as { type: string; data: { request: { id: string; status: string } } })
          .filter(({ data }) => data.request.id === of)
          .map(({ type, data }) => `${type} ${data.request.status}`)
          .sort();
      assert.deepEqual(about(first.id), [
        'request.accepted accepted',
        'request.answered submitted',
        'request.done done',
        'request.needs-info needs-info',
        'request.planned planned',
        'request.submitted submitted',
        'work-order.created accepted',
      ]);
      assert.deepEqual(about(second.id), [
        'request.needs-info needs-info',
        'request.submitted submitted',
        'request.withdrawn withdrawn',
      ]);
      const answered = received.find((one) => typeOf(one) === 'request.answered');
      assert.match(answered?.body ?? '', /The left one/);
    }));

  it('go to the endpoints of the portal that want the event, and to none that is paused', () =>
    withReceiver(server(), async (office, { received }, { id, url }) => {
      const change = (more: object) => office.ask(`/webhooks/${id}`, { url, ...more }, {}, 'PUT');
      await (await openOffice(server())).portal.submit();
      await change({ events: ['request.declined'] });
      await office.portal.submit();
      await change({ events: ALL, isPaused: true });
      await office.portal.submit();
      await flush();
      assert.deepEqual(received, []);
      assert.deepEqual(await listed(office), []);
    }));

  it('are tried again later, show each attempt, and are sent again under the same id', () =>
    withReceiver(server(), async (office, receiver) => {
      receiver.answer((response) => response.writeHead(500).end('Out\r\nof <b>order</b>'));
      await office.portal.submit();
      await flush();
      const [waiting] = await listed(office, 'kind=webhook&state=waiting');
      assert.ok(waiting);
      const { tries } = await office.get<DeliveryDetail>(`/deliveries/${waiting.id}`);
      assert.deepEqual(
        [tries[0]?.status, tries[0]?.failure, tries[0]?.excerpt],
        [500, 'status', 'Out of <b>order</b>'],
      );
      receiver.answer((response) => response.writeHead(200).end('ok'));
      const repeated = await office.ask(`/deliveries/${waiting.id}/retry`, {});
      assert.deepEqual([repeated.status, (repeated.json as Delivery).attempts], [202, 1]);
      await flush();
      const [sent] = await listed(office);
      assert.deepEqual([sent?.state, sent?.attempts], ['sent', 2]);
      const after = await office.get<DeliveryDetail>(`/deliveries/${waiting.id}`);
      assert.deepEqual(
        after.tries.map(({ status }) => status),
        [500, 200],
      );
      assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    }));

  it('stop for an endpoint that is gone, until it is saved again', () =>
    withReceiver(server(), async (office, receiver, { id, url }) => {
      receiver.answer((response) => response.writeHead(410).end());
      await office.portal.submit();
      await flush();
      await office.portal.submit();
      const [endpoint] = (await office.get<{ items: WebhookEndpoint[] }>('/webhooks')).items;
      assert.ok(endpoint?.goneAt);
      assert.deepEqual(
        (await listed(office)).map(({ state }) => state),
        ['gave-up'],
      );
      const saved = await office.ask(`/webhooks/${id}`, { url, events: ALL }, {}, 'PUT');
      assert.equal((saved.json as WebhookEndpoint).goneAt, undefined);
    }));

  it('are signed with the old secret too for a day after it was replaced, and tell neither again', () =>
    withReceiver(server(), async (office, { received }, { id, secret }) => {
      const replaced = (await office.ask(`/webhooks/${id}/secret`, {})).json as { secret: string };
      assert.notEqual(replaced.secret, secret);
      await office.ask(`/webhooks/${id}/test`, {});
      await flush();
      const [{ body, headers } = { body: '', headers: {} }] = received;
      for (const one of [secret, replaced.secret]) new Webhook(one).verify(body, headers as Record<string, string>);
      assert.ok(!JSON.stringify(await office.get('/webhooks')).includes('whsec_'));
    }));

  it('are refused for an address inside the own network, and without an event', async () => {
    const { ask } = await openOffice(server());
    const answer = await ask('/webhooks', { url: 'https://169.254.169.254/latest', events: ['request.gone'] });
    assert.deepEqual(problem(answer).errors, [
      { pointer: '/url', code: 'refused-address' },
      { pointer: '/events/0', code: 'option' },
    ]);
    assert.deepEqual(pointers(await ask('/webhooks', {})), ['/url', '/events']);
  });

  it('are for managers of the own portal', () =>
    withReceiver(server(), async (office, _receiver, { id }) => {
      await office.portal.submit();
      const [delivery] = await listed(office);
      const [clerk, other] = [await joinOffice(server(), office.portal.id), (await openOffice(server())).ask];
      for (const path of ['/webhooks', '/deliveries', `/deliveries/${delivery?.id}`, '/work-order-fields']) {
        assert.equal((await clerk(path)).status, 403);
      }
      assert.equal((await other(`/deliveries/${delivery?.id}`)).status, 404);
      assert.equal((await other(`/deliveries/${delivery?.id}/retry`, {})).status, 404);
      for (const path of ['secret', 'test']) assert.equal((await other(`/webhooks/${id}/${path}`, {})).status, 404);
      assert.equal((await other(`/webhooks/${id}`, undefined, {}, 'DELETE')).status, 404);
    }));

  it('take the field that the office chose for a part of a work order, and refuse one that does not fit', async () => {
    const office = await openOffice(server());
    const refused = await office.ask('/work-order-fields/fault', { description: 'files', more: 'x' }, {}, 'PUT');
    assert.deepEqual(pointers(refused), ['/more', '/description']);
    await office.ask('/work-order-fields/fault', { description: 'description' }, {}, 'PUT');
    const { items } = await office.get<{ items: { mapping: object }[] }>('/work-order-fields');
    assert.deepEqual(items[0]?.mapping, { description: 'description' });
  });

  it('wait longer after each attempt, and are given up after a day', () => {
    const { store, clock, settings } = server().services;
    const targets = createTargets([], () => Promise.resolve([]));
    const sender = webhookSender({ store, clock, settings, targets, random: () => 0.5 });
    const began = new Date(0);
    let [now, attempts] = [began, 0];
    for (;;) {
      attempts += 1;
      const wait = sender.waitAfter({ attempts, beganAt: began }, 'status', now);
      if (wait === undefined) break;
      now = new Date(now.getTime() + wait);
    }
    assert.equal(attempts, 13);
    assert.ok(now.getTime() > 20 * 3_600_000 && now.getTime() <= 24 * 3_600_000);
  });
});
