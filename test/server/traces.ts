import { sql } from 'drizzle-orm';
import type { Store } from '../../demo/server/store/store.js';

/** The tables of the whole database in which a text stands anywhere, whatever they are. */
export const tracesOf = async ({ db }: Store, text: string): Promise<string[]> => {
  const tables = await db
    .select({ name: sql<string>`tablename` })
    .from(sql`pg_tables`)
    .where(sql`schemaname = 'public'`)
    .orderBy(sql`tablename`);
  const found: string[] = [];
  for (const { name } of tables) {
    const isHere = sql<boolean>`EXISTS (SELECT FROM ${sql.identifier(name)} AS row WHERE row::text ILIKE ${`%${text}%`})`;
    const [answer] = await db.select({ isHere }).from(sql`(SELECT 1) AS one`);
    if (answer?.isHere) found.push(name);
  }
  return found;
};
