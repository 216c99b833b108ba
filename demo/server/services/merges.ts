import { and, asc, between, eq, inArray, isNull, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { DuplicateCandidate } from '../../office-contract/index.js';
import { incomplete, notFound, Refusal } from '../problem.js';
import { requests, requestSubjects, staff, workOrders } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { aboutRequest, record } from './audit.js';
import type { RequestRow } from './locked-request.js';
import { noteInMain, type Merge } from './merged-requests.js';
import { mergeTexts } from './merge-texts.js';
import { decide, type Clerk } from './office-decisions.js';
import { rowColumns, rowOf } from './office-requests.js';
import { refuseDecided } from './open-requests.js';
import type { Services } from './services.js';

type Sender = Pick<RequestRow, 'customerId' | 'contact'>;

const MONTH = 30 * 86_400_000;
const LOOKED_AT = 50;
const SHOWN = 10;
/** What nobody goes on with. */
const CLOSED = ['declined', 'withdrawn'] as const;

const emailOf = ({ contact }: Sender): string => contact.email.trim().toLowerCase();

/** Whether both are from one customer, or from guests with one e-mail address. */
const isSameSender = (one: Sender, other: Sender): boolean =>
  one.customerId === null
    ? other.customerId === null && emailOf(one) !== '' && emailOf(one) === emailOf(other)
    : one.customerId === other.customerId;

const isFrom = (sender: Sender): SQL | undefined =>
  sender.customerId === null
    ? and(isNull(requests.customerId), sql`lower(${requests.contact} ->> 'email') = ${emailOf(sender)}`)
    : eq(requests.customerId, sender.customerId);

/** Those of these requests that name something which another one names too: an address, or what was chosen. */
const aboutSame = async (queryable: Queryable, id: string, among: string[]): Promise<ReadonlySet<string>> => {
  if (among.length === 0) return new Set();
  const { requestId, kind, subject } = requestSubjects;
  const own = queryable.select({ kind, subject }).from(requestSubjects).where(eq(requestId, id)).as('own');
  const rows = await queryable
    .select({ id: requestId })
    .from(requestSubjects)
    .innerJoin(own, and(eq(kind, own.kind), eq(subject, own.subject)))
    .where(inArray(requestId, among));
  return new Set(rows.map((row) => row.id));
};

/** What a request may repeat: from the same sender within a month, about the same first, then what is nearest in time. */
export const duplicateCandidates = async (
  { store: { db } }: Services,
  { portalId, portalLocale }: Clerk,
  id: string,
): Promise<DuplicateCandidate[]> => {
  const [row] = await db
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.portalId, portalId)));
  if (!row) throw notFound();
  if (row.customerId === null && emailOf(row) === '') return [];
  const at = row.submittedAt.getTime();
  const { submittedAt } = requests;
  const apart = sql`abs(extract(epoch FROM ${submittedAt} - ${row.submittedAt.toISOString()}::timestamptz))`;
  const others = await db
    .select(rowColumns)
    .from(requests)
    .leftJoin(workOrders, eq(workOrders.requestId, requests.id))
    .leftJoin(staff, eq(staff.id, requests.assignedTo))
    .where(
      and(
        ...[eq(requests.portalId, portalId), ne(requests.id, id), isFrom(row), isNull(requests.duplicateOf)],
        notInArray(requests.status, [...CLOSED]),
        between(submittedAt, new Date(at - MONTH), new Date(at + MONTH)),
      ),
    )
    .orderBy(asc(apart), asc(requests.id))
    .limit(LOOKED_AT);
  const same = await aboutSame(
    db,
    id,
    others.map((other) => other.id),
  );
  const rank = (other: { id: string; requestType: string }): number =>
    (same.has(other.id) ? 0 : 2) + (other.requestType === row.requestType ? 0 : 1);
  return others
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, SHOWN)
    .map((other) => ({ ...rowOf(other, portalLocale), isAboutSame: same.has(other.id) }));
};

/** Throws a 409 for a request that nobody goes on with. */
const refuseClosed = (main: RequestRow): void => {
  if (main.duplicateOf !== null || CLOSED.some((status) => status === main.status)) {
    throw new Refusal(409, 'invalid-request', 'The other request is closed already');
  }
};

const close = async (services: Services, tx: Transaction, clerk: Clerk, { duplicate, main }: Merge): Promise<void> => {
  const at = services.clock();
  const reason = mergeTexts(duplicate.locale).handledWith(main.reference);
  await decide(services, tx, duplicate, clerk, { status: 'declined', reason, at });
  await tx
    .update(requests)
    .set({ duplicateOf: main.id })
    .where(or(eq(requests.id, duplicate.id), eq(requests.duplicateOf, duplicate.id))); // what repeats it repeats the other
  await record(services, tx, clerk, 'request.merged', aboutRequest(duplicate, { into: main.reference }));
  await noteInMain(tx, clerk, main, { at, note: mergeTexts(main.locale).added(duplicate.reference) });
};

/**
 * Closes a request that repeats another one of the same sender, with a word to both; does nothing when that was done.
 * Throws a 404, a 409 once either was closed, and a 422 for one that it cannot repeat.
 */
export const mergeRequest = async (services: Services, clerk: Clerk, id: string, into: unknown): Promise<void> => {
  const ids = [id, typeof into === 'string' && !into.includes('\0') ? into : ''];
  await services.store.db.transaction(async (tx) => {
    // in one order, so that two who merge each into the other do not wait for each other
    const rows = await tx
      .select()
      .from(requests)
      .where(and(eq(requests.portalId, clerk.portalId), inArray(requests.id, ids)))
      .orderBy(asc(requests.id))
      .for('update');
    const duplicate = rows.find((row) => row.id === id);
    const main = rows.find((row) => row.id === into && row.id !== id);
    if (!duplicate) throw notFound();
    if (!main || !isSameSender(duplicate, main)) throw incomplete([{ pointer: '/into', code: 'option' }]);
    if (duplicate.duplicateOf === main.id) return;
    refuseDecided(duplicate);
    refuseClosed(main);
    await close(services, tx, clerk, { duplicate, main });
  });
  services.outbox.wake();
};
