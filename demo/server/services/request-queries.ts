import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { RequestDetail, RequestPage, RequestSummary } from 'portal-request-form/contract';
import { notFound, Refusal } from '../problem.js';
import { requestHistory, requests, workOrders } from '../store/schema.js';
import type { Queryable } from '../store/store.js';

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

/** The place after which the next page begins; opaque to the client. */
const cursorOf = ({ submittedAt, id }: SummaryRow): string =>
  Buffer.from(JSON.stringify([submittedAt.getTime(), id])).toString('base64url');

const readCursor = (cursor: string): readonly [Date, string] => {
  const refusal = new Refusal(400, 'invalid-request', 'The cursor is not one of ours');
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal;
    throw error;
  }
  if (!Array.isArray(parsed)) throw refusal;
  const [time, id] = parsed as unknown[];
  if (typeof time !== 'number' || Math.abs(time) > 8.64e15 || typeof id !== 'string' || id.includes('\0'))
    throw refusal;
  return [new Date(time), id];
};

/** A customer's own requests, newest first. Throws a 400 for a cursor that is not one of ours. */
export const listRequests = async (
  queryable: Queryable,
  portalId: string,
  customerId: string,
  cursor: string | undefined,
): Promise<RequestPage> => {
  const own = and(eq(requests.portalId, portalId), eq(requests.customerId, customerId));
  const [time, id] = cursor === undefined ? [undefined, undefined] : readCursor(cursor);
  const older =
    time && sql`(${requests.submittedAt}, ${requests.id}) < (${time.toISOString()}::timestamptz, ${id}::text)`;
  const rows = await queryable
    .select(summaryColumns)
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .where(and(own, older))
    .orderBy(desc(requests.submittedAt), desc(requests.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { items: shown.map(summaryOf), ...(rows.length > PAGE && last ? { nextCursor: cursorOf(last) } : {}) };
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

/** One of a customer's own requests; a 404 for anybody else's. */
export const findRequest = async (
  queryable: Queryable,
  portalId: string,
  customerId: string,
  id: string,
): Promise<RequestDetail> => {
  const own = and(eq(requests.id, id), eq(requests.portalId, portalId), eq(requests.customerId, customerId));
  const [row] = await queryable
    .select({ ...summaryColumns, submission: requests.submission })
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .where(own);
  if (!row) throw notFound();
  const { submission, ...summary } = row;
  return { ...summaryOf(summary), submission, history: await historyOf(queryable, id) };
};
