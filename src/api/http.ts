import type { Issue } from '../contract/index.js';
import { Failure, failureCode, networkFailure } from './failure.js';
import { toJson } from './json.js';
import { parseRetryAfter } from './retry.js';

/** How long a call may take, in milliseconds. */
const TIME_LIMIT = 20_000;
const PIECE_TIME_LIMIT = 60_000;

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Bytes to send as they are, instead of a JSON body; they may take longer. */
  readonly piece?: Blob;
  readonly cache?: RequestCache;
  /** A preload in the page may have asked for it already. */
  readonly isPreloaded?: boolean;
  /** Gives up on the call; it then rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** One endpoint of the contract. Each call throws a `Failure` when it fails. */
export interface Http {
  call(path: string, call?: Call): Promise<Response>;
  /** The JSON of the answer; nothing about its shape is known. */
  json(path: string, call?: Call): Promise<unknown>;
}

/** The JSON in a text; anything else is not an answer of ours. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('unreadable', { cause: error });
  }
};

/** The JSON of an answer whose status was already looked at. */
export const jsonOf = async (response: Response): Promise<unknown> =>
  parseJson(
    await response.text().catch((error: unknown) => {
      throw networkFailure(error);
    }),
  );

/** A record with own properties to look at, or nothing of the kind. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isIssue = (value: unknown): value is Issue => {
  const { pointer, code } = asRecord(value);
  return typeof pointer === 'string' && typeof code === 'string';
};

const problemOf = async (response: Response, method: string): Promise<Failure> => {
  const hasProblem = method !== 'HEAD' && (response.headers.get('Content-Type')?.includes('json') ?? false);
  const { code, errors } = asRecord(hasProblem ? await jsonOf(response) : undefined);
  return new Failure(failureCode(response.status, code), {
    retryAfter: parseRetryAfter(response.headers.get('Retry-After'), new Date()),
    issues: Array.isArray(errors) ? errors.filter(isIssue) : [],
  });
};

/** Never cookies. A preload only serves a call of its own mode, which would send them to the origin of the page. */
const credentialsFor = (endpoint: string, isPreloaded = false): RequestCredentials =>
  isPreloaded && !endpoint.startsWith(`${location.origin}/`) ? 'same-origin' : 'omit';

/** Speaks to one endpoint; `token` gives the bearer token of the moment, or nothing for a guest. */
export const createHttp = (endpoint: string, token: () => string | undefined): Http => {
  const call = async (
    path: string,
    { method = 'GET', body, piece, signal, isPreloaded, headers = {}, ...more }: Call = {},
  ): Promise<Response> => {
    const bearer = token();
    const inTime = AbortSignal.timeout(piece ? PIECE_TIME_LIMIT : TIME_LIMIT);
    const request = fetch(endpoint + path, {
      method,
      ...more,
      credentials: credentialsFor(endpoint, isPreloaded),
      redirect: bearer ? 'error' : 'follow',
      referrerPolicy: 'no-referrer-when-downgrade', // a mail about a request leads back to the page of the form
      signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
        ...headers,
      },
      body: piece ?? (body === undefined ? undefined : toJson(body)),
    });
    const response = await request.catch((error: unknown) => {
      signal?.throwIfAborted();
      throw networkFailure(error);
    });
    if (!response.ok) throw await problemOf(response, method);
    return response;
  };
  return { call, json: async (path, options) => jsonOf(await call(path, options)) };
};
