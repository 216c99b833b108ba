import { and, eq } from 'drizzle-orm';
import type { Submission } from 'portal-request-form/contract';
import { requests, staff, workOrders } from '../store/schema.js';
import type { Clerk } from './office-decisions.js';
import { rowColumns, type StoredRow } from './office-requests.js';
import type { RequestQuery } from './request-filter.js';
import { conditionOf } from './request-list.js';
import { cursorAt, isBeyond, orderOf } from './request-order.js';
import type { Services } from './services.js';

/** How many requests are held at once: so few that the download begins soon, and that nobody else waits long meanwhile. */
const BATCH = 100;

export interface ExportedRow extends StoredRow {
  readonly submission: Submission;
  readonly configVersion: string;
}

/** What a query finds, a batch at a time; a request that changes meanwhile is there once. */
export async function* exportedRows(
  services: Services,
  { portalId }: Clerk,
  wanted: RequestQuery,
): AsyncGenerator<readonly ExportedRow[], void, undefined> {
  // what is touched meanwhile would change its place in that order
  const sort = wanted.sort === 'untouched' ? 'oldest' : wanted.sort;
  const condition = await conditionOf(services, portalId, wanted);
  const { submission, configVersion } = requests;
  let cursor: string | undefined;
  do {
    const rows: ExportedRow[] = await services.store.db
      .select({ ...rowColumns, submission, configVersion })
      .from(requests)
      .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
      .leftJoin(staff, eq(staff.id, requests.assignedTo))
      .where(and(condition, cursor === undefined ? undefined : isBeyond(sort, cursor, false)))
      .orderBy(...orderOf(sort, false))
      .limit(BATCH);
    yield rows;
    const last = rows.at(-1);
    cursor = last && rows.length === BATCH ? cursorAt(sort, last) : undefined;
  } while (cursor !== undefined);
}
