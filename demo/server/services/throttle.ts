import { eq, lt, sql } from 'drizzle-orm';
import type { Limit } from '../settings.js';
import type { Store } from '../store/store.js';
import { throttles } from '../store/schema.js';
import { Refusal } from '../problem.js';
import { sha256 } from './hash.js';
import { inBatches, succeeded } from './in-batches.js';

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

/** One count that is to be made: of which key, and when its window would end if it began now. */
interface Count {
  readonly key: string;
  readonly endsAt: Date;
}

type Row = Pick<typeof throttles.$inferSelect, 'count' | 'endsAt'>;

/** How often a key may stand in one statement, and so how long it may wait for its turn. */
const MOST_TOGETHER = 100;

/** Counts all at once, and gives for each the row as it would be were they counted one by one. */
const countAll = async ({ db }: Store, now: Date, counts: readonly Count[]): Promise<Row[]> => {
  const byKey = new Map<string, Count & { count: number }>();
  for (const one of counts) byKey.set(one.key, { ...one, count: (byKey.get(one.key)?.count ?? 0) + 1 });
  const sorted = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)); // as other processes do, so that none waits in a ring
  const isOver = sql`${throttles.endsAt} <= ${now.toISOString()}::timestamptz`;
  const rows = await db
    .insert(throttles)
    .select(
      sql`SELECT key, count, "endsAt" FROM json_to_recordset(${JSON.stringify(sorted)}::json)
        AS wanted (key text, count integer, "endsAt" timestamptz)`,
    )
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        count: sql`CASE WHEN ${isOver} THEN excluded.count ELSE ${throttles.count} + excluded.count END`,
        endsAt: sql`CASE WHEN ${isOver} THEN excluded.ends_at ELSE ${throttles.endsAt} END`,
      },
    })
    .returning()
    .prepare('count_throttles')
    .execute();
  const counted = new Map(rows.map(({ key, count, endsAt }) => [key, { count, endsAt }]));
  return counts
    .toReversed()
    .map(({ key }) => {
      const row = counted.get(key);
      if (!row) throw new Error('A count was not kept');
      counted.set(key, { ...row, count: row.count - 1 });
      return row;
    })
    .toReversed(); // whoever came first has the lowest count
};

/**
 * Counts in the database, so that every process sees the same; `clock` decides when a window ends. What is counted at the
 * same moment is counted by one statement.
 */
export const createThrottle = (store: Store, clock: () => Date): Throttle => {
  const { db } = store;
  const kept = inBatches(async (counts: readonly Count[]) => {
    const rows = await countAll(store, clock(), counts);
    return rows.map(succeeded);
  }, MOST_TOGETHER);
  const count = async (one: Counted): Promise<number> => {
    const now = clock().getTime();
    const row = await kept({ key: keyOf(one), endsAt: new Date(now + one.limit.seconds * 1000) });
    return row.count > one.limit.count ? Math.max(1, (row.endsAt.getTime() - now) / 1000) : 0;
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
