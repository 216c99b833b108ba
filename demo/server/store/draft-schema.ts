import { json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DraftContent } from 'portal-request-form/contract';
import { time } from './columns.js';

/** What a signed-in customer has not sent yet. */
export const drafts = pgTable(
  'draft',
  {
    portalId: text('portal_id').notNull(),
    customerId: text('customer_id').notNull(),
    id: text('id').notNull(),
    /** The idempotency key under which it will be sent. */
    key: text('key'),
    content: json('content').$type<DraftContent>().notNull(),
    /** SHA-256 of the content; the ETag is made of it. */
    fingerprint: text('fingerprint').notNull(),
    savedAt: time('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.customerId, table.id] })],
);

/** Which files a draft uses. */
export const draftAttachments = pgTable(
  'draft_attachment',
  {
    portalId: text('portal_id').notNull(),
    customerId: text('customer_id').notNull(),
    draftId: text('draft_id').notNull(),
    attachmentId: text('attachment_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.customerId, table.draftId, table.attachmentId] })],
);
