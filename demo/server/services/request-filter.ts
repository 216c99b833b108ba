import { and, eq, isNull, sql, type Column, type SQL } from 'drizzle-orm';
import type { RequestStatus } from 'portal-request-form/contract';
import type { RequestSort } from '../../office-contract/index.js';
import { requests } from '../store/schema.js';

/** Days of a portal, `YYYY-MM-DD`, both included; what is left out is no limit. */
export interface Days {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Which requests of a portal are meant, and in which order; what is left out narrows nothing. */
export interface RequestQuery extends Days {
  readonly query: string;
  readonly status?: RequestStatus;
  readonly type?: string;
  /** The id of a member of staff; null for those that nobody works on. */
  readonly assignee?: string | null;
  readonly isUnread: boolean;
  readonly sort: RequestSort;
}

/** The moment at which a day begins; `later` counts days on from it. */
const startOf = (day: string, later: number, timeZone: string): SQL =>
  sql`((${day}::date + ${later}::integer)::timestamp AT TIME ZONE ${timeZone}::text)`;

/** The condition that a moment is on one of these days. */
export const isBetween = (moment: Column, { since, until }: Days, timeZone: string): SQL | undefined =>
  and(
    since === undefined ? undefined : sql`${moment} >= ${startOf(since, 0, timeZone)}`,
    until === undefined ? undefined : sql`${moment} < ${startOf(until, 1, timeZone)}`,
  );

/** The condition that a request of a portal is one of these, and is found by its `words`; days are those of `timeZone`. */
export const isWanted = (
  portalId: string,
  wanted: Omit<RequestQuery, 'query'>,
  words: SQL | undefined,
  timeZone: string,
): SQL | undefined => {
  const { status, type, assignee, isUnread } = wanted;
  const { submittedAt, assignedTo } = requests;
  return and(
    eq(requests.portalId, portalId),
    status && eq(requests.status, status),
    type === undefined ? undefined : eq(requests.requestType, type),
    assignee === undefined ? undefined : assignee === null ? isNull(assignedTo) : eq(assignedTo, assignee),
    isBetween(submittedAt, wanted, timeZone),
    isUnread ? requests.isUnread : undefined,
    words,
  );
};
