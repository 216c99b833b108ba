import { eq, sql } from 'drizzle-orm';
import type { RequestStatus } from 'portal-request-form/contract';
import { requestTally } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import type { RequestQuery } from './request-filter.js';

const { portalId, status, requestType, assignedTo, isUnread, change } = requestTally;

/** How many requests of a portal are of one kind. */
export interface Tally {
  readonly status: RequestStatus;
  readonly requestType: string;
  readonly assignedTo: string | null;
  readonly isUnread: boolean;
  readonly count: number;
}

/** How many requests a portal has of each kind, as exact as a count of them and at a price that does not grow with them. */
export const readTally = (queryable: Queryable, portal: string): Promise<Tally[]> =>
  queryable
    .select({ status, requestType, assignedTo, isUnread, count: sql<number>`sum(${change})::double precision` })
    .from(requestTally)
    .where(eq(portalId, portal))
    .groupBy(status, requestType, assignedTo, isUnread)
    .having(sql`sum(${change}) <> 0`);

/** Adds up what the tallies of a kind fulfil. */
export const sumOf = (tallies: readonly Tally[], isCounted: (tally: Tally) => boolean = () => true): number =>
  tallies.reduce((sum, tally) => (isCounted(tally) ? sum + tally.count : sum), 0);

/** How many requests a query finds; undefined when it asks for words or days, which are not tallied. */
export const tallied = (tallies: readonly Tally[], wanted: RequestQuery): number | undefined => {
  if (wanted.query.trim() !== '' || wanted.since !== undefined || wanted.until !== undefined) return undefined;
  return sumOf(
    tallies,
    (tally) =>
      (wanted.status ?? tally.status) === tally.status &&
      (wanted.type ?? tally.requestType) === tally.requestType &&
      (wanted.assignee === undefined || wanted.assignee === tally.assignedTo) &&
      (!wanted.isUnread || tally.isUnread),
  );
};

/** Makes one row of the many that say how often something changed; each is taken by one process only. */
export const addUpTallies = async (queryable: Queryable): Promise<void> => {
  await queryable.execute(sql`
    WITH taken AS (DELETE FROM ${requestTally} RETURNING *)
    INSERT INTO ${requestTally} (portal_id, status, request_type, assigned_to, is_unread, change)
      SELECT portal_id, status, request_type, assigned_to, is_unread, sum(change) FROM taken
      GROUP BY portal_id, status, request_type, assigned_to, is_unread HAVING sum(change) <> 0`);
};
