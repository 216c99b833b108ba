import type { Issue } from '../contract/index.js';
import { PROBLEM_CODES, type ProblemCode } from '../contract/problem-codes.js';

/** What can go wrong outside the widget: the contract's problems, and the ways of not getting an answer. */
export type FailureCode =
  | ProblemCode
  | 'offline'
  | 'timeout'
  | 'unreadable'
  | 'configuration-missing'
  | 'configuration-invalid'
  | 'chunk-missing';

const RETRYABLE: ReadonlySet<FailureCode> = new Set([
  'offline',
  'timeout',
  'unreadable',
  'in-progress',
  'rate-limited',
  'unavailable',
  'chunk-missing',
]);

/** A failure with its code; `retryable` when the same call may succeed later, `retryAfter` in seconds if the server said so. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly retryAfter?: number;
  readonly issues: readonly Issue[];

  constructor(code: FailureCode, more: { retryAfter?: number; issues?: readonly Issue[]; cause?: unknown } = {}) {
    super(code, { cause: more.cause });
    this.name = 'Failure';
    this.code = code;
    this.retryAfter = more.retryAfter;
    this.issues = more.issues ?? [];
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}

const BY_STATUS: Record<number, ProblemCode> = {
  401: 'session-expired',
  403: 'forbidden',
  404: 'not-found',
  409: 'in-progress',
  410: 'not-found',
  413: 'too-large',
  415: 'unsupported-file',
  422: 'invalid-request',
  429: 'rate-limited',
};

const isProblemCode = (code: unknown): code is ProblemCode => (PROBLEM_CODES as readonly unknown[]).includes(code);

/** The code of an answer that is not a success: the problem's own if it is known, else what the status means. */
export const failureCode = (status: number, code: unknown): FailureCode => {
  if (isProblemCode(code)) return code;
  return BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'unreadable');
};

/** The failure behind an error of `fetch` or of reading its answer. */
export const networkFailure = (error: unknown): Failure => {
  const isTimeout = error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return new Failure(isTimeout ? 'timeout' : 'offline', { cause: error });
};

/** The classic script and the file beside it each have this class. */
const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === 'Failure';

/** Whatever was thrown, as a failure; a mistake in the code is reported and treated as an answer that makes no sense. */
export const asFailure = (error: unknown): Failure => {
  if (isFailure(error)) return error;
  console.error('portal-request-form:', error);
  return new Failure('unreadable', { cause: error });
};
