import { and, count, eq, type SQL } from 'drizzle-orm';
import type { RequestList } from '../../office-contract/index.js';
import { requests, staff, workOrders } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import type { Clerk } from './office-decisions.js';
import { rowColumns, rowOf, type StoredRow } from './office-requests.js';
import { isWanted, type RequestQuery } from './request-filter.js';
import { cursorAt, isBeyond, orderOf } from './request-order.js';
import { readTally, sumOf, tallied, type Tally } from './request-tally.js';
import type { Services } from './services.js';
import { timeZoneOf } from './time-zone.js';

export const PAGE_SIZE = 25;
const COUNTED = 1_000;

/** A cursor, and whether the page before it is asked for. */
export interface Place {
  readonly cursor: string;
  readonly isBackwards: boolean;
}

/** The rows of a condition in an order, from a place on. Backwards they come nearest first. */
export const rowsFrom = (
  queryable: Queryable,
  wanted: SQL | undefined,
  sort: RequestQuery['sort'],
  { limit, place }: { limit: number; place?: Place | undefined },
): Promise<StoredRow[]> =>
  queryable
    .select(rowColumns)
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .leftJoin(staff, eq(staff.id, requests.assignedTo))
    .where(and(wanted, place && isBeyond(sort, place.cursor, place.isBackwards)))
    .orderBy(...orderOf(sort, place?.isBackwards ?? false))
    .limit(limit);

/** Counts no further than anybody wants to know. */
const countSome = async (queryable: Queryable, wanted: SQL | undefined): Promise<RequestList['total']> => {
  const some = queryable
    .select({ id: requests.id })
    .from(requests)
    .where(wanted)
    .limit(COUNTED + 1)
    .as('some');
  const [found] = await queryable.select({ total: count() }).from(some);
  const total = found?.total ?? 0;
  return { count: Math.min(total, COUNTED), isMore: total > COUNTED };
};

/** The condition for a query of a portal; the portal is asked for its time zone only where days matter. */
export const conditionOf = async (
  { portals }: Services,
  portalId: string,
  wanted: RequestQuery,
): Promise<SQL | undefined> => {
  const hasDays = wanted.since !== undefined || wanted.until !== undefined;
  const portal = hasDays ? await portals.find(portalId) : undefined;
  return isWanted(portalId, wanted, portal ? timeZoneOf(portal.config) : 'UTC');
};

const perStatus = (tallies: readonly Tally[]): RequestList['counts'] =>
  Object.fromEntries(
    [...new Set(tallies.map(({ status }) => status))].map((status) => [
      status,
      sumOf(tallies, (tally) => tally.status === status),
    ]),
  );

interface Shown {
  readonly shown: readonly StoredRow[];
  readonly previous?: string;
  readonly next?: string;
}

/** The page that rows make, one more of them than it holds where there is another page. */
const pageOf = (found: readonly StoredRow[], sort: RequestQuery['sort'], place: Place | undefined): Shown => {
  const isBackwards = place?.isBackwards ?? false;
  const page = found.slice(0, PAGE_SIZE);
  const shown = isBackwards ? page.reverse() : page;
  const [first, last] = [shown[0], shown.at(-1)];
  const hasNext = isBackwards || found.length > PAGE_SIZE;
  return {
    shown,
    ...(place && first ? { previous: cursorAt(sort, first) } : {}),
    ...(hasNext && last ? { next: cursorAt(sort, last) } : {}),
  };
};

/** A page of a portal's requests. Throws a 400 for a cursor that is not one of ours. */
export const listOfficeRequests = async (
  services: Services,
  clerk: Clerk,
  wanted: RequestQuery,
  place?: Place,
): Promise<RequestList> => {
  const { db } = services.store;
  const { portalId, portalLocale } = clerk;
  const { sort } = wanted;
  const condition = await conditionOf(services, portalId, wanted);
  const found = await rowsFrom(db, condition, sort, { limit: PAGE_SIZE + 1, place });
  // what is before it fits on the first page, which is shown whole
  if (place?.isBackwards && found.length <= PAGE_SIZE) return listOfficeRequests(services, clerk, wanted);
  const { shown, previous, next } = pageOf(found, sort, place);
  const tallies = await readTally(db, portalId);
  const exact = tallied(tallies, wanted);
  return {
    items: shown.map((row) => rowOf(row, portalLocale)),
    total: exact === undefined ? await countSome(db, condition) : { count: exact, isMore: false },
    counts: perStatus(tallies),
    unread: sumOf(tallies, ({ isUnread }) => isUnread),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
};
