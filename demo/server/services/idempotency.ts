import { sql, type SQL } from 'drizzle-orm';
import { canonicalJson } from 'portal-request-form/rules';
import { Refusal } from '../problem.js';
import type { Transaction } from '../store/store.js';
import { sha256 } from './hash.js';

/** The same for two bodies that say the same. Throws a 400 for text that is not Unicode. */
export const fingerprintOf = (body: unknown): string => {
  try {
    return sha256(canonicalJson(body));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(400, 'invalid-request', 'The body holds text that is not Unicode');
  }
};

/** The name of the lock on a key. */
export const lockName = (...name: readonly string[]): string => JSON.stringify(name);

/** Takes a key for the transaction, with which it goes, also when the process dies; false when another one has it. */
export const isLockMine = (name: string | SQL) => sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${name}, 0))`;

/** What is said when another transaction has the key. */
export const inProgress = (): Refusal =>
  new Refusal(409, 'in-progress', 'This request is being handled', { retryAfter: 1 });

/** Only one transaction at a time handles a key. Throws a 409 for a second one. */
export const lockKey = async (tx: Transaction, ...name: readonly string[]): Promise<void> => {
  const [row] = await tx.select({ isMine: isLockMine(lockName(...name)) }).from(sql`(SELECT 1) AS one`);
  if (!row?.isMine) throw inProgress();
};

/** Throws a 422 when a key was used for another body. */
export const refuseMismatch = (earlier: { readonly fingerprint: string } | undefined, fingerprint: string): void => {
  if (earlier && earlier.fingerprint !== fingerprint) {
    throw new Refusal(422, 'idempotency-mismatch', 'This key was used for another request');
  }
};
