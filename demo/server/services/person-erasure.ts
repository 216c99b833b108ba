import { asc, eq } from 'drizzle-orm';
import type { Erased } from '../../office-contract/index.js';
import { notFound, Refusal } from '../problem.js';
import { customerTables } from '../store/auth-schema.js';
import { attachments, customers, messageKeys, outbox, requestHistory, requests } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { announce } from './announce.js';
import { record } from './audit.js';
import { anonymiseRequests } from './forgetting.js';
import type { RequestRow } from './locked-request.js';
import { aboutCustomer } from './office-customers.js';
import type { Clerk } from './office-decisions.js';
import { findPerson, isDeliveryOf, isRequestOf, isUnfinished, type Person } from './person.js';
import { closeQuestion } from './questions.js';
import { removeBytes, takeFiles } from './removed-files.js';
import type { Services } from './services.js';

/** Ends what is open; nobody is left to do it for. */
const withdraw = async (
  { clock }: Services,
  tx: Transaction,
  clerk: Clerk,
  open: readonly RequestRow[],
): Promise<void> => {
  const at = clock();
  for (const { id: requestId } of open) {
    await closeQuestion(tx, requestId, at);
    const entry = { requestId, at, status: 'withdrawn', by: 'office', staffId: clerk.id } as const;
    await tx.insert(requestHistory).values(entry);
    await tx
      .update(requests)
      .set({ status: 'withdrawn', updatedAt: at, isUnread: false })
      .where(eq(requests.id, requestId));
  }
};

/** Removes an account with all that hangs on it: sessions, options, drafts, invitations. */
const removeAccount = async (tx: Transaction, { customer }: Person): Promise<void> => {
  if (!customer) return;
  const { verification } = customerTables;
  await tx.delete(messageKeys).where(eq(messageKeys.customerId, customer.id));
  await tx.delete(verification).where(eq(verification.value, customer.id)); // a link for a new password
  await tx.delete(customers).where(eq(customers.id, customer.id));
};

const erase = async (
  services: Services,
  tx: Transaction,
  clerk: Clerk,
  body: Readonly<Record<string, unknown>>,
): Promise<Erased> => {
  const person = await findPerson(tx, clerk, body);
  const { customer } = person;
  if (customer) await tx.select().from(customers).where(eq(customers.id, customer.id)).for('update');
  const rows = await tx.select().from(requests).where(isRequestOf(person)).orderBy(asc(requests.id)).for('update');
  if (!customer && rows.length === 0) throw notFound();
  const open = rows.filter(isUnfinished);
  if (open.length > 0 && body['closesOpen'] !== true) {
    throw new Refusal(409, 'invalid-request', 'Some requests are open: close them first, or say that they are closed');
  }
  const ids = rows.map(({ id }) => id);
  const deliveries = await tx.delete(outbox).where(isDeliveryOf(person, ids)).returning({ id: outbox.id });
  await withdraw(services, tx, clerk, open);
  const forgotten = await anonymiseRequests(services, tx, rows);
  const unsent = customer ? await takeFiles(services, tx, eq(attachments.customerId, customer.id)) : 0;
  await removeAccount(tx, person);
  for (const { id } of open) await announce(services, tx, id, 'request.withdrawn'); // with what is left of it
  const erased = { ...forgotten, files: forgotten.files + unsent, deliveries: deliveries.length };
  const about = customer ? aboutCustomer(customer) : {};
  await record(services, tx, clerk, 'customer.erased', { ...about, details: { ...erased } });
  return erased;
};

/**
 * Erases somebody from a portal: the account goes, requests stay as what was asked and decided. Throws a 404 where nothing
 * is kept, and a 409 while requests are open and `closesOpen` is not said.
 */
export const erasePerson = async (
  services: Services,
  clerk: Clerk,
  body: Readonly<Record<string, unknown>>,
): Promise<Erased> => {
  const erased = await services.store.db.transaction((tx) => erase(services, tx, clerk, body));
  services.outbox.wake();
  await removeBytes(services);
  return erased;
};
