import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { time } from './columns.js';

/** Uploads that a process writes to at this moment. */
export const uploadLocks = pgTable('upload_lock', {
  id: text('id').primaryKey(),
  holder: text('holder').notNull(),
  expiresAt: time('expires_at').notNull(),
  /** Another call waits for it. */
  isWanted: boolean('is_wanted').notNull(),
});
