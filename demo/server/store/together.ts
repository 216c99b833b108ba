import { sql, type SQLWrapper } from 'drizzle-orm';
import type { Transaction } from './store.js';

/**
 * Makes several writes as one statement, so that they are one way to the database and not one each. None of them sees what
 * another wrote; keys between them are checked when all are made.
 */
export const together = async (tx: Transaction, writes: readonly SQLWrapper[]): Promise<void> => {
  if (writes.length === 0) return;
  const named = writes.map((write, index) => sql`${sql.identifier(`write_${index}`)} AS ${write}`);
  await tx.execute(sql`WITH ${sql.join(named, sql`, `)} SELECT`);
};
