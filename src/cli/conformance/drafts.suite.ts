import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  draftListSchema,
  draftSchema,
  draftSummarySchema,
  type DraftContent,
  type Submission,
} from '../../contract/index.js';
import { ask, refusal, send, signIn, submissionFor, type Answer, type Backend, type Check } from './backend-calls.js';

const NEW = { 'If-None-Match': '*' };

const put = (backend: Backend, id: string, body: unknown, token: string, headers: Record<string, string> = {}) =>
  ask(backend, `/drafts/${id}`, { method: 'PUT', body, token, headers });

const etagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

const draftOf = ({ requestType, configVersion, answers, checklist }: Submission, key: string): DraftContent => ({
  ...{ requestType, configVersion, answers, checklist, key },
  step: 'details',
});

/** A check for backends that keep drafts; one that does not answers every call with a 404. */
const whereKept = (name: string, run: (backend: Backend, token: string) => Promise<void>): Check => ({
  name,
  run: async (backend) => {
    const token = await signIn(backend, backend.customer);
    const list = await ask(backend, '/drafts', { token });
    if (list.status === 404) return void refusal(list, 404, 'not-found');
    assert.equal(list.status, 200);
    await run(backend, token);
  },
});

/** What a backend does that keeps drafts; a backend may leave them to the device. */
export const draftChecks: readonly Check[] = [
  whereKept('keeps a draft for its own customer, who finds it and removes it', async (backend, token) => {
    const id = randomUUID();
    const draft = draftOf(await submissionFor(backend, token), id);
    const made = await put(backend, id, draft, token, NEW);
    assert.equal(made.status, 201);
    assert.equal(draftSummarySchema.parse(made.json).etag, etagOf(made));
    const found = await ask(backend, `/drafts/${id}`, { token });
    assert.equal(etagOf(found), etagOf(made));
    const { savedAt: _moment, ...kept } = draftSchema.parse(found.json);
    assert.deepEqual(kept, { ...draft, id });
    const list = draftListSchema.parse((await ask(backend, '/drafts', { token })).json);
    assert.equal(list.items.find((one) => one.id === id)?.etag, etagOf(made));
    const others = await signIn(backend, backend.other);
    refusal(await ask(backend, `/drafts/${id}`, { token: others }), 404, 'not-found');
    refusal(await ask(backend, `/drafts/${id}`), 401, 'session-expired');
    assert.equal((await ask(backend, `/drafts/${id}`, { method: 'DELETE', token })).status, 204);
    refusal(await ask(backend, `/drafts/${id}`, { token }), 404, 'not-found');
  }),
  whereKept('lets no device overwrite what another one kept', async (backend, token) => {
    const id = randomUUID();
    const first = draftOf(await submissionFor(backend, token), id);
    const [second, third]: DraftContent[] = [
      { ...first, step: 'checklist' },
      { ...first, step: 'submit' },
    ];
    const made = await put(backend, id, first, token, NEW);
    refusal(await put(backend, id, second, token), 428, 'invalid-request');
    const changed = await put(backend, id, second, token, { 'If-Match': etagOf(made) });
    assert.equal(changed.status, 200);
    for (const stale of [{ 'If-Match': etagOf(made) }, NEW]) {
      const refused = await put(backend, id, third, token, stale);
      refusal(refused, 412, 'draft-changed');
      assert.equal(etagOf(refused), etagOf(changed));
    }
    const kept = draftSchema.parse((await ask(backend, `/drafts/${id}`, { token })).json);
    assert.equal(kept.step, 'checklist');
  }),
  whereKept('forgets a draft once its request was sent, also when it is kept again', async (backend, token) => {
    const id = randomUUID();
    const submission = await submissionFor(backend, token);
    const draft = draftOf(submission, id);
    await put(backend, id, draft, token, NEW);
    assert.equal((await send(backend, submission, token, id)).status, 201);
    refusal(await ask(backend, `/drafts/${id}`, { token }), 404, 'not-found');
    refusal(await put(backend, id, draft, token, NEW), 409, 'idempotency-mismatch');
  }),
  whereKept('refuses what is no draft', async (backend, token) => {
    const id = randomUUID();
    const draft = draftOf(await submissionFor(backend, token), id);
    const wrong = refusal(await put(backend, id, { ...draft, status: 'done' }, token, NEW), 422, 'invalid-request');
    assert.ok(wrong.errors?.some(({ pointer, code }) => pointer === '/status' && code === 'unknown-key'));
    refusal(await put(backend, id, { ...draft, answers: 'all' }, token, NEW), 422, 'invalid-request');
  }),
];
