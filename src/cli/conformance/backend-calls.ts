import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  OPTION_SOURCES,
  optionPageSchema,
  problemSchema,
  receiptSchema,
  sessionSchema,
  type OptionItem,
  type OptionPage,
  type OptionSource,
  type PortalConfig,
  type Problem,
  type ProblemCode,
  type Receipt,
  type Submission,
} from '../../contract/index.js';
import { parseConfig } from '../../rules/index.js';
import { completeSubmission } from './complete.js';

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

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** Makes a call of the contract. */
export const ask = async (
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

/** The problem of a refusal; rejects when it is another one, or none. */
export const refusal = ({ status, headers, json }: Answer, expected: number, code: ProblemCode): Problem => {
  assert.equal(status, expected);
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = problemSchema.parse(json);
  assert.equal(problem.code, code);
  assert.equal(problem.status, expected);
  return problem;
};

/** The configuration for a guest. */
export const configOf = async (backend: Backend): Promise<PortalConfig> => {
  const { status, json } = await ask(backend, '/config');
  assert.equal(status, 200);
  const { config, issues } = parseConfig(json);
  assert.deepEqual(issues, []);
  assert.ok(config);
  return config;
};

/** The token of a customer. */
export const signIn = async (backend: Backend, { email, password }: Credentials): Promise<string> => {
  const { status, json } = await ask(backend, '/session', { body: { method: 'password', email, password } });
  assert.equal(status, 200);
  return sessionSchema.parse(json).token;
};

/** A page of what a customer can choose from. */
export const choicesOf = async (backend: Backend, token: string, path: string): Promise<OptionPage> => {
  const { status, json } = await ask(backend, `/options/${path}`, { token });
  assert.equal(status, 200);
  return optionPageSchema.parse(json);
};

/** The first choice of a customer at each source that has one. */
export const firstChoices = async (backend: Backend, token: string): Promise<ReadonlyMap<OptionSource, OptionItem>> => {
  const found = new Map<OptionSource, OptionItem>();
  for (const source of OPTION_SOURCES) {
    const [first] = (await choicesOf(backend, token, source)).items;
    if (first) found.set(source, first);
  }
  return found;
};

/** A complete submission of each request type, for a customer who has signed in; only the backend's own if it has one. */
export const submissionsFor = async (backend: Backend, token: string): Promise<Submission[]> => {
  const config = await configOf(backend);
  if (backend.submission) return [{ ...backend.submission, configVersion: config.version }];
  const { headers } = await ask(backend, '/config');
  const now = new Date(headers.get('date') ?? Date.now());
  const choices = await firstChoices(backend, token);
  return config.requestTypes.map(({ id }) => completeSubmission(config, id, { now, signedIn: true, choices }));
};

/** A complete submission, for a customer who has signed in. */
export const submissionFor = async (backend: Backend, token: string): Promise<Submission> => {
  const [first] = await submissionsFor(backend, token);
  assert.ok(first);
  return first;
};

/** Posts a request under a new key, unless one is given. */
export const send = (backend: Backend, body: unknown, token: string, key: string = randomUUID()): Promise<Answer> =>
  ask(backend, '/requests', { body, token, headers: { 'Idempotency-Key': key } });

/** The receipt of a request that is taken. */
export const sent = async (backend: Backend, token: string): Promise<Receipt> => {
  const { status, json } = await send(backend, await submissionFor(backend, token), token);
  assert.equal(status, 201);
  return receiptSchema.parse(json);
};
