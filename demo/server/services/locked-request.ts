import { and, eq } from 'drizzle-orm';
import { notFound } from '../problem.js';
import { requests } from '../store/schema.js';
import type { Transaction } from '../store/store.js';

export type RequestRow = typeof requests.$inferSelect;

/** A request of a portal, which nobody else can decide about before the transaction ends. Throws a 404. */
export const lockRequest = async (tx: Transaction, portalId: string, id: string): Promise<RequestRow> => {
  const own = and(eq(requests.id, id), eq(requests.portalId, portalId));
  const [row] = await tx.select().from(requests).where(own).for('update');
  if (!row) throw notFound();
  return row;
};
