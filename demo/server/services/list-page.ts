import { sql, type SQLWrapper } from 'drizzle-orm';
import type { ListPlace } from '../../office-contract/index.js';
import type { Store } from '../store/store.js';

export const PAGE_SIZE = 25;
/** How far is counted what is not known by heart; what holds words is read to know it, so that it is counted less far. */
export const COUNTED = { plain: 1_000, words: 100 } as const;

/** A cursor, and whether the page before it is asked for. */
export interface Place {
  readonly cursor: string;
  readonly isBackwards: boolean;
}

interface ListPage<Row> extends Omit<ListPlace, 'total'> {
  readonly shown: readonly Row[];
}

/** The page that rows make, one more of them than it holds where there is another page; backwards they come nearest first. */
export const pageOf = <Row>(
  found: readonly Row[],
  cursorAt: (row: Row) => string,
  place: Place | undefined,
): ListPage<Row> => {
  const isBackwards = place?.isBackwards ?? false;
  const page = found.slice(0, PAGE_SIZE);
  const shown = isBackwards ? page.reverse() : page;
  const [first, last] = [shown[0], shown.at(-1)];
  const hasNext = isBackwards || found.length > PAGE_SIZE;
  return {
    shown,
    ...(place && first ? { previous: cursorAt(first) } : {}),
    ...(hasNext && last ? { next: cursorAt(last) } : {}),
  };
};

/** Whether what is before a place fits on the first page, which is then shown whole. */
export const isAtStart = (found: readonly unknown[], place: Place | undefined): boolean =>
  place?.isBackwards === true && found.length <= PAGE_SIZE;

/**
 * Counts what a query selects, no further than anybody wants to know, and by an index: for so few of them PostgreSQL would
 * rather read the table from wherever it is, and meet the requests of other portals before it has found enough.
 */
export const countSome = ({ db }: Store, query: SQLWrapper, most: number): Promise<ListPlace['total']> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL enable_seqscan = off`);
    const counted = sql`SELECT count(*)::integer AS total FROM (${query} LIMIT ${most + 1}) AS selected`;
    const { rows } = (await tx.execute(counted)) as { rows: { total: number }[] };
    const total = rows[0]?.total ?? 0;
    return { count: Math.min(total, most), isMore: total > most };
  });
