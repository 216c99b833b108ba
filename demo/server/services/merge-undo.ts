import { asc, eq, or, sql } from 'drizzle-orm';
import { notFound, Refusal } from '../problem.js';
import { requestHistory, requests } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { announce } from './announce.js';
import { aboutRequest, record } from './audit.js';
import { mergeTexts } from './merge-texts.js';
import { canUndo, noteInMain, type Merge } from './merged-requests.js';
import type { Clerk } from './office-decisions.js';
import { refuseDecided } from './open-requests.js';
import { tellCustomer } from './request-mail.js';
import type { Services } from './services.js';

const reopen = async (services: Services, tx: Transaction, clerk: Clerk, { duplicate, main }: Merge): Promise<void> => {
  const at = services.clock();
  const status = 'submitted' as const; // what was asked back was closed with it
  const own = mergeTexts(duplicate.locale).apart(main.reference);
  await tx
    .update(requests)
    .set({ status, reason: null, duplicateOf: null, updatedAt: at })
    .where(eq(requests.id, duplicate.id));
  const entry = { requestId: duplicate.id, at, status, by: 'office' as const, note: own, staffId: clerk.id };
  await tx.insert(requestHistory).values(entry);
  await noteInMain(tx, clerk, main, { at, note: mergeTexts(main.locale).removed(duplicate.reference) });
  await record(services, tx, clerk, 'request.unmerged', aboutRequest(duplicate, { apart: main.reference }));
  await tellCustomer(services, tx, duplicate, 'message', { note: own });
  await announce(services, tx, duplicate.id, 'request.reopened');
};

/**
 * Opens a request again that was merged into another one, with a word to the customer in both; does nothing for one that
 * is open already. Throws a 404, and a 409 once the other was accepted.
 */
export const undoMerge = async (services: Services, clerk: Clerk, id: string): Promise<void> => {
  await services.store.db.transaction(async (tx) => {
    const into = tx.select({ id: requests.duplicateOf }).from(requests).where(eq(requests.id, id));
    const both = or(eq(requests.id, id), sql`${requests.id} = (${into})`);
    const rows = await tx.select().from(requests).where(both).orderBy(asc(requests.id)).for('update');
    const duplicate = rows.find((row) => row.id === id && row.portalId === clerk.portalId);
    if (!duplicate) throw notFound();
    if (duplicate.duplicateOf === null) {
      refuseDecided(duplicate);
      return;
    }
    const main = rows.find((row) => row.id === duplicate.duplicateOf);
    if (!main || !canUndo(duplicate, main)) {
      throw new Refusal(409, 'invalid-request', 'The other request was accepted already');
    }
    await reopen(services, tx, clerk, { duplicate, main });
  });
  services.outbox.wake();
};
