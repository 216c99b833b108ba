import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { RequestDetail, RequestPage, RequestSummary, RequestType, Submission } from 'portal-request-form/contract';
import { notFound } from '../problem.js';
import { requestHistory, requests, workOrders } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';
import { OPEN_STATUSES } from './open-requests.js';
import { findAsked } from './questions.js';
import type { Services } from './services.js';
import { isAbout } from './subjects.js';

const PAGE = 20;

const summaryColumns = {
  id: requests.id,
  reference: requests.reference,
  requestType: requests.requestType,
  title: requests.title,
  status: requests.status,
  submittedAt: requests.submittedAt,
  updatedAt: requests.updatedAt,
  reason: requests.reason,
  workOrder: workOrders.reference,
};

interface SummaryRow extends Omit<RequestSummary, 'submittedAt' | 'updatedAt' | 'reason' | 'workOrder'> {
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly reason: string | null;
  readonly workOrder: string | null;
}

const summaryOf = ({ submittedAt, updatedAt, reason, workOrder, ...row }: SummaryRow): RequestSummary => ({
  ...row,
  submittedAt: submittedAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  ...(reason === null ? {} : { reason }),
  ...(workOrder === null ? {} : { workOrder }),
});

const older = (cursor: string): SQL => {
  const [time, id] = readCursor(cursor);
  if (typeof time !== 'number' || Math.abs(time) > 8.64e15 || typeof id !== 'string') throw notOurs();
  const at = new Date(time).toISOString();
  return sql`(${requests.submittedAt}, ${requests.id}) < (${at}::timestamptz, ${id}::text)`;
};

export interface OwnRequests {
  readonly cursor: string | undefined;
  /** The id of an option, or an address such as `9712AB-12-A`, that the requests name. */
  readonly about: string | undefined;
  /** Only those about which nothing was decided. */
  readonly isOpen: boolean;
}

/** A customer's own requests, newest first. Throws a 400 for a cursor that is not one of ours. */
export const listRequests = async (
  queryable: Queryable,
  portalId: string,
  customerId: string,
  { cursor, about, isOpen }: OwnRequests,
): Promise<RequestPage> => {
  const own = and(eq(requests.portalId, portalId), eq(requests.customerId, customerId));
  const wanted = and(
    about === undefined ? undefined : isAbout(queryable, about),
    isOpen ? inArray(requests.status, [...OPEN_STATUSES]) : undefined,
    cursor === undefined ? undefined : older(cursor),
  );
  const rows = await queryable
    .select(summaryColumns)
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .where(and(own, wanted))
    .orderBy(desc(requests.submittedAt), desc(requests.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const nextCursor = rows.length > PAGE && last ? writeCursor(last.submittedAt.getTime(), last.id) : undefined;
  return { items: shown.map(summaryOf), ...(nextCursor === undefined ? {} : { nextCursor }) };
};

/** What happened to a request, oldest first. */
export const historyOf = async (queryable: Queryable, requestId: string): Promise<RequestDetail['history']> => {
  const { at, status, by, note } = requestHistory;
  const rows = await queryable
    .select({ at, status, by, note })
    .from(requestHistory)
    .where(eq(requestHistory.requestId, requestId))
    .orderBy(asc(requestHistory.id));
  return rows.map((row) => ({
    at: row.at.toISOString(),
    status: row.status,
    by: row.by,
    ...(row.note === null ? {} : { note: row.note }),
  }));
};

/** The request type as it was configured when the request was sent. */
const definitionOf = async (
  { store: { db }, portals }: Services,
  portalId: string,
  { configVersion, requestType }: Submission,
): Promise<RequestType | undefined> => {
  const config = await portals.configOf(db, portalId, configVersion);
  return config?.requestTypes.find(({ id }) => id === requestType);
};

const findDetail = async (services: Services, portalId: string, wanted: SQL | undefined): Promise<RequestDetail> => {
  const { db } = services.store;
  const [row] = await db
    .select({ ...summaryColumns, submission: requests.submission })
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .where(and(eq(requests.portalId, portalId), wanted));
  if (!row) throw notFound();
  const { submission, ...summary } = row;
  const definition = await definitionOf(services, portalId, submission);
  const asked = await findAsked(db, row.id);
  return {
    ...summaryOf(summary),
    ...{ submission, history: await historyOf(db, row.id) },
    ...(definition ? { definition } : {}),
    ...(asked ? { asked } : {}),
    ...(OPEN_STATUSES.includes(row.status) ? { isWithdrawable: true } : {}),
  };
};

/** One of a customer's own requests; a 404 for anybody else's. */
export const findRequest = (
  services: Services,
  portalId: string,
  customerId: string,
  id: string,
): Promise<RequestDetail> =>
  findDetail(services, portalId, and(eq(requests.id, id), eq(requests.customerId, customerId)));

/** A request for whoever has a link to what was asked: neither who sent it nor what was said about it. */
export const findRequestByLink = async (services: Services, portalId: string, id: string): Promise<RequestDetail> => {
  const {
    submission,
    isWithdrawable: _notByLink,
    ...detail
  } = await findDetail(services, portalId, eq(requests.id, id));
  const { guest: _private, ...given } = submission;
  return { ...detail, submission: given, history: [] };
};
