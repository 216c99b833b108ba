import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  codeSentSchema,
  currentSessionSchema,
  receiptSchema,
  requestDetailSchema,
  requestPageSchema,
} from '../../contract/index.js';
import {
  ask,
  configOf,
  refusal,
  send,
  sent,
  signIn,
  submissionFor,
  submissionsFor,
  type Check,
} from './backend-calls.js';
import { withoutEach } from './complete.js';
import { draftChecks } from './drafts.suite.js';
import { handoverChecks } from './handover.suite.js';
import { messageChecks } from './messages.suite.js';
import { optionChecks } from './options.suite.js';
import { receiptChecks } from './receipts.suite.js';
import { replyChecks } from './replies.suite.js';

const configuration: Check[] = [
  {
    name: 'gives a configuration that fits the contract and has no mistakes',
    run: async (backend) => void (await configOf(backend)),
  },
  {
    name: 'gives the configuration once to who has it: ETag, 304, Vary: Authorization',
    run: async (backend) => {
      const first = await ask(backend, '/config');
      const etag = first.headers.get('etag') ?? '';
      assert.notEqual(etag, '');
      assert.match(first.headers.get('vary') ?? '', /authorization/i);
      const again = await ask(backend, '/config', { headers: { 'If-None-Match': etag } });
      assert.equal(again.status, 304);
    },
  },
];

const sessions: Check[] = [
  {
    name: 'signs in with a password and says who it is',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const { status, json } = await ask(backend, '/session', { token });
      assert.equal(status, 200);
      assert.equal(currentSessionSchema.parse(json).customer.email, backend.customer.email);
      assert.ok(!Object.hasOwn(json as object, 'token'));
    },
  },
  {
    name: 'refuses a wrong password and an unknown address alike',
    run: async (backend) => {
      const attempt = (email: string) =>
        ask(backend, '/session', { body: { method: 'password', email, password: 'wrong' } });
      const wrong = await attempt(backend.customer.email);
      const unknown = await attempt(`${randomUUID()}@example.com`);
      assert.deepEqual(refusal(unknown, 401, 'invalid-credentials'), refusal(wrong, 401, 'invalid-credentials'));
    },
  },
  {
    name: 'answers the same whether the address that asks for a code or a new password is known or not',
    run: async (backend) => {
      for (const email of [backend.customer.email, `${randomUUID()}@example.com`]) {
        const code = await ask(backend, '/session', { body: { method: 'code', email } });
        assert.equal(code.status, 202);
        assert.deepEqual(codeSentSchema.parse(code.json), { codeSentTo: email });
        assert.equal((await ask(backend, '/password-reset', { body: { email } })).status, 202);
      }
    },
  },
  {
    name: 'ends a session: the token is dead',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      assert.equal((await ask(backend, '/session', { method: 'DELETE', token })).status, 204);
      refusal(await ask(backend, '/session', { token }), 401, 'session-expired');
      refusal(await ask(backend, '/requests', { token }), 401, 'session-expired');
    },
  },
];

const requests: Check[] = [
  {
    name: 'takes a complete request and lists it with its history',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const { id, reference } = await sent(backend, token);
      const { items } = requestPageSchema.parse((await ask(backend, '/requests', { token })).json);
      assert.equal(items[0]?.reference, reference);
      const detail = requestDetailSchema.parse((await ask(backend, `/requests/${id}`, { token })).json);
      assert.equal(detail.history[0]?.status, 'submitted');
    },
  },
  {
    name: 'makes one request of ten posts with one key',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const [key, submission] = [randomUUID(), await submissionFor(backend, token)];
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(backend, submission, token, key)));
      assert.equal(answers.filter(({ status }) => status === 201).length, 1);
      const given = answers
        .filter(({ status }) => status !== 409)
        .map(({ json }) => receiptSchema.parse(json).reference);
      assert.equal(new Set(given).size, 1);
      const replay = await send(backend, submission, token, key);
      assert.equal(replay.status, 200);
      const changed = { ...submission, locale: `${submission.locale}-x` };
      refusal(await send(backend, changed, token, key), 422, 'idempotency-mismatch');
    },
  },
  {
    name: 'refuses a request without any one required answer, checklist item or term, with a pointer at it',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const whole = backend.submission ? [] : await submissionsFor(backend, token);
      for (const { pointer, submission } of whole.flatMap(withoutEach)) {
        const { errors = [] } = refusal(await send(backend, submission, token), 422, 'invalid-request');
        assert.ok(
          errors.some((issue) => issue.pointer === pointer && issue.code === 'required'),
          pointer,
        );
      }
    },
  },
  {
    name: 'refuses unknown keys and a configuration that is no longer the current one',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const submission = await submissionFor(backend, token);
      const unknown = refusal(await send(backend, { ...submission, status: 'done' }, token), 422, 'invalid-request');
      assert.ok(unknown.errors?.some(({ pointer }) => pointer === '/status'));
      const old = { ...submission, configVersion: `${submission.configVersion}-old` };
      refusal(await send(backend, old, token), 409, 'configuration-changed');
    },
  },
  {
    name: "does not find another customer's request",
    run: async (backend) => {
      const { id } = await sent(backend, await signIn(backend, backend.customer));
      const token = await signIn(backend, backend.other);
      refusal(await ask(backend, `/requests/${id}`, { token }), 404, 'not-found');
    },
  },
];

/** What every backend of the contract does. The checks can run in any order and leave requests behind. */
export const backendChecks: readonly Check[] = [
  ...configuration,
  ...sessions,
  ...requests,
  ...optionChecks,
  ...messageChecks,
  ...receiptChecks,
  ...draftChecks,
  ...handoverChecks,
  ...replyChecks,
];
