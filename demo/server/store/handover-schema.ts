import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { time } from './columns.js';

const ofDraft = () => ({
  portalId: text('portal_id').notNull(),
  customerId: text('customer_id').notNull(),
  draftId: text('draft_id').notNull(),
  /** The customer's session that handed the draft over. */
  sessionId: text('session_id').notNull(),
  expiresAt: time('expires_at').notNull(),
});

/** Codes with which another device goes on with one draft, each once. */
export const handoverCodes = pgTable(
  'handover_code',
  {
    ...ofDraft(),
    /** SHA-256 of the code, which is kept nowhere. */
    codeHash: text('code_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.customerId, table.draftId] })],
);

/** Sessions for one draft only. */
export const handoverSessions = pgTable('handover_session', {
  ...ofDraft(),
  /** SHA-256 of the token, which is kept nowhere. */
  tokenHash: text('token_hash').primaryKey(),
});
