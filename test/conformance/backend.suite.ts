import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  codeSentSchema,
  currentSessionSchema,
  problemSchema,
  receiptSchema,
  requestDetailSchema,
  requestPageSchema,
  sessionSchema,
  type PortalConfig,
  type Problem,
  type ProblemCode,
  type Receipt,
  type Submission,
} from 'portal-request-form/contract';
import { parseConfig } from 'portal-request-form/rules';
import { completeSubmission, withoutEach } from './complete.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A backend to be looked at, with two customers of different companies. The checks send requests to it. */
export interface Backend {
  /** The base URL of the contract, such as `https://portal.example.com/api/portals/acme`. */
  readonly endpoint: string;
  readonly customer: Credentials;
  readonly other: Credentials;
  /** A complete submission of a signed-in customer, for a portal whose answers cannot be made up. */
  readonly submission?: Submission;
}

export interface Check {
  /** What the backend does, as a sentence. */
  readonly name: string;
  /** Rejects with what is wrong. */
  run(backend: Backend): Promise<void>;
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

const ask = async (
  { endpoint }: Backend,
  path: string,
  { method, body, token, headers }: Call = {},
): Promise<Answer> => {
  const response = await fetch(`${endpoint}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, json: isJson && text ? JSON.parse(text) : undefined };
};

const refusal = ({ status, headers, json }: Answer, expected: number, code: ProblemCode): Problem => {
  assert.equal(status, expected);
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = problemSchema.parse(json);
  assert.equal(problem.code, code);
  assert.equal(problem.status, expected);
  return problem;
};

const configOf = async (backend: Backend): Promise<PortalConfig> => {
  const { status, json } = await ask(backend, '/config');
  assert.equal(status, 200);
  const { config, issues } = parseConfig(json);
  assert.deepEqual(issues, []);
  assert.ok(config);
  return config;
};

const signIn = async (backend: Backend, { email, password }: Credentials): Promise<string> => {
  const { status, json } = await ask(backend, '/session', { body: { method: 'password', email, password } });
  assert.equal(status, 200);
  return sessionSchema.parse(json).token;
};

const submissionFor = async (backend: Backend): Promise<Submission> => {
  const config = await configOf(backend);
  if (backend.submission) return { ...backend.submission, configVersion: config.version };
  const { headers } = await ask(backend, '/config');
  const now = new Date(headers.get('date') ?? Date.now());
  return completeSubmission(config, config.requestTypes[0]?.id ?? '', { now, signedIn: true });
};

const send = (backend: Backend, body: unknown, token: string, key: string = randomUUID()): Promise<Answer> =>
  ask(backend, '/requests', { body, token, headers: { 'Idempotency-Key': key } });

const sent = async (backend: Backend, token: string): Promise<Receipt> => {
  const { status, json } = await send(backend, await submissionFor(backend), token);
  assert.equal(status, 201);
  return receiptSchema.parse(json);
};

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
      const [key, submission] = [randomUUID(), await submissionFor(backend)];
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
      const config = await configOf(backend);
      const now = new Date((await ask(backend, '/config')).headers.get('date') ?? Date.now());
      const whole = backend.submission
        ? []
        : config.requestTypes.map(({ id }) => completeSubmission(config, id, { now, signedIn: true }));
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
      const submission = await submissionFor(backend);
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
export const backendChecks: readonly Check[] = [...configuration, ...sessions, ...requests];
