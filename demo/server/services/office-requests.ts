import { and, eq } from 'drizzle-orm';
import type { OfficeRequest, OfficeRequestRow } from '../../office-contract/index.js';
import { notFound } from '../problem.js';
import type { Transaction } from '../store/store.js';
import { attachments, requests, requestTerms, staff, workOrders } from '../store/schema.js';
import { aboutRequest, recordReading } from './audit.js';
import { mergedWith } from './merged-requests.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { repliesTo } from './office-replies.js';
import { findAsked } from './questions.js';
import { historyOf } from './request-queries.js';

/** What a row of the overview is made of, with the work order and the member of staff joined in. */
export const rowColumns = {
  id: requests.id,
  reference: requests.reference,
  requestType: requests.requestType,
  title: requests.title,
  status: requests.status,
  submittedAt: requests.submittedAt,
  updatedAt: requests.updatedAt,
  isUnread: requests.isUnread,
  assigneeId: staff.id,
  assigneeName: staff.name,
  contact: requests.contact,
  reason: requests.reason,
  workOrderId: workOrders.id,
  workOrderReference: workOrders.reference,
};

type Columns = 'portalLocale' | 'submittedAt' | 'updatedAt' | 'assignee' | 'customer' | 'workOrder' | 'reason';

export interface StoredRow extends Omit<OfficeRequestRow, Columns> {
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly contact: OfficeRequestRow['customer'];
  readonly reason: string | null;
  readonly workOrderId: string | null;
  readonly workOrderReference: string | null;
}

/** What the office has, as its pages read it. */
export const rowOf = (stored: StoredRow, portalLocale: string): OfficeRequestRow => {
  const { submittedAt, updatedAt, assigneeId, assigneeName, contact, reason, ...rest } = stored;
  const { workOrderId, workOrderReference, ...row } = rest;
  return {
    ...row,
    portalLocale,
    submittedAt: submittedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    customer: contact,
    ...(assigneeId === null || assigneeName === null ? {} : { assignee: { id: assigneeId, name: assigneeName } }),
    ...(workOrderId === null || workOrderReference === null
      ? {}
      : { workOrder: { id: workOrderId, reference: workOrderReference } }),
    ...(reason === null ? {} : { reason }),
  };
};

const readRequest = async (
  services: Services,
  db: Transaction,
  { portalId, portalLocale }: Clerk,
  id: string,
): Promise<OfficeRequest> => {
  const { configVersion, submission, digest, duplicateOf, anonymisedAt } = requests;
  const [found] = await db
    .select({ ...rowColumns, configVersion, submission, digest, duplicateOf, anonymisedAt })
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .leftJoin(staff, eq(staff.id, requests.assignedTo))
    .where(and(eq(requests.id, id), eq(requests.portalId, portalId)));
  if (!found) throw notFound();
  const {
    configVersion: version,
    submission: sent,
    digest: sum,
    duplicateOf: main,
    anonymisedAt: anonymised,
    ...row
  } = found;
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
  const asked = await findAsked(db, id);
  const replies = await repliesTo(db, id);
  return {
    ...rowOf(row, portalLocale),
    ...(await mergedWith(db, { id, duplicateOf: main, anonymisedAt: anonymised })),
    ...{
      definition,
      configVersion: version,
      submission: sent,
      attachments: files,
      acceptedTerms,
      history,
      digest: sum,
      replies,
    },
    ...(asked ? { asked } : {}),
  };
};

/** A request as the office reads it, with the questions it was asked with; that it was read is kept. Throws a 404. */
export const findOfficeRequest = (services: Services, clerk: Clerk, id: string): Promise<OfficeRequest> =>
  services.store.db.transaction(async (tx) => {
    const request = await readRequest(services, tx, clerk, id);
    await recordReading(services, tx, clerk, 'request.read', aboutRequest(request));
    return request;
  });
