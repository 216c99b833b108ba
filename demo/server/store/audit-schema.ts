import { bigserial, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AuditAction, AuditDetails } from '../../office-contract/index.js';
import { time } from './columns.js';

/** Who did and saw what; the database refuses to change an entry, or to remove one within two years. */
export const auditEntries = pgTable('audit_entry', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  portalId: text('portal_id').notNull(),
  at: time('at').notNull(),
  action: text('action').$type<AuditAction>().notNull(),
  /** Null for what the server did by itself. */
  staffId: text('staff_id'),
  /** The name at that time. */
  staffName: text('staff_name'),
  subjectId: text('subject_id'),
  subject: text('subject'),
  details: jsonb('details').$type<AuditDetails>(),
});
