import { eq, lt, sql } from 'drizzle-orm';
import type { Limit } from '../settings.js';
import type { Store } from '../store/store.js';
import { throttles } from '../store/schema.js';
import { Refusal } from '../problem.js';
import { sha256 } from './hash.js';

/** One thing that is counted: what, by or for whom, and how often it may happen. */
export interface Counted {
  readonly key: readonly string[];
  readonly limit: Limit;
}

export interface Throttle {
  /** Counts once against each; throws a 429 with `Retry-After` when one of them is used up. */
  take(counted: readonly Counted[]): Promise<void>;
  /** Takes one count back, because what was counted turned out to be in order. */
  giveBack(counted: readonly Counted[]): Promise<void>;
  forgetExpired(): Promise<void>;
}

/** Addresses of people are part of the keys, so only their hash is kept. */
const keyOf = ({ key }: Counted): string => sha256(JSON.stringify(key));

/** Counts in the database, so that every process sees the same; `clock` decides when a window ends. */
export const createThrottle = ({ db }: Store, clock: () => Date): Throttle => {
  const count = async (one: Counted): Promise<number> => {
    const now = clock();
    const endsAt = new Date(now.getTime() + one.limit.seconds * 1000);
    const isOver = sql`${throttles.endsAt} <= ${now.toISOString()}::timestamptz`;
    const [row] = await db
      .insert(throttles)
      .values({ key: keyOf(one), count: 1, endsAt })
      .onConflictDoUpdate({
        target: throttles.key,
        set: {
          count: sql`CASE WHEN ${isOver} THEN 1 ELSE ${throttles.count} + 1 END`,
          endsAt: sql`CASE WHEN ${isOver} THEN ${endsAt.toISOString()}::timestamptz ELSE ${throttles.endsAt} END`,
        },
      })
      .returning()
      .prepare('count_throttle')
      .execute();
    return row && row.count > one.limit.count ? Math.max(1, (row.endsAt.getTime() - now.getTime()) / 1000) : 0;
  };
  return {
    take: async (counted) => {
      let wait = 0;
      for (const one of counted) wait = Math.max(wait, await count(one));
      if (wait > 0) throw new Refusal(429, 'rate-limited', 'This was tried too often', { retryAfter: wait });
    },
    giveBack: async (counted) => {
      for (const one of counted) {
        await db
          .update(throttles)
          .set({ count: sql`greatest(${throttles.count} - 1, 0)` })
          .where(eq(throttles.key, keyOf(one)));
      }
    },
    forgetExpired: async () => void (await db.delete(throttles).where(lt(throttles.endsAt, clock()))),
  };
};
