import { and, eq, inArray, sql } from 'drizzle-orm';
import { AUDIT_ACTIONS, type AuditEntry, type AuditGroup, type AuditPage } from '../../office-contract/index.js';
import { auditEntries } from '../store/audit-schema.js';
import { readAudit } from './audit.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';
import type { Clerk } from './office-decisions.js';
import { colleaguesOf } from './request-desk.js';
import { isBetween, type Days } from './request-filter.js';
import type { Services } from './services.js';
import { timeZoneOf } from './time-zone.js';

/** Which entries are meant; what is left out narrows nothing. */
export interface AuditQuery extends Days {
  readonly group: AuditGroup | undefined;
  readonly staff: string | undefined;
  /** How that begins which an entry is about. */
  readonly about: string | undefined;
  readonly cursor: string | undefined;
}

const PAGE_SIZE = 50;

type Row = Awaited<ReturnType<typeof readAudit>>[number];

const entryOf = ({ id, at, action, staffId, staffName, subjectId, subject, details }: Row): AuditEntry => ({
  ...{ id: String(id), at: at.toISOString(), action },
  ...(staffId === null ? {} : { by: { id: staffId, name: staffName ?? '' } }),
  ...(subject === null ? {} : { about: { label: subject, ...(subjectId === null ? {} : { id: subjectId }) } }),
  ...(details === null ? {} : { details }),
});

/** What was kept before the entry that a cursor names. Throws a 400 for one that was made up. */
const isBefore = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined;
  const [at, id, ...more] = readCursor(cursor);
  const isOurs = typeof at === 'string' && !Number.isNaN(Date.parse(at)) && Number.isSafeInteger(id);
  if (!isOurs || more.length > 0) throw notOurs();
  return sql`(${auditEntries.at}, ${auditEntries.id}) < (${at}::timestamptz, ${id}::bigint)`;
};

const beginningWith = (text: string): string =>
  `${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;

/** What was done and seen in a portal, newest first. Throws a 400 for a cursor that was made up. */
export const listAudit = async (
  services: Services,
  { portalId }: Clerk,
  { group, staff: by, about, cursor, ...days }: AuditQuery,
): Promise<AuditPage> => {
  const portal = await services.portals.find(portalId);
  const wanted = and(
    eq(auditEntries.portalId, portalId),
    group && inArray(auditEntries.action, [...AUDIT_ACTIONS[group]]),
    by === undefined ? undefined : eq(auditEntries.staffId, by),
    about === undefined ? undefined : sql`lower(${auditEntries.subject}) LIKE ${beginningWith(about)}`,
    isBetween(auditEntries.at, days, portal ? timeZoneOf(portal.config) : 'UTC'),
    isBefore(cursor),
  );
  const rows = await readAudit(services.store.db, wanted, PAGE_SIZE + 1);
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE_SIZE).map(entryOf),
    ...(last ? { nextCursor: writeCursor(last.at.toISOString(), last.id) } : {}),
    staff: await colleaguesOf(services.store.db, portalId),
  };
};
