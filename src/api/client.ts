import * as z from 'zod/mini';
import {
  codeSentSchema,
  currentSessionSchema,
  problemSchema,
  receiptSchema,
  requestPageSchema,
  sessionSchema,
  type CurrentSession,
  type Receipt,
  type RequestPage,
  type Session,
  type SignIn,
  type Submission,
} from '../contract/index.js';
import { Failure, failureCode, networkFailure } from './failure.js';
import { parseRetryAfter } from './retry.js';

/** How long a call may take, in milliseconds. */
const TIME_LIMIT = 20_000;

/** The calls of the contract. Each throws a `Failure` when it fails. */
export interface Client {
  config(): Promise<unknown>;
  session(): Promise<CurrentSession>;
  signIn(credentials: SignIn): Promise<Session | { codeSentTo: string }>;
  signOut(): Promise<void>;
  passwordReset(email: string): Promise<void>;
  requests(cursor?: string): Promise<RequestPage>;
  submit(submission: Submission, key: string): Promise<Receipt>;
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('unreadable', { cause: error });
  }
};

const textOf = (response: Response): Promise<string> =>
  response.text().catch((error: unknown) => {
    throw networkFailure(error);
  });

const problemOf = async (response: Response): Promise<Failure> => {
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  const problem = problemSchema.safeParse(isJson ? parseJson(await textOf(response)) : undefined);
  return new Failure(failureCode(response.status, problem.data?.code), {
    retryAfter: parseRetryAfter(response.headers.get('Retry-After'), new Date()),
    issues: problem.data?.errors,
  });
};

const parse = <S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> => {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new Failure('unreadable', { cause: result.error });
  return result.data;
};

/** A client for one endpoint; `token` gives the bearer token of the moment, or nothing for a guest. */
export const createClient = (endpoint: string, token: () => string | undefined): Client => {
  const call = async (path: string, { method = 'GET', body, headers = {} }: Call = {}): Promise<Response> => {
    const bearer = token();
    const request = fetch(endpoint + path, {
      method,
      credentials: 'omit',
      redirect: bearer ? 'error' : 'follow',
      signal: AbortSignal.timeout(TIME_LIMIT),
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const response = await request.catch((error: unknown) => {
      throw networkFailure(error);
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  };
  const json = async (path: string, options?: Call): Promise<unknown> =>
    parseJson(await textOf(await call(path, options)));

  return {
    config: () => json('/config'),
    session: async () => parse(currentSessionSchema, await json('/session')),
    signIn: async (credentials) => {
      const response = await call('/session', { method: 'POST', body: credentials });
      const schema = response.status === 202 ? codeSentSchema : sessionSchema;
      return parse(schema, parseJson(await textOf(response)));
    },
    signOut: async () => {
      await call('/session', { method: 'DELETE' });
    },
    passwordReset: async (email) => {
      await call('/password-reset', { method: 'POST', body: { email } });
    },
    requests: async (cursor) =>
      parse(requestPageSchema, await json(`/requests${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`)),
    submit: async (submission, key) =>
      parse(
        receiptSchema,
        await json('/requests', { method: 'POST', body: submission, headers: { 'Idempotency-Key': key } }),
      ),
  };
};
