import { sql } from 'drizzle-orm';
import type { Transaction } from '../store/store.js';
import { counters } from '../store/schema.js';

/** No time zone is further than this from UTC. */
const FURTHEST = 86_400_000;

const yearIn = (time: Date, timeZone: string): number => {
  const [before, after] = [-FURTHEST, FURTHEST].map((by) => new Date(time.getTime() + by).getUTCFullYear());
  if (before !== undefined && before === after) return before; // a formatter takes longer to make than all the rest
  return Number(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric' }).format(time));
};

interface Numbered {
  readonly portalId: string;
  readonly kind: 'PR' | 'WO';
  readonly time: Date;
  readonly timeZone: string;
}

/**
 * The next references of a kind, such as `PR-2026-000123`, counted per portal and year (in the portal's time zone). The
 * row stays locked until the transaction ends, so that none is given twice and a rollback leaves no gap.
 */
export const nextReferences = async (
  tx: Transaction,
  { portalId, kind, time, timeZone }: Numbered,
  count: number,
): Promise<string[]> => {
  const year = yearIn(time, timeZone);
  const [row] = await tx
    .insert(counters)
    .values({ portalId, kind, year, value: count })
    .onConflictDoUpdate({
      target: [counters.portalId, counters.kind, counters.year],
      set: { value: sql`${counters.value} + excluded.value` },
    })
    .returning()
    .prepare('next_reference')
    .execute();
  if (!row) throw new Error('The counter gave no number');
  const first = row.value - count + 1;
  return Array.from({ length: count }, (_, index) => `${kind}-${year}-${String(first + index).padStart(6, '0')}`);
};
