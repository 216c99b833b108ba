import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { customerTables } from '../store/auth-schema.js';
import { customers } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { folded, sortKeyOf } from './search-words.js';

/** What the office keeps of a customer. */
export interface CustomerRecord {
  readonly name: string;
  /** As accounts know it. */
  readonly email: string;
  readonly company?: string | undefined;
  readonly phone?: string | undefined;
  /** What the company's own administration knows the customer by. */
  readonly number?: string | undefined;
}

/** The columns that a record fills, with those that it is found and sorted by. */
export const customerColumns = ({ name, email, company, phone, number }: CustomerRecord) => ({
  ...{ name, email, company: company ?? null, phone: phone ?? null, number: number ?? null },
  sortKey: sortKeyOf(company ?? name),
  searchText: folded([name, company, email, number, phone].filter(Boolean).join('\n')),
});

/** The row of a customer who is new. */
export const newCustomerRow = (portalId: string, record: CustomerRecord, now: Date) => ({
  ...{ id: randomUUID(), portalId, ...customerColumns(record) },
  ...{ emailVerified: true, createdAt: now, updatedAt: now },
});

/** Keeps a customer of a portal, and gives the id; one whose address is there stays as it is. */
export const keepNewCustomer = async (
  queryable: Queryable,
  portalId: string,
  record: CustomerRecord,
  now: Date,
): Promise<string> => {
  await queryable
    .insert(customers)
    .values(newCustomerRow(portalId, record, now))
    .onConflictDoNothing();
  const same = and(eq(customers.portalId, portalId), eq(customers.email, record.email));
  const [row] = await queryable.select({ id: customers.id }).from(customers).where(same);
  if (!row) throw new Error('A customer was not kept');
  return row.id;
};

/** Whether the customer with this address may not come in; false for an unknown one. */
export const isDisabled = async (queryable: Queryable, portalId: string, email: string): Promise<boolean> => {
  const disabled = and(eq(customers.portalId, portalId), eq(customers.email, email), isNotNull(customers.disabledAt));
  return (await queryable.$count(customers, disabled)) > 0;
};

/** Ends every session of a customer, and with them what was handed over to another device. */
export const endCustomerSessions = async (queryable: Queryable, customerId: string): Promise<void> => {
  const { session } = customerTables;
  await queryable.delete(session).where(eq(session.userId, customerId));
};

/** Sets what is kept of a customer's password, and ends every session that was opened before. */
export const setCustomerPassword = async (
  queryable: Queryable,
  { id: userId, portalId }: { readonly id: string; readonly portalId: string },
  password: string,
  now: Date,
): Promise<void> => {
  const { account } = customerTables;
  const row = {
    userId,
    accountId: userId,
    portalId,
    providerId: 'credential',
    password,
    createdAt: now,
    updatedAt: now,
  };
  await queryable
    .insert(account)
    .values({ id: randomUUID(), ...row })
    .onConflictDoUpdate({
      target: [account.portalId, account.providerId, account.accountId],
      set: { password, updatedAt: now },
    });
  await endCustomerSessions(queryable, userId);
};

/** Takes the password away, and every session with it. */
export const removeCustomerPassword = async (queryable: Queryable, customerId: string): Promise<void> => {
  const { account } = customerTables;
  await queryable.delete(account).where(eq(account.userId, customerId));
  await endCustomerSessions(queryable, customerId);
};
