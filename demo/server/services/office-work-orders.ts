import { and, count, desc, eq, ilike, or } from 'drizzle-orm';
import type { Page, WorkOrder, WorkOrderRow } from '../../office-contract/index.js';
import { notFound } from '../problem.js';
import { requests, staff, workOrders } from '../store/schema.js';
import { aboutRequest, recordReading } from './audit.js';
import type { Clerk } from './office-decisions.js';
import { matching } from './request-filter.js';
import type { Services } from './services.js';

const PAGE_SIZE = 25;

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

/** A page of a portal's work orders, newest first. */
export const listWorkOrders = async (
  { store: { db } }: Services,
  { portalId, portalLocale }: Clerk,
  { query, page }: { query: string; page: number },
): Promise<Page<WorkOrderRow>> => {
  const byReference = ilike(workOrders.reference, `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`);
  const wanted = and(eq(workOrders.portalId, portalId), query.trim() ? or(byReference, matching(query)) : undefined);
  const rows = await db
    .select(columns)
    .from(workOrders)
    .innerJoin(requests, eq(requests.id, workOrders.requestId))
    .leftJoin(staff, eq(staff.id, workOrders.createdBy))
    .where(wanted)
    .orderBy(desc(workOrders.createdAt), desc(workOrders.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [found] = await db
    .select({ total: count() })
    .from(workOrders)
    .innerJoin(requests, eq(requests.id, workOrders.requestId))
    .where(wanted);
  const items = rows.map((row): WorkOrderRow => {
    const { createdBy: _createdBy, ...order } = orderOf(row, portalLocale);
    return order;
  });
  return { items, total: found?.total ?? 0, page, pageSize: PAGE_SIZE };
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
