import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  currentSessionSchema,
  draftListSchema,
  handoverCodeSchema,
  handoverSessionSchema,
} from '../../contract/index.js';
import { ask, refusal, send, signIn, submissionFor, type Backend, type Check } from './backend-calls.js';

/** A draft that a customer can hand over. */
interface Desk {
  readonly token: string;
  readonly id: string;
}

/** A check for backends where drafts can be handed over: `GET /drafts` says so. */
const whereHandedOver = (name: string, run: (backend: Backend, desk: Desk) => Promise<void>): Check => ({
  name,
  run: async (backend) => {
    const [token, id] = [await signIn(backend, backend.customer), randomUUID()];
    const list = await ask(backend, '/drafts', { token });
    const isOffered = list.status === 200 && draftListSchema.parse(list.json).handover === true;
    if (!isOffered) {
      refusal(await ask(backend, `/drafts/${id}/handover`, { method: 'POST', token }), 404, 'not-found');
      return;
    }
    const { requestType, configVersion, answers, checklist } = await submissionFor(backend, token);
    const body = { requestType, configVersion, answers, checklist, key: id };
    const made = await ask(backend, `/drafts/${id}`, { method: 'PUT', token, body, headers: { 'If-None-Match': '*' } });
    assert.equal(made.status, 201);
    await run(backend, { token, id });
  },
});

const codeFor = async (backend: Backend, { id, token }: Desk): Promise<string> => {
  const made = await ask(backend, `/drafts/${id}/handover`, { method: 'POST', token });
  assert.equal(made.status, 201);
  return handoverCodeSchema.parse(made.json).code;
};

const take = (backend: Backend, code: string) => ask(backend, '/handover', { body: { code } });

/** What a backend does where a customer can hand a draft over to a phone; a backend may leave that out. */
export const handoverChecks: readonly Check[] = [
  whereHandedOver('hands a draft over once, to the last code, and to nobody else', async (backend, desk) => {
    const [replaced, code] = [await codeFor(backend, desk), await codeFor(backend, desk)];
    const others = await signIn(backend, backend.other);
    const stolen = await ask(backend, `/drafts/${desk.id}/handover`, { method: 'POST', token: others });
    refusal(stolen, 404, 'not-found');
    const answers = await Promise.all([take(backend, code), take(backend, code), take(backend, replaced)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404]);
    for (const answer of answers.filter(({ status }) => status === 404)) refusal(answer, 404, 'not-found');
  }),
  whereHandedOver('gives the phone a session for that draft and nothing else', async (backend, desk) => {
    const { json } = await take(backend, await codeFor(backend, desk));
    const { token, draft } = handoverSessionSchema.parse(json);
    assert.equal(draft, desk.id);
    const who = currentSessionSchema.parse((await ask(backend, '/session', { token })).json);
    assert.equal(who.draft, desk.id);
    assert.equal((await ask(backend, `/drafts/${desk.id}`, { token })).status, 200);
    for (const path of ['/drafts', '/requests', `/drafts/${randomUUID()}`])
      refusal(await ask(backend, path, { token }), 403, 'forbidden');
    refusal(await send(backend, await submissionFor(backend, desk.token), token, desk.id), 403, 'forbidden');
    await ask(backend, '/session', { method: 'DELETE', token: desk.token });
    refusal(await ask(backend, `/drafts/${desk.id}`, { token }), 401, 'session-expired');
  }),
];
