import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lock, Locker } from '@tus/server';
import { and, eq, sql } from 'drizzle-orm';
import type { Log } from '../log.js';
import { uploadLocks } from '../store/upload-lock-schema.js';
import type { Store } from '../store/store.js';

/** How long a lock outlives a process that died with it, and how often a living one renews it. In milliseconds. */
const LEASE = 5_000;
const BEAT = 1_000;
const LOOK_AGAIN = 200;

/** Another call is still writing to the upload, and does not give way. */
class UploadLockedError extends Error {
  readonly status_code = 423;
  readonly body = 'The file is being written to by another call';
}

/** By the database's clock, which all processes share. */
const leaseEnd = sql`now() + ${`${LEASE} milliseconds`}::interval`;

/** Takes a lock that is free or was left behind; else asks its holder to give it back. */
const take = async ({ db }: Store, id: string, holder: string): Promise<boolean> => {
  const fresh = { holder, expiresAt: leaseEnd, isWanted: false };
  const taken = await db
    .insert(uploadLocks)
    .values({ id, ...fresh })
    .onConflictDoUpdate({ target: uploadLocks.id, set: fresh, setWhere: sql`${uploadLocks.expiresAt} < now()` })
    .returning({ id: uploadLocks.id });
  if (taken.length > 0) return true;
  await db.update(uploadLocks).set({ isWanted: true }).where(eq(uploadLocks.id, id));
  return false;
};

const createLock = (store: Store, log: Log, id: string): Lock => {
  const holder = randomUUID();
  const own = and(eq(uploadLocks.id, id), eq(uploadLocks.holder, holder));
  let beating: NodeJS.Timeout | undefined;
  const renew = async (giveBack: () => void | Promise<void>): Promise<void> => {
    const [row] = await store.db.update(uploadLocks).set({ expiresAt: leaseEnd }).where(own).returning();
    if (!row || row.isWanted) await giveBack();
  };
  return {
    lock: async (signal, giveBack) => {
      while (!(await take(store, id, holder))) {
        await pause(LOOK_AGAIN);
        if (signal.aborted) throw new UploadLockedError();
      }
      beating = setInterval(() => {
        renew(giveBack).catch((error: unknown) => {
          log.warn('upload-lock-not-renewed', { error });
        });
      }, BEAT);
    },
    unlock: async () => {
      clearInterval(beating);
      await store.db.delete(uploadLocks).where(own);
    },
  };
};

/** Locks of uploads in the database, so that two processes never write to one file at once. */
export const createUploadLocks = (store: Store, log: Log): Locker => ({ newLock: (id) => createLock(store, log, id) });
