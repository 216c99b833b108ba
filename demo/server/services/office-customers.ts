import { and, asc, count, desc, eq, gt, isNotNull, isNull, like, max, ne, sql, type SQL } from 'drizzle-orm';
import { OPTION_SOURCES } from 'portal-request-form/contract';
import type { CustomerList, CustomerRow, CustomerState, OfficeCustomer } from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { customerTables } from '../store/auth-schema.js';
import { customerInvitations, customerOptions, customers, requests } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { record as audit, recordReading } from './audit.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';
import { readCustomerOrRefuse } from './customer-record.js';
import { customerColumns, endCustomerSessions, newCustomerRow, removeCustomerPassword } from './customer-rows.js';
import type { CustomerRecord } from './customer-rows.js';
import { isAtStart, PAGE_SIZE, pageOf, type Place } from './list-page.js';
import type { Clerk } from './office-decisions.js';
import { folded, wordPatterns } from './search-words.js';
import type { Services } from './services.js';

const LABEL = 8;

const hasPassword = sql<boolean>`EXISTS (SELECT FROM customer_credential WHERE user_id = customer.id)`;

const rowColumns = {
  ...{ id: customers.id, name: customers.name, email: customers.email, company: customers.company },
  ...{ phone: customers.phone, number: customers.number, invitedAt: customers.invitedAt },
  ...{ disabledAt: customers.disabledAt, sortKey: customers.sortKey, createdAt: customers.createdAt, hasPassword },
};

const rowsOf = (queryable: Queryable, wanted: SQL | undefined) =>
  queryable.select(rowColumns).from(customers).where(wanted);

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const given = <Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>> =>
  value === null ? {} : ({ [name]: value } as Record<Name, string>);

const shown = (row: Row): CustomerRow => ({
  ...{ id: row.id, name: row.name, email: row.email, hasPassword: row.hasPassword },
  ...{ ...given('company', row.company), ...given('phone', row.phone), ...given('number', row.number) },
  isDisabled: row.disabledAt !== null,
  ...given('invitedAt', row.invitedAt?.toISOString() ?? null),
});

export interface CustomerQuery {
  /** Every word has to stand in what is known; empty finds all. */
  readonly query: string;
  readonly state: CustomerState | undefined;
}

const STATES: Readonly<Record<CustomerState, SQL>> = {
  active: isNull(customers.disabledAt),
  disabled: isNotNull(customers.disabledAt),
};

const isBeyond = ({ cursor, isBackwards }: Place): SQL => {
  const [sortKey, id] = readCursor(cursor);
  if (typeof sortKey !== 'string' || typeof id !== 'string') throw notOurs();
  return sql`(${customers.sortKey}, ${customers.id}) ${isBackwards ? sql`<` : sql`>`} (${sortKey}::text, ${id}::text)`;
};

/** A page of a portal's customers, by company or name. Throws a 400 for a cursor that is not one of ours. */
export const listCustomers = async (
  services: Services,
  clerk: Clerk,
  wanted: CustomerQuery,
  place?: Place,
): Promise<CustomerList> => {
  const words = wordPatterns(folded(wanted.query)).map((pattern) => like(customers.searchText, pattern));
  const own = eq(customers.portalId, clerk.portalId);
  const condition = and(own, wanted.state && STATES[wanted.state], ...words, place && isBeyond(place));
  const direction = place?.isBackwards ? desc : asc;
  const found = await rowsOf(services.store.db, condition)
    .orderBy(direction(customers.sortKey), direction(customers.id))
    .limit(PAGE_SIZE + 1);
  if (isAtStart(found, place)) return listCustomers(services, clerk, wanted);
  const { shown: rows, ...cursors } = pageOf(found, (row) => writeCursor(row.sortKey, row.id), place);
  return { items: rows.map(shown), ...cursors };
};

/** A customer as the audit knows one, which never says who it is. */
export const aboutCustomer = ({ id }: { readonly id: string }) => ({ id, label: id.slice(0, LABEL) });

/** The condition that a row is this customer of the portal. */
const ownCustomer = ({ portalId }: Clerk, id: string): SQL | undefined =>
  and(eq(customers.id, id), eq(customers.portalId, portalId));

/** Whether this is a customer of the portal. */
export const ownsCustomer = async (queryable: Queryable, clerk: Clerk, id: string): Promise<boolean> =>
  (await queryable.$count(customers, ownCustomer(clerk, id))) > 0;

/** A customer of the portal, whom nobody else changes before the transaction ends. Throws a 404. */
export const lockCustomer = async (tx: Transaction, clerk: Clerk, id: string): Promise<Row> => {
  const [locked] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(ownCustomer(clerk, id))
    .for('no key update');
  const [row] = locked ? await rowsOf(tx, ownCustomer(clerk, id)) : [];
  if (!row) throw notFound();
  return row;
};

const optionCounts = async (queryable: Queryable, customerId: string): Promise<OfficeCustomer['options']> => {
  const rows = await queryable
    .select({ source: customerOptions.source, number: count() })
    .from(customerOptions)
    .where(eq(customerOptions.customerId, customerId))
    .groupBy(customerOptions.source);
  const counted = OPTION_SOURCES.map((source) => [source, rows.find((row) => row.source === source)?.number ?? 0]);
  return Object.fromEntries(counted) as OfficeCustomer['options'];
};

/** Everything that the office sees of a customer. Throws a 404 for another portal's. */
export const findCustomer = async (
  { store: { db }, portals, clock }: Services,
  clerk: Clerk,
  id: string,
): Promise<OfficeCustomer> => {
  const [row] = await rowsOf(db, ownCustomer(clerk, id));
  const portal = row && (await portals.find(clerk.portalId));
  if (!row || !portal) throw notFound();
  const { session } = customerTables;
  const standing = and(eq(session.userId, id), gt(session.expiresAt, clock()));
  const [last] = await db
    .select({ at: max(session.createdAt) })
    .from(session)
    .where(standing);
  return {
    ...shown(row),
    createdAt: row.createdAt.toISOString(),
    ...given('signedInAt', last?.at?.toISOString() ?? null),
    signIn: portal.config.access.signIn,
    options: await optionCounts(db, id),
    requests: await db.$count(requests, eq(requests.customerId, id)),
  };
};

/** The same for somebody of the office who looks, which the audit keeps. */
export const openCustomer = async (services: Services, clerk: Clerk, id: string): Promise<OfficeCustomer> => {
  const found = await findCustomer(services, clerk, id);
  await services.store.db.transaction((tx) =>
    recordReading(services, tx, clerk, 'customer.read', aboutCustomer(found)),
  );
  return found;
};

const refuseKnown = async (tx: Transaction, { portalId }: Clerk, email: string, but: string): Promise<void> => {
  const others = and(eq(customers.portalId, portalId), eq(customers.email, email), ne(customers.id, but));
  if ((await tx.$count(customers, others)) > 0) throw incomplete([{ pointer: '/email', code: 'known' }]);
};

/** Adds a customer, who can sign in by code at once. Throws a 422. */
export const createCustomer = async (
  services: Services,
  clerk: Clerk,
  body: Record<string, unknown>,
): Promise<OfficeCustomer> => {
  const record = readCustomerOrRefuse(body);
  const row = newCustomerRow(clerk.portalId, record, services.clock());
  await services.store.db.transaction(async (tx) => {
    const added = await tx.insert(customers).values(row).onConflictDoNothing().returning({ id: customers.id });
    if (added.length === 0) throw incomplete([{ pointer: '/email', code: 'known' }]);
    await audit(services, tx, clerk, 'customer.added', aboutCustomer(row));
  });
  return findCustomer(services, clerk, row.id);
};

/** Takes back what was meant for somebody with another address: the password, the sessions and the invitation. */
const forgetAccess = async (tx: Transaction, id: string): Promise<void> => {
  await removeCustomerPassword(tx, id);
  await tx.delete(customerInvitations).where(eq(customerInvitations.customerId, id));
};

/** Changes what is known of a customer in the caller's transaction; whoever has a new address has to prove it anew. */
export const changeCustomerIn = async (
  tx: Transaction,
  { id, email }: { readonly id: string; readonly email: string },
  record: CustomerRecord,
  now: Date,
): Promise<void> => {
  const isMoved = record.email !== email;
  if (isMoved) await forgetAccess(tx, id);
  const change = { ...customerColumns(record), updatedAt: now, ...(isMoved ? { invitedAt: null } : {}) };
  await tx.update(customers).set(change).where(eq(customers.id, id));
};

/** Changes what is known of a customer. Throws a 404 and a 422. */
export const changeCustomer = async (
  services: Services,
  clerk: Clerk,
  id: string,
  body: Record<string, unknown>,
): Promise<OfficeCustomer> => {
  await services.store.db.transaction(async (tx) => {
    const before = await lockCustomer(tx, clerk, id);
    const record = readCustomerOrRefuse(body);
    await refuseKnown(tx, clerk, record.email, id);
    await changeCustomerIn(tx, before, record, services.clock());
    await audit(services, tx, clerk, 'customer.changed', aboutCustomer({ id }));
  });
  return findCustomer(services, clerk, id);
};

/** Keeps a customer out from now on, or lets them in again. Throws a 404 and a 422. */
export const disableCustomer = async (
  services: Services,
  clerk: Clerk,
  id: string,
  isDisabled: unknown,
): Promise<OfficeCustomer> => {
  await services.store.db.transaction(async (tx) => {
    const before = await lockCustomer(tx, clerk, id);
    if (typeof isDisabled !== 'boolean') throw incomplete([{ pointer: '/isDisabled', code: 'type' }]);
    const now = services.clock();
    const disabledAt = isDisabled ? (before.disabledAt ?? now) : null;
    await tx.update(customers).set({ disabledAt, updatedAt: now }).where(eq(customers.id, id));
    await audit(services, tx, clerk, isDisabled ? 'customer.disabled' : 'customer.enabled', aboutCustomer(before));
    if (!isDisabled) return;
    await endCustomerSessions(tx, id);
    await tx.delete(customerInvitations).where(eq(customerInvitations.customerId, id));
  });
  return findCustomer(services, clerk, id);
};
