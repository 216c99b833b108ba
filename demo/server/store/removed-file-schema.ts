import { pgTable, text } from 'drizzle-orm/pg-core';
import { time } from './columns.js';

/** Files that nothing names any more, until their bytes are removed. */
export const removedFiles = pgTable('removed_file', {
  id: text('id').primaryKey(),
  nextTryAt: time('next_try_at').notNull(),
});
