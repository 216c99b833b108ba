import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import type { PortalConfig, Problem, Receipt, Session, Submission } from 'portal-request-form/contract';
import { freshPortalId, startTestServer, type Person, type TestServer } from '../../demo/server/testing.js';
import { completeSubmission } from '../../src/cli/conformance/complete.js';
import { isPostgresInstalled, openDatabase } from './postgres.js';

const opened: (() => Promise<void>)[] = [];

/** What a file of tests opened is closed when all of its tests are done, last first. */
after(async () => {
  for (const close of opened.reverse()) await close();
});

const startOn = async (databaseUrl?: string): Promise<TestServer> => {
  const server = await startTestServer({ databaseUrl, settings: { webhookNetworks: ['127.0.0.1'] } });
  opened.push(() => server.close());
  return server;
};

const startOnPostgres = async (): Promise<TestServer> => {
  const database = await openDatabase();
  opened.push(() => database.remove());
  return startOn(database.url);
};

/** Starts once in a file of tests, however many suites ask for it: a start takes longer than most suites. */
const once = <T>(start: () => Promise<T>): (() => Promise<T>) => {
  let started: Promise<T> | undefined;
  return () => (started ??= start());
};

const databases = [
  { name: 'embedded', start: once(() => startOn()), skip: false },
  {
    name: 'PostgreSQL',
    start: once(startOnPostgres),
    skip: !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql',
  },
];

/** Runs the same tests on the embedded database and, where it is installed, on PostgreSQL. */
export const onEachDatabase = (title: string, define: (server: () => TestServer) => void): void => {
  for (const { name, start, skip } of databases) {
    describe(`${title} (${name})`, { skip }, () => {
      let server: TestServer | undefined;
      before(async () => {
        server = await start();
      });
      define(() => {
        if (!server) throw new Error('The server did not start');
        return server;
      });
    });
  }
};

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** Makes a call; a body is sent as JSON, or as it is when it is text. */
export const call = async (url: string, { method, body, token, headers }: Call = {}): Promise<Answer> => {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, json: isJson && text ? JSON.parse(text) : text };
};

export const problem = ({ json }: Answer): Problem => json as Problem;
export const pointers = (answer: Answer): string[] => (problem(answer).errors ?? []).map(({ pointer }) => pointer);

export const ANNA = { name: 'Anna', email: 'anna@example.com', password: 'anna-secret-1', company: 'Acme' };
export const BEN = { name: 'Ben', email: 'ben@example.com', password: 'ben-secret-1' };
export const CLERK = { name: 'Carla', email: 'carla@example.com', password: 'carla-secret-1' };

/** A small configuration: one required text, one checklist item and one term. */
export const smallConfig: PortalConfig = {
  version: '1',
  portal: { name: 'Test portal', locale: 'en', locales: ['en', 'nl'] },
  access: { signIn: ['password', 'code'], guests: true, resetPassword: true },
  requestTypes: [
    {
      id: 'fault',
      label: { en: 'Report a fault', nl: 'Storing melden' },
      sections: [
        {
          id: 'what',
          fields: [
            { id: 'description', type: 'text', label: 'Description', required: true, maxLength: 100 },
            { id: 'files', type: 'file', label: 'Files', accept: ['image/*', '.pdf'], maxFiles: 3, maxBytes: 100_000 },
          ],
        },
      ],
      checklist: [{ id: 'reachable', kind: 'done', required: true, label: 'Reachable' }],
      terms: [{ id: 'general', version: '1', required: true, label: 'Terms', text: 'Pay in time.' }],
    },
  ],
};

/** A portal of one test, with what is needed to call it. */
export interface TestPortal {
  readonly id: string;
  readonly endpoint: string;
  readonly config: PortalConfig;
  call(path: string, call?: Call): Promise<Answer>;
  signIn(person: Person): Promise<string>;
  /** A submission that is complete; changed by `change`. */
  submission(change?: Partial<Submission>): Submission;
  /** Sends a submission, under a new key unless one is given. */
  send(submission: unknown, token?: string, key?: string): Promise<Answer>;
  submit(token?: string, change?: Partial<Submission>): Promise<Receipt>;
}

/** Adds a portal that is empty but for these customers; who signs in is added then. */
export const openPortal = async (
  server: TestServer,
  config: PortalConfig = smallConfig,
  customers: readonly Person[] = [],
): Promise<TestPortal> => {
  const id = freshPortalId();
  const endpoint = await server.addPortal(id, config);
  for (const person of customers) await server.addCustomer(person, id);
  const callPortal = (path: string, options?: Call): Promise<Answer> => call(`${endpoint}${path}`, options);
  const complete = (change: Partial<Submission> = {}): Submission => {
    const type = config.requestTypes[0]?.id ?? '';
    return { ...completeSubmission(config, type, { now: new Date(), signedIn: true }), ...change };
  };
  const send: TestPortal['send'] = (body, token, key = randomUUID()) =>
    callPortal('/requests', { body, token, headers: { 'Idempotency-Key': key } });
  return {
    ...{ id, endpoint, config, send, call: callPortal, submission: complete },
    signIn: async (person) => {
      await server.addCustomer(person, id);
      const { email, password } = person;
      const { json } = await callPortal('/session', { body: { method: 'password', email, password } });
      return (json as Session).token;
    },
    submit: async (token, change) => {
      const guest = token === undefined ? { guest: { name: 'Gerda', email: 'gerda@example.com' } } : {};
      const { json } = await send(complete({ ...guest, ...change }), token);
      return json as Receipt;
    },
  };
};
