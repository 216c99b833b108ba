import { and, count, desc, eq, ilike, type SQL } from 'drizzle-orm';
import type { RequestStatus } from 'portal-request-form/contract';
import type { OfficeRequest, OfficeRequestRow, Page } from '../../office-contract/index.js';
import { notFound } from '../problem.js';
import { attachments, requests, requestTerms, workOrders } from '../store/schema.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { historyOf } from './request-queries.js';
import { wordPatterns } from './search-words.js';

export const PAGE_SIZE = 25;

const columns = {
  id: requests.id,
  reference: requests.reference,
  requestType: requests.requestType,
  title: requests.title,
  status: requests.status,
  submittedAt: requests.submittedAt,
  contact: requests.contact,
  reason: requests.reason,
  workOrderId: workOrders.id,
  workOrderReference: workOrders.reference,
};

interface Row extends Omit<OfficeRequestRow, 'portalLocale' | 'submittedAt' | 'customer' | 'workOrder' | 'reason'> {
  readonly submittedAt: Date;
  readonly contact: OfficeRequestRow['customer'];
  readonly reason: string | null;
  readonly workOrderId: string | null;
  readonly workOrderReference: string | null;
}

const rowOf = (
  { submittedAt, contact, reason, workOrderId, workOrderReference, ...row }: Row,
  portalLocale: string,
): OfficeRequestRow => ({
  ...row,
  portalLocale,
  submittedAt: submittedAt.toISOString(),
  customer: contact,
  ...(workOrderId === null || workOrderReference === null
    ? {}
    : { workOrder: { id: workOrderId, reference: workOrderReference } }),
  ...(reason === null ? {} : { reason }),
});

/** Every word that was looked for has to be found, whatever stands around it; `%` and `_` mean themselves. */
export const matching = (query: string): SQL | undefined =>
  and(...wordPatterns(query).map((pattern) => ilike(requests.searchText, pattern)));

export interface RequestFilter {
  readonly query: string;
  readonly status: RequestStatus | undefined;
  /** Counts from 1. */
  readonly page: number;
}

/** A page of a portal's requests, newest first. */
export const listOfficeRequests = async (
  { store: { db } }: Services,
  { portalId, portalLocale }: Clerk,
  { query, status, page }: RequestFilter,
): Promise<Page<OfficeRequestRow>> => {
  const ofPortal = eq(requests.portalId, portalId);
  const wanted = and(ofPortal, matching(query), status && eq(requests.status, status));
  const rows = await db
    .select(columns)
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .where(wanted)
    .orderBy(desc(requests.submittedAt), desc(requests.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [found] = await db.select({ total: count() }).from(requests).where(wanted);
  const perStatus = await db
    .select({ status: requests.status, total: count() })
    .from(requests)
    .where(ofPortal)
    .groupBy(requests.status);
  const counts = Object.fromEntries(perStatus.map((one) => [one.status, one.total]));
  return {
    items: rows.map((row) => rowOf(row, portalLocale)),
    total: found?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
    counts,
  };
};

/** A request as the office reads it, with the questions it was asked with. Throws a 404. */
export const findOfficeRequest = async (
  services: Services,
  { portalId, portalLocale }: Clerk,
  id: string,
): Promise<OfficeRequest> => {
  const { db } = services.store;
  const { configVersion, submission, digest } = requests;
  const [found] = await db
    .select({ ...columns, configVersion, submission, digest })
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .where(and(eq(requests.id, id), eq(requests.portalId, portalId)));
  if (!found) throw notFound();
  const { configVersion: version, submission: sent, digest: sum, ...row } = found;
  const config = await services.portals.configOf(db, portalId, version);
  const definition = config?.requestTypes.find((type) => type.id === row.requestType);
  if (!definition) throw new Error('A request has lost the configuration it was sent under');
  const { id: fileId, name, type, size } = attachments;
  const files = await db
    .select({ id: fileId, name, type, size })
    .from(attachments)
    .where(eq(attachments.requestId, id))
    .orderBy(attachments.createdAt, attachments.id);
  const accepted = await db
    .select({ id: requestTerms.termId, at: requestTerms.acceptedAt })
    .from(requestTerms)
    .where(eq(requestTerms.requestId, id));
  const acceptedTerms = accepted.map((term) => ({ ...term, at: term.at.toISOString() }));
  const history = await historyOf(db, id);
  return {
    ...rowOf(row, portalLocale),
    ...{
      definition,
      configVersion: version,
      submission: sent,
      attachments: files,
      acceptedTerms,
      history,
      digest: sum,
    },
  };
};
