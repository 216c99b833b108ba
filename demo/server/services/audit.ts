import { and, desc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { AuditAction, AuditDetails } from '../../office-contract/index.js';
import { auditEntries } from '../store/audit-schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';

/** What something was done to. */
export interface AuditSubject {
  readonly id?: string;
  /** As people know it: a reference, a version, an address; no name of a customer. */
  readonly label?: string;
  readonly details?: AuditDetails;
}

type Author = Pick<Clerk, 'id' | 'name' | 'portalId'>;
type Clock = Pick<Services, 'clock'>;

const write = async (tx: Transaction, row: typeof auditEntries.$inferInsert): Promise<void> =>
  void (await tx.insert(auditEntries).values(row));

const subjectOf = ({ id, label, details }: AuditSubject) => ({
  subjectId: id ?? null,
  subject: label ?? null,
  details: details ?? null,
});

/** Keeps what somebody of the office did, in the transaction in which it is done. */
export const record = (
  { clock }: Clock,
  tx: Transaction,
  { id, name, portalId }: Author,
  action: AuditAction,
  about: AuditSubject = {},
): Promise<void> => write(tx, { portalId, at: clock(), action, staffId: id, staffName: name, ...subjectOf(about) });

/** Keeps what the server did by itself. */
export const recordOfServer = (
  { clock }: Clock,
  tx: Transaction,
  portalId: string,
  action: AuditAction,
  about: AuditSubject = {},
): Promise<void> => write(tx, { portalId, at: clock(), action, ...subjectOf(about) });

const SAME_READING = 3_600_000;

/** Keeps what somebody of the office gets to see; the same again within an hour is one reading. */
export const recordReading = async (
  services: Clock,
  tx: Transaction,
  clerk: Author,
  action: AuditAction,
  about: AuditSubject & { readonly id: string; readonly label: string },
): Promise<void> => {
  const { portalId, staffId, subjectId, subject, at } = auditEntries;
  const since = new Date(services.clock().getTime() - SAME_READING);
  const same = and(
    ...[eq(portalId, clerk.portalId), eq(subject, about.label), eq(subjectId, about.id)],
    ...[eq(staffId, clerk.id), eq(auditEntries.action, action), gt(at, since)],
  );
  if ((await tx.$count(auditEntries, same)) === 0) await record(services, tx, clerk, action, about);
};

/** A request as an entry names it. */
export const aboutRequest = (
  { id, reference }: { readonly id: string; readonly reference: string },
  details?: AuditDetails,
) => ({ id, label: reference, ...(details ? { details } : {}) });

/** The entries that fulfil a condition, newest first. */
export const readAudit = (queryable: Queryable, condition: SQL | undefined, most: number) =>
  queryable
    .select()
    .from(auditEntries)
    .where(condition)
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(most);

/** Removes entries once the database lets them go. */
export const removeOldAudit = async ({ store }: Pick<Services, 'store'>): Promise<void> => {
  await store.db.execute(sql`
    DELETE FROM ${auditEntries} USING portal
    WHERE ${auditEntries.portalId} = portal.id AND ${auditEntries.at} < now() - interval '2 years'`);
};
