import { and, eq, sql } from 'drizzle-orm';
import type { Receipt } from 'portal-request-form/contract';
import { notFound } from '../problem.js';
import { portals, submissionKeys } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { hasListeners } from './announce.js';
import { isLockMine, lockName } from './idempotency.js';

/** Under what a submission is sent: an asker, and the key that the asker gave it. */
export interface Asked {
  readonly identity: string;
  readonly key: string;
}

/** What a submission begins with: the portal of this moment, and what was sent under the same key before. */
export interface Opening {
  readonly isMine: boolean;
  readonly isClosed: boolean;
  readonly version: string;
  readonly fingerprint: string | null;
  readonly receipt: Receipt | null;
  /** Whether another system listens to what happens to requests. */
  readonly isHeard: boolean;
}

/** Takes the keys, and the portal, which cannot change before the transaction ends. Throws a 404 when there is none. */
export const openSubmissions = async (
  tx: Transaction,
  portalId: string,
  asked: readonly Asked[],
): Promise<readonly Opening[]> => {
  const list = asked.map(({ identity, key }, place) => ({
    ...{ place, identity, key, lock: lockName(portalId, identity, key) },
  }));
  const sent = sql`json_to_recordset(${JSON.stringify(list)}::json) AS sent (place int, identity text, key text, lock text)`;
  const isSameKey = and(
    eq(submissionKeys.portalId, portals.id),
    eq(submissionKeys.identity, sql`sent.identity`),
    eq(submissionKeys.key, sql`sent.key`),
  );
  const rows = await tx
    .select({
      place: sql<number>`sent.place`,
      isMine: isLockMine(sql`sent.lock`),
      isClosed: portals.isClosed,
      version: portals.configVersion,
      fingerprint: submissionKeys.fingerprint,
      receipt: submissionKeys.receipt,
      isHeard: hasListeners(tx, portalId),
    })
    .from(portals)
    .innerJoin(sent, sql`true`)
    .leftJoin(submissionKeys, isSameKey)
    .where(eq(portals.id, portalId))
    .for('share', { of: portals })
    .prepare('open_submissions')
    .execute();
  if (rows.length < asked.length) throw notFound();
  return rows.sort((a, b) => a.place - b.place);
};
