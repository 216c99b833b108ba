import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Queryable, Transaction } from './store.js';

/**
 * Makes several writes as one statement, so that they are one way to the database and not one each. None of them sees what
 * another wrote; keys between them are checked when all are made.
 */
export const together = async (tx: Transaction, writes: readonly SQLWrapper[]): Promise<void> => {
  if (writes.length === 0) return;
  const named = writes.map((write, index) => sql`${sql.identifier(`write_${index}`)} AS ${write}`);
  await tx.execute(sql`WITH ${sql.join(named, sql`, `)} SELECT`);
};

/**
 * The same for writes whose text never changes, which a connection then parses and plans once. Each has a name, by which
 * those after it can read what it returns.
 */
export const preparedTogether = async (
  queryable: Queryable,
  name: string,
  writes: Readonly<Record<string, SQL>>,
): Promise<void> => {
  const named = Object.entries(writes).map(([alias, write]) => queryable.$with(alias, { one: sql`1` }).as(write));
  await queryable
    .with(...named)
    .select({ one: sql`1` })
    .from(sql`(SELECT) AS nothing`)
    .prepare(name)
    .execute();
};
