import { asc, eq, inArray } from 'drizzle-orm';
import { notFound } from '../problem.js';
import { customerTables } from '../store/auth-schema.js';
import {
  attachments,
  customerOptions,
  drafts,
  outbox,
  requestHistory,
  requestQuestions,
  requestReplies,
  requests,
  requestTerms,
  workOrders,
} from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { record } from './audit.js';
import { aboutCustomer } from './office-customers.js';
import type { Clerk } from './office-decisions.js';
import { findPerson, isDeliveryOf, isFileOf, isRequestOf, type Person } from './person.js';
import type { Services } from './services.js';

/** Rows by the request that they belong to, without saying so themselves. */
const byRequest = <Row extends { requestId: string | null }>(rows: readonly Row[]) => {
  const grouped = new Map<string | null, Omit<Row, 'requestId'>[]>();
  for (const { requestId, ...row } of rows) grouped.set(requestId, [...(grouped.get(requestId) ?? []), row]);
  return (id: string): Omit<Row, 'requestId'>[] => grouped.get(id) ?? [];
};

/** What staff of the office are and did is theirs. */
const withoutStaff = <Row extends { staffId: string | null }>({ staffId: _ofStaff, ...row }: Row) => row;

const besidesOf = async (tx: Transaction, ids: string[]) => {
  const { requestId, termId, version, acceptedAt, locale, label, text } = requestTerms;
  const history = await tx
    .select()
    .from(requestHistory)
    .where(inArray(requestHistory.requestId, ids))
    .orderBy(asc(requestHistory.id));
  const terms = await tx
    .select({ requestId, id: termId, version, acceptedAt, locale, label, text })
    .from(requestTerms)
    .where(inArray(requestId, ids));
  const { reference, status, createdAt } = workOrders;
  const orders = await tx
    .select({ requestId: workOrders.requestId, reference, status, createdAt })
    .from(workOrders)
    .where(inArray(workOrders.requestId, ids));
  const { message, fields, items, askedAt, expiresAt, closedAt } = requestQuestions;
  const questions = await tx
    .select({ requestId: requestQuestions.requestId, message, fields, items, askedAt, expiresAt, closedAt })
    .from(requestQuestions)
    .where(inArray(requestQuestions.requestId, ids))
    .orderBy(asc(askedAt));
  const { answers, checklist, before, repliedAt } = requestReplies;
  const replies = await tx
    .select({ requestId: requestReplies.requestId, answers, checklist, before, repliedAt })
    .from(requestReplies)
    .where(inArray(requestReplies.requestId, ids))
    .orderBy(asc(repliedAt));
  return {
    history: byRequest(history.map(withoutStaff)),
    terms: byRequest(terms),
    orders: byRequest(orders),
    questions: byRequest(questions),
    replies: byRequest(replies),
  };
};

const requestsOf = async (tx: Transaction, person: Person) => {
  const rows = await tx.select().from(requests).where(isRequestOf(person)).orderBy(asc(requests.submittedAt));
  const ids = rows.map(({ id }) => id);
  const { requestId, name, type, size, createdAt, isComplete, id: fileId } = attachments;
  const files = await tx
    .select({ id: fileId, requestId, name, type, size, createdAt, isComplete })
    .from(attachments)
    .where(isFileOf(person, ids))
    .orderBy(asc(createdAt), asc(fileId));
  const [besides, filesOf] = [await besidesOf(tx, ids), byRequest(files)];
  const exported = rows.map(({ assignedTo: _ofStaff, isUnread: _ofOffice, searchText: _sameAgain, ...row }) => ({
    ...row,
    ...{ terms: besides.terms(row.id), history: besides.history(row.id), files: filesOf(row.id) },
    ...{ questions: besides.questions(row.id), replies: besides.replies(row.id), workOrders: besides.orders(row.id) },
  }));
  return { ids, exported, unsent: files.filter((file) => file.requestId === null) };
};

const accountOf = async (tx: Transaction, { customer }: Person) => {
  if (!customer) return {};
  const { session } = customerTables;
  const { createdAt, expiresAt, ipAddress, userAgent } = session;
  return {
    customer,
    options: await tx.select().from(customerOptions).where(eq(customerOptions.customerId, customer.id)),
    drafts: await tx.select().from(drafts).where(eq(drafts.customerId, customer.id)),
    sessions: await tx
      .select({ createdAt, expiresAt, ipAddress, userAgent })
      .from(session)
      .where(eq(session.userId, customer.id)),
  };
};

export type ExportedFile = Pick<
  typeof attachments.$inferSelect,
  'id' | 'name' | 'type' | 'size' | 'createdAt' | 'isComplete'
>;

/** All that a portal keeps of somebody; the bytes of the files are where they were. */
export interface PersonExport {
  readonly portal: string;
  readonly email: string;
  readonly exportedAt: Date;
  readonly requests: readonly { readonly reference: string; readonly files: readonly ExportedFile[] }[];
  /** What the customer uploaded and did not send. */
  readonly unsentFiles: readonly ExportedFile[];
}

/** Reads what is handed out of somebody, and keeps in the audit that it is. Throws a 404 where nothing is kept. */
export const exportPerson = (
  services: Services,
  clerk: Clerk,
  body: Readonly<Record<string, unknown>>,
): Promise<PersonExport> =>
  services.store.db.transaction(async (tx) => {
    const person = await findPerson(tx, clerk, body);
    const { ids, exported, unsent } = await requestsOf(tx, person);
    if (!person.customer && ids.length === 0) throw notFound();
    const { recipient, subject, text, createdAt, sentAt, kind } = outbox;
    const deliveries = await tx
      .select({ kind, recipient, subject, text, createdAt, sentAt })
      .from(outbox)
      .where(isDeliveryOf(person, ids))
      .orderBy(asc(outbox.id));
    const about = person.customer ? aboutCustomer(person.customer) : {};
    await record(services, tx, clerk, 'customer.exported', { ...about, details: { requests: ids.length } });
    const { portalId: portal, email } = person;
    const head = { portal, email, exportedAt: services.clock() };
    return { ...head, ...(await accountOf(tx, person)), requests: exported, unsentFiles: unsent, deliveries };
  });
