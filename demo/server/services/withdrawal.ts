import { and, desc, eq } from 'drizzle-orm';
import type { HistoryEntry } from 'portal-request-form/contract';
import { notFound } from '../problem.js';
import { requestHistory, requests } from '../store/schema.js';
import { announce } from './announce.js';
import { refuseDecided } from './open-requests.js';
import { closeQuestion } from './questions.js';
import { tellCustomer } from './request-mail.js';
import type { Services } from './services.js';

interface Withdrawing {
  readonly portalId: string;
  readonly customerId: string;
  readonly requestId: string;
}

/** Takes a customer's request back while nothing was decided about it; again is the same. Throws a 404 and a 409. */
export const withdraw = async (
  services: Services,
  { portalId, customerId, requestId }: Withdrawing,
): Promise<HistoryEntry> => {
  const entry = await services.store.db.transaction(async (tx): Promise<HistoryEntry> => {
    const own = and(eq(requests.id, requestId), eq(requests.portalId, portalId), eq(requests.customerId, customerId));
    const [row] = await tx.select().from(requests).where(own).for('update');
    if (!row) throw notFound();
    const said = { status: 'withdrawn', by: 'customer' } as const;
    if (row.status === 'withdrawn') {
      const of = and(eq(requestHistory.requestId, requestId), eq(requestHistory.status, 'withdrawn'));
      const [then] = await tx.select().from(requestHistory).where(of).orderBy(desc(requestHistory.id)).limit(1);
      return { ...said, at: (then?.at ?? row.updatedAt).toISOString() };
    }
    refuseDecided(row);
    const at = services.clock();
    await closeQuestion(tx, requestId, at);
    await tx.update(requests).set({ status: said.status, updatedAt: at }).where(own);
    await tx.insert(requestHistory).values({ requestId, at, ...said });
    await tellCustomer(services, tx, row, 'withdrawn');
    await announce(services, tx, requestId, 'request.withdrawn');
    return { ...said, at: at.toISOString() };
  });
  services.outbox.wake();
  return entry;
};
