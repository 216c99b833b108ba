import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { problemType, type Issue, type Problem, type ProblemCode } from 'portal-request-form/contract';

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

interface More {
  readonly errors?: readonly Issue[];
  /** Seconds until the same call may succeed. */
  readonly retryAfter?: number;
  readonly detail?: string;
  /** What the thing is now, where the caller had something else. */
  readonly etag?: string;
}

/** A call that is answered with an RFC 9457 problem. */
export class Refusal extends Error {
  readonly status: ProblemStatus;
  readonly code: ProblemCode;
  readonly more: More;

  constructor(status: ProblemStatus, code: ProblemCode, title: string, more: More = {}) {
    super(title);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

export const notFound = (): Refusal => new Refusal(404, 'not-found', 'There is nothing here');
export const sessionExpired = (): Refusal => new Refusal(401, 'session-expired', 'Sign in first');
export const incomplete = (errors: readonly Issue[]): Refusal =>
  new Refusal(422, 'invalid-request', 'The request is not complete', { errors });

/** The body of the problem, as `application/problem+json`. */
export const problemOf = ({ status, code, message, more }: Refusal): Problem => ({
  type: problemType(code),
  title: message,
  status,
  code,
  ...(more.detail === undefined ? {} : { detail: more.detail }),
  ...(more.errors === undefined ? {} : { errors: [...more.errors] }),
});

/** Codes of Node and classes of SQLSTATE that mean: the database cannot be reached, is stopping, or has no room. */
const DATABASE_GONE =
  /^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EPIPE|ENOSPC|08...|57P0.|57014|53...|55P03|40001|40P01|25006)$/;
const CONNECTION_LOST = /connection terminated|timeout exceeded when trying to connect|query read timeout|is closed/i;

const isDatabaseGone = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return DATABASE_GONE.test(code) || CONNECTION_LOST.test(error.message) || isDatabaseGone(error.cause);
};

/** The refusal that an error amounts to; one that nobody foresaw says nothing about itself to the outside. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException && error.status === 413) {
    return new Refusal(413, 'too-large', 'This is more than the server takes');
  }
  if (isDatabaseGone(error)) {
    return new Refusal(503, 'unavailable', 'The server cannot reach its database', { retryAfter: 5 });
  }
  return new Refusal(500, 'unavailable', 'The server made a mistake');
};

/** Answers with the problem, and `Retry-After` where it is known. */
export const answerProblem = (c: Context, refusal: Refusal): Response => {
  c.header('Content-Type', 'application/problem+json; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  if (refusal.status === 413) c.header('Connection', 'close'); // the rest of the body is not read
  if (refusal.more.retryAfter !== undefined) c.header('Retry-After', String(Math.ceil(refusal.more.retryAfter)));
  if (refusal.more.etag !== undefined) c.header('ETag', refusal.more.etag);
  return c.body(JSON.stringify(problemOf(refusal)), refusal.status);
};
