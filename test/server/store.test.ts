import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'drizzle-orm';
import { hasCode } from '../../demo/server/error-code.js';
import { openPostgres } from '../../demo/server/store/store.js';
import { isPostgresInstalled, startCluster } from './postgres.js';

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    throw error;
  }
};

/** Ends what serves a connection, and comes back before anybody here can have heard of it. */
const endUnheard = (pid: number): void => {
  process.kill(pid, 'SIGTERM');
  while (isThere(pid));
};

const skip = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

it('gives a connection back that was lost before its transaction began', { skip, timeout: 60_000 }, async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.remove());
  const store = await openPostgres(await cluster.createDatabase(), () => undefined);
  const { db } = store;
  const pid = async (): Promise<number> => {
    const { rows } = (await db.execute(sql`SELECT pg_backend_pid() AS pid`)) as { rows: { pid: number }[] };
    return rows[0]?.pid ?? 0;
  };
  for (let lost = 0; lost < 25; lost += 1) {
    endUnheard(await pid());
    await assert.rejects(db.transaction(() => Promise.resolve()));
  }
  assert.ok(await pid());
  await store.close();
});
