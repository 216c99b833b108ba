import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { RequestSort } from '../../office-contract/index.js';
import { requests } from '../store/schema.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';

/** A row as far as its place in any order depends on it. */
interface Placed {
  readonly id: string;
  readonly reference: string;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
}

interface Order {
  readonly key: 'submittedAt' | 'updatedAt' | 'reference';
  readonly isDescending: boolean;
}

const ORDERS: Readonly<Record<RequestSort, Order>> = {
  newest: { key: 'submittedAt', isDescending: true },
  oldest: { key: 'submittedAt', isDescending: false },
  untouched: { key: 'updatedAt', isDescending: false },
  reference: { key: 'reference', isDescending: false },
};

/** What to order by; backwards for the page before a cursor. */
export const orderOf = (sort: RequestSort, isBackwards: boolean): SQL[] => {
  const { key, isDescending } = ORDERS[sort];
  const direction = isDescending === isBackwards ? asc : desc;
  return [direction(requests[key]), direction(requests.id)];
};

/** A row's place in an order, as an opaque cursor. */
export const cursorAt = (sort: RequestSort, row: Placed): string => {
  const value = row[ORDERS[sort].key];
  return writeCursor(sort, typeof value === 'string' ? value : value.getTime(), row.id);
};

/** The condition that a row comes after a cursor, or before it. Throws a 400 for a cursor of another order. */
export const isBeyond = (sort: RequestSort, cursor: string, isBackwards: boolean): SQL => {
  const [made, value, id] = readCursor(cursor);
  const { key, isDescending } = ORDERS[sort];
  if (made !== sort || typeof id !== 'string') throw notOurs();
  const sign = isDescending === isBackwards ? sql`>` : sql`<`;
  if (key === 'reference') {
    if (typeof value !== 'string') throw notOurs();
    return sql`(${requests.reference}, ${requests.id}) ${sign} (${value}::text, ${id}::text)`;
  }
  if (typeof value !== 'number' || Math.abs(value) > 8.64e15) throw notOurs();
  const at = new Date(value).toISOString();
  return sql`(${requests[key]}, ${requests.id}) ${sign} (${at}::timestamptz, ${id}::text)`;
};
