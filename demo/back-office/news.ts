import type { RequestList } from '../office-contract/index.js';

/** What the same list is now, set against what somebody is reading. */
export interface News {
  /** The rows that are read, in their places, each as it is now; with the counts of now. */
  readonly shown: RequestList;
  /** How many rows would come into view. */
  readonly added: number;
  /** Whether rows that are read have moved or gone. */
  readonly hasMoved: boolean;
}

/** Compares a list that is read with the same list of now, so that nothing jumps away under a finger. */
export const newsOf = (read: RequestList, now: RequestList): News => {
  const fresh = new Map(now.items.map((row) => [row.id, row]));
  const known = new Set(read.items.map(({ id }) => id));
  const items = read.items.map((row) => fresh.get(row.id) ?? row);
  const { counts, unread, total } = now;
  const kept = now.items.filter(({ id }) => known.has(id)).map(({ id }) => id);
  const order = read.items.filter(({ id }) => fresh.has(id)).map(({ id }) => id);
  const added = now.items.length - kept.length;
  // rows that new ones pushed onto the next page have not gone
  const hasGone = read.items.length - order.length > added;
  return {
    shown: { ...read, items, counts, unread, total },
    added,
    hasMoved: hasGone || order.some((id, index) => id !== kept[index]),
  };
};
