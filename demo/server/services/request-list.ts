import { and, eq, type SQL } from 'drizzle-orm';
import type { RequestList } from '../../office-contract/index.js';
import { requests, staff, workOrders } from '../store/schema.js';
import type { Queryable, Store } from '../store/store.js';
import type { Clerk } from './office-decisions.js';
import { rowColumns, rowOf, type StoredRow } from './office-requests.js';
import { COUNTED, countSome, isAtStart, PAGE_SIZE, pageOf, type Place } from './list-page.js';
import { isWanted, type RequestQuery } from './request-filter.js';
import { cursorAt, isBeyond, orderOf } from './request-order.js';
import { readTally, sumOf, tallied, type Tally } from './request-tally.js';
import { searched } from './request-search.js';
import type { Services } from './services.js';
import { timeZoneOf } from './time-zone.js';

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

/** The condition for a query of a portal; the portal is asked for its time zone only where days matter. */
export const conditionOf = async (
  { portals, store }: Services,
  portalId: string,
  wanted: RequestQuery,
): Promise<SQL | undefined> => {
  const words = await searched(store.db, portalId, wanted.query);
  const hasDays = wanted.since !== undefined || wanted.until !== undefined;
  const portal = hasDays ? await portals.find(portalId) : undefined;
  return isWanted(portalId, wanted, words, portal ? timeZoneOf(portal.config) : 'UTC');
};

const perStatus = (tallies: readonly Tally[]): RequestList['counts'] =>
  Object.fromEntries(
    [...new Set(tallies.map(({ status }) => status))].map((status) => [
      status,
      sumOf(tallies, (tally) => tally.status === status),
    ]),
  );

const countsOf = async (
  store: Store,
  portalId: string,
  wanted: RequestQuery,
  condition: SQL | undefined,
): Promise<{ tallies: readonly Tally[]; total: RequestList['total'] }> => {
  const { db } = store;
  const tallies = await readTally(db, portalId);
  const count = tallied(tallies, wanted);
  if (count !== undefined) return { tallies, total: { count, isMore: false } };
  const all = db.select({ id: requests.id }).from(requests).where(condition);
  return { tallies, total: await countSome(store, all, COUNTED[wanted.query.trim() === '' ? 'plain' : 'words']) };
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
  // side by side, where the database has more than one connection
  const [found, { tallies, total }] = await Promise.all([
    rowsFrom(db, condition, sort, { limit: PAGE_SIZE + 1, place }),
    countsOf(services.store, portalId, wanted, condition),
  ]);
  if (isAtStart(found, place)) return listOfficeRequests(services, clerk, wanted);
  const { shown, ...around } = pageOf(found, (row) => cursorAt(sort, row), place);
  return {
    items: shown.map((row) => rowOf(row, portalLocale)),
    total,
    counts: perStatus(tallies),
    unread: sumOf(tallies, ({ isUnread }) => isUnread),
    ...around,
  };
};
