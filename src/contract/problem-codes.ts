/** Codes that a backend can answer with; each that comes to a screen has a text in every language. */
export const PROBLEM_CODES = [
  'invalid-request',
  'invalid-credentials',
  'session-expired',
  'not-found',
  'forbidden',
  'configuration-changed',
  'idempotency-mismatch',
  'in-progress',
  'draft-changed',
  'too-large',
  'unsupported-file',
  'rate-limited',
  'portal-closed',
  'unavailable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
