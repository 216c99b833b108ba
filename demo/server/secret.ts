import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { serverSecrets } from './store/schema.js';
import type { Store } from './store/store.js';

const NAME = 'auth';

/** The key that signs sessions, made once and kept in the database, so that a restart signs nobody out. */
export const keptSecret = async ({ db }: Store): Promise<string> => {
  const value = randomBytes(32).toString('hex');
  await db.insert(serverSecrets).values({ name: NAME, value }).onConflictDoNothing();
  const [row] = await db.select().from(serverSecrets).where(eq(serverSecrets.name, NAME));
  if (!row) throw new Error('The secret was not kept');
  return row.value;
};
