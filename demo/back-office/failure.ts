import type { Issue } from 'portal-request-form/contract';

/** Everything that can go wrong between the back office and its server; each has a text in every language. */
export const FAILURE_CODES = [
  'network',
  'time-out',
  'invalid-credentials',
  'session-expired',
  'forbidden',
  'not-found',
  'conflict',
  'other-portal',
  'changed',
  'refused',
  'rate-limited',
  'unavailable',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** A call that did not succeed. `status` is the HTTP status, absent when no answer came. */
export class OfficeFailure extends Error {
  override readonly name = 'OfficeFailure';
  readonly code: FailureCode;
  readonly status: number | undefined;
  /** What the server found wrong, place by place, where it says so. */
  readonly issues: readonly Issue[];

  constructor(code: FailureCode, status?: number, cause?: unknown, issues: readonly Issue[] = []) {
    super(`The office server answered: ${code}`, { cause });
    this.code = code;
    this.status = status;
    this.issues = issues;
  }
}

const BY_STATUS: Readonly<Record<number, FailureCode>> = {
  400: 'refused',
  401: 'session-expired',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'changed',
  413: 'refused',
  422: 'refused',
  429: 'rate-limited',
};

/** The failure that an answer which is not a success stands for; `code` and `issues` are those of the problem in its body. */
export const failureOf = (status: number, code: unknown, issues: readonly Issue[] = []): OfficeFailure =>
  code === 'invalid-credentials'
    ? new OfficeFailure('invalid-credentials', status)
    : new OfficeFailure(BY_STATUS[status] ?? 'unavailable', status, undefined, issues);
