import { bigint, boolean, pgTable, text } from 'drizzle-orm/pg-core';
import type { RequestStatus } from 'portal-request-form/contract';

/** How many requests there are of each kind, as the sum of `change`; the database itself adds the rows. */
export const requestTally = pgTable('request_tally', {
  portalId: text('portal_id').notNull(),
  status: text('status').$type<RequestStatus>().notNull(),
  requestType: text('request_type').notNull(),
  assignedTo: text('assigned_to'),
  isUnread: boolean('is_unread').notNull(),
  change: bigint('change', { mode: 'number' }).notNull(),
});
