import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Receipt, RequestDetail } from 'portal-request-form/contract';
import type { OfficeRequest, WorkOrder, WorkOrderList } from '../../demo/office-contract/index.js';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, onEachDatabase } from './harness.js';
import { openOffice } from './office.js';
import { publish } from './settings-calls.js';

/** A portal whose requests become work orders by themselves, with one request of Anna. */
const sendWithoutApproval = async (server: TestServer) => {
  const office = await openOffice(server);
  const needsApproval = false;
  await publish(office.ask, (content) => ({ ...content, office: { ...content.office, needsApproval } }));
  const token = await office.portal.signIn(ANNA);
  const submission = office.portal.submission({ configVersion: '2' });
  const send = async (): Promise<Receipt> => (await office.portal.send(submission, token, 'one-key')).json as Receipt;
  return { office, token, send, receipt: await send() };
};

onEachDatabase('A portal that needs no approval', (server) => {
  it('makes a work order of a request as soon as it is sent, once', async () => {
    const { office, receipt, send } = await sendWithoutApproval(server());
    assert.equal(receipt.status, 'accepted');
    assert.deepEqual(await send(), receipt);
    const { items, total } = await office.get<WorkOrderList>('/work-orders');
    const { id, reference } = receipt;
    assert.deepEqual([total.count, items[0]?.request], [1, { id, reference }]);
    const order = await office.get<WorkOrder>(`/work-orders/${items[0]?.id}`);
    assert.deepEqual([order.status, order.createdBy], ['open', undefined]);
    const accepted = await office.ask(`/requests/${id}/accept`, {});
    assert.deepEqual([accepted.status, accepted.json], [200, { workOrder: order.reference }]);
  });

  it('says in the history and to the customer that it was accepted', async () => {
    const { office, token, receipt } = await sendWithoutApproval(server());
    const seen = (await office.portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    const { history } = await office.get<OfficeRequest>(`/requests/${receipt.id}`);
    for (const entries of [seen.history, history]) {
      assert.deepEqual(
        entries.map(({ status, by }) => [status, by]),
        [
          ['submitted', 'customer'],
          ['accepted', 'system'],
        ],
      );
    }
    const mails = (await server().mails()).filter(({ to }) => to === ANNA.email);
    assert.match(mails[0]?.text ?? '', /We accepted it and will plan the work\./);
  });
});
