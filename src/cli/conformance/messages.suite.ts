import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  historyEntrySchema,
  requestDetailSchema,
  requestPageSchema,
  type Address,
  type LookupAnswer,
  type PortalConfig,
  type Submission,
} from '../../contract/index.js';
import {
  ask,
  configOf,
  refusal,
  send,
  sent,
  signIn,
  submissionsFor,
  type Backend,
  type Check,
} from './backend-calls.js';

const say = (backend: Backend, id: string, body: unknown, token?: string, key: string = randomUUID()) =>
  ask(backend, `/requests/${id}/messages`, {
    body,
    ...(token === undefined ? {} : { token }),
    headers: { 'Idempotency-Key': key },
  });

const listed = async (backend: Backend, token: string, query: Record<string, string>): Promise<string[]> => {
  const { status, json } = await ask(backend, `/requests?${String(new URLSearchParams(query))}`, { token });
  assert.equal(status, 200);
  return requestPageSchema.parse(json).items.map(({ reference }) => reference);
};

/** How a request is asked for by what it is about: the id of a choice, or an address as one word. */
const subjectsOf = ({ requestTypes }: PortalConfig, { requestType, answers }: Submission): string[] =>
  requestTypes
    .filter(({ id }) => id === requestType)
    .flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
    .filter(({ id }) => Object.hasOwn(answers, id))
    .flatMap((field) => {
      if (field.type === 'lookup') return [(answers[field.id] as LookupAnswer).id];
      if (field.type !== 'address') return [];
      const { postcode, houseNumber, addition } = answers[field.id] as Address;
      return [[postcode.replace(/\s/g, ''), houseNumber, addition].filter(Boolean).join('-')];
    });

/** What a backend does with requests that are still open. */
export const messageChecks: readonly Check[] = [
  {
    name: 'adds a message to an open request once, for its own customer only',
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const { id } = await sent(backend, token);
      const [key, body] = [randomUUID(), { text: 'It leaks now as well.' }];
      const first = await say(backend, id, body, token, key);
      assert.equal(first.status, 201);
      const entry = historyEntrySchema.parse(first.json);
      assert.deepEqual([entry.by, entry.note], ['customer', body.text]);
      const replay = await say(backend, id, body, token, key);
      assert.deepEqual([replay.status, replay.json], [200, first.json]);
      refusal(await say(backend, id, { text: 'Another.' }, token, key), 422, 'idempotency-mismatch');
      refusal(await say(backend, id, { text: '' }, token), 422, 'invalid-request');
      refusal(await say(backend, id, body, await signIn(backend, backend.other)), 404, 'not-found');
      refusal(await say(backend, id, body), 401, 'session-expired');
      const detail = requestDetailSchema.parse((await ask(backend, `/requests/${id}`, { token })).json);
      assert.deepEqual(
        detail.history.filter(({ note }) => note === body.text),
        [entry],
      );
    },
  },
  {
    name: "lists a customer's open requests, and those about the same thing",
    run: async (backend) => {
      const token = await signIn(backend, backend.customer);
      const others = await signIn(backend, backend.other);
      const config = await configOf(backend);
      for (const submission of await submissionsFor(backend, token)) {
        const { status, json } = await send(backend, submission, token);
        assert.equal(status, 201);
        const { reference } = json as { reference: string };
        assert.equal((await listed(backend, token, { open: 'true' }))[0], reference);
        for (const about of subjectsOf(config, submission)) {
          assert.equal((await listed(backend, token, { about, open: 'true' }))[0], reference, about);
          assert.ok(!(await listed(backend, others, { about })).includes(reference), about);
        }
        assert.deepEqual(await listed(backend, token, { about: `no-${randomUUID()}` }), []);
      }
    },
  },
];
