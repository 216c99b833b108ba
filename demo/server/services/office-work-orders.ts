import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { WorkOrder, WorkOrderList, WorkOrderRow } from '../../office-contract/index.js';
import { notFound } from '../problem.js';
import { requests, staff, workOrders } from '../store/schema.js';
import { aboutRequest, recordReading } from './audit.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';
import { COUNTED, countSome, isAtStart, PAGE_SIZE, pageOf, type Place } from './list-page.js';
import type { Clerk } from './office-decisions.js';
import { searched } from './request-search.js';
import type { Services } from './services.js';

const columns = {
  id: workOrders.id,
  reference: workOrders.reference,
  status: workOrders.status,
  createdAt: workOrders.createdAt,
  title: requests.title,
  contact: requests.contact,
  requestId: requests.id,
  requestReference: requests.reference,
  createdBy: staff.name,
};

interface Row extends Pick<WorkOrder, 'id' | 'reference' | 'status' | 'title'> {
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly contact: WorkOrder['customer'];
  readonly requestId: string;
  readonly requestReference: string;
}

const orderOf = (
  { createdAt, createdBy, contact, requestId, requestReference, ...row }: Row,
  portalLocale: string,
): WorkOrder => ({
  ...row,
  portalLocale,
  createdAt: createdAt.toISOString(),
  customer: contact,
  request: { id: requestId, reference: requestReference },
  ...(createdBy === null ? {} : { createdBy }),
});

const cursorAt = ({ createdAt, id }: Row): string => writeCursor(createdAt.getTime(), id);

/** The condition that a work order comes after a cursor in the list, or before it. Throws a 400. */
const isBeyond = ({ cursor, isBackwards }: Place): SQL => {
  const [time, id] = readCursor(cursor);
  if (typeof time !== 'number' || Math.abs(time) > 8.64e15 || typeof id !== 'string') throw notOurs();
  const at = new Date(time).toISOString();
  const sign = isBackwards ? sql`>` : sql`<`;
  return sql`(${workOrders.createdAt}, ${workOrders.id}) ${sign} (${at}::timestamptz, ${id}::text)`;
};

/** A page of a portal's work orders, newest first. Throws a 400 for a cursor that is not one of ours. */
export const listWorkOrders = async (
  services: Services,
  clerk: Clerk,
  query: string,
  place?: Place,
): Promise<WorkOrderList> => {
  const { db } = services.store;
  const own = eq(workOrders.portalId, clerk.portalId);
  const words = query.trim()
    ? and(eq(requests.portalId, clerk.portalId), await searched(db, clerk.portalId, query))
    : undefined;
  const direction = place?.isBackwards ? asc : desc;
  // every request of these statuses has its work order, so that words are counted in one table
  const some = query.trim()
    ? db
        .select({ id: requests.id })
        .from(requests)
        .where(and(words, inArray(requests.status, ['accepted', 'planned', 'done'])))
    : db.select({ id: workOrders.id }).from(workOrders).where(own);
  const [found, total] = await Promise.all([
    db
      .select(columns)
      .from(workOrders)
      .innerJoin(requests, eq(requests.id, workOrders.requestId))
      .leftJoin(staff, eq(staff.id, workOrders.createdBy))
      .where(and(own, words, place && isBeyond(place)))
      .orderBy(direction(workOrders.createdAt), direction(workOrders.id))
      .limit(PAGE_SIZE + 1),
    countSome(services.store, some, COUNTED[query.trim() ? 'words' : 'plain']),
  ]);
  if (isAtStart(found, place)) return listWorkOrders(services, clerk, query);
  const { shown, ...around } = pageOf(found, cursorAt, place);
  const items = shown.map((row): WorkOrderRow => {
    const { createdBy: _createdBy, ...order } = orderOf(row, clerk.portalLocale);
    return order;
  });
  return { items, total, ...around };
};

/** One work order of a portal; that it was read is kept. Throws a 404. */
export const findWorkOrder = (services: Services, clerk: Clerk, id: string): Promise<WorkOrder> =>
  services.store.db.transaction(async (tx) => {
    const [row] = await tx
      .select(columns)
      .from(workOrders)
      .innerJoin(requests, eq(requests.id, workOrders.requestId))
      .leftJoin(staff, eq(staff.id, workOrders.createdBy))
      .where(and(eq(workOrders.id, id), eq(workOrders.portalId, clerk.portalId)));
    if (!row) throw notFound();
    await recordReading(
      services,
      tx,
      clerk,
      'work-order.read',
      aboutRequest({ id: row.requestId, reference: row.requestReference }),
    );
    return orderOf(row, clerk.portalLocale);
  });
