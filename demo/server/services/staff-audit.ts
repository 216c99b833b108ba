import { and, eq, gt } from 'drizzle-orm';
import type { AuditAction } from '../../office-contract/index.js';
import { Refusal } from '../problem.js';
import { auditEntries } from '../store/audit-schema.js';
import { staff, staffPortals } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { record } from './audit.js';
import type { Services } from './services.js';

export interface Account {
  readonly id: string;
  readonly name: string;
}

/** Keeps what became of an account in the audit of every portal that it has a place in. */
export const recordOfAccount = async (
  services: Pick<Services, 'clock'>,
  tx: Transaction,
  { id, name }: Account,
  action: AuditAction,
): Promise<void> => {
  const { portalId, staffId } = staffPortals;
  const places = await tx.select({ portalId }).from(staffPortals).where(eq(staffId, id)).orderBy(portalId);
  for (const place of places) await record(services, tx, { id, name, portalId: place.portalId }, action);
};

/** What an entry says of a sign-in that was answered with a status. */
const REFUSED: Readonly<Record<number, AuditAction>> = { 401: 'session.refused', 429: 'session.locked' };

const isKnown = async ({ clock, settings }: Services, tx: Transaction, staffId: string): Promise<boolean> => {
  const since = new Date(clock().getTime() - settings.limits.guessesPerAccountAndClient.seconds * 1000);
  const { action, at } = auditEntries;
  const same = and(eq(auditEntries.staffId, staffId), eq(action, 'session.locked'), gt(at, since));
  return (await tx.$count(auditEntries, same)) > 0;
};

/** Keeps that somebody was not let in, where the address belongs to an account; a lock once for as long as it lasts. */
export const recordRefusal = async (services: Services, email: string, error: unknown): Promise<void> => {
  const action = error instanceof Refusal ? REFUSED[error.status] : undefined;
  if (action === undefined) return;
  await services.store.db.transaction(async (tx) => {
    const { id, name } = staff;
    const [account] = await tx.select({ id, name }).from(staff).where(eq(staff.email, email));
    if (!account || (action === 'session.locked' && (await isKnown(services, tx, account.id)))) return;
    await recordOfAccount(services, tx, account, action);
  });
};
