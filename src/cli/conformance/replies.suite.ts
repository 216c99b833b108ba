import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { historyEntrySchema, requestDetailSchema, type RequestDetail } from '../../contract/index.js';
import { ask, refusal, sent, signIn, type Backend, type Check } from './backend-calls.js';

const detailOf = async (backend: Backend, id: string, token: string): Promise<RequestDetail> => {
  const { status, json } = await ask(backend, `/requests/${id}`, { token });
  assert.equal(status, 200);
  return requestDetailSchema.parse(json);
};

const withdraw = (backend: Backend, id: string, token?: string) =>
  ask(backend, `/requests/${id}/withdraw`, { method: 'POST', ...(token === undefined ? {} : { token }) });

const reply = (backend: Backend, id: string, token: string, body: object) =>
  ask(backend, `/requests/${id}/replies`, { body, token, headers: { 'Idempotency-Key': randomUUID() } });

/** What a backend does that lets a customer take a request back, and answer what was asked back; nothing where it does neither. */
export const replyChecks: readonly Check[] = [
  {
    name: 'lets a customer withdraw an open request, once, where it offers that',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const { id } = await sent(backend, token);
      const { isWithdrawable } = await detailOf(backend, id, token);
      if (isWithdrawable !== true) return;
      refusal(await withdraw(backend, id), 401, 'session-expired');
      refusal(await withdraw(backend, id, await signIn(backend, backend.other)), 404, 'not-found');
      const first = await withdraw(backend, id, token);
      assert.equal(first.status, 200);
      const entry = historyEntrySchema.parse(first.json);
      assert.deepEqual([entry.status, entry.by], ['withdrawn', 'customer']);
      assert.deepEqual((await withdraw(backend, id, token)).json, first.json);
      const after = await detailOf(backend, id, token);
      assert.deepEqual([after.status, after.isWithdrawable ?? false], ['withdrawn', false]);
    },
  },
  {
    name: 'takes no reply that nobody asked for, and none to a request of somebody else, where it asks back',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const { id } = await sent(backend, token);
      const body = { asked: randomUUID(), answers: {}, checklist: {} };
      const own = await reply(backend, id, token, body);
      if (own.status === 404) return; // it does not ask back
      refusal(own, 409, 'invalid-request');
      refusal(await reply(backend, id, await signIn(backend, backend.other), body), 404, 'not-found');
      assert.equal((await detailOf(backend, id, token)).status, 'submitted');
    },
  },
];
