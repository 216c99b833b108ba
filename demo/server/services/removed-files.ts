import { asc, eq, inArray, lte, type SQL } from 'drizzle-orm';
import { attachments, removedFiles } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import type { Services } from './services.js';

const BATCH = 50;
/** A process that dies, or a store that does not answer, leaves what it took to others after this time. */
const CLAIM = 600_000;

type Needs = Pick<Services, 'store' | 'clock' | 'files' | 'log'>;

/** Takes files away, and gives how many; their bytes go once this is committed, by `removeBytes`. */
export const takeFiles = async ({ clock }: Pick<Services, 'clock'>, tx: Transaction, which: SQL): Promise<number> => {
  const taken = await tx.delete(attachments).where(which).returning({ id: attachments.id });
  if (taken.length > 0) await tx.insert(removedFiles).values(taken.map(({ id }) => ({ id, nextTryAt: clock() })));
  return taken.length;
};

/** Takes some of what waits for this process alone; others skip it until the claim runs out. */
const claim = ({ store, clock }: Needs): Promise<{ id: string }[]> =>
  store.db.transaction(async (tx) => {
    const due = await tx
      .select({ id: removedFiles.id })
      .from(removedFiles)
      .where(lte(removedFiles.nextTryAt, clock()))
      .orderBy(asc(removedFiles.nextTryAt))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    const ids = due.map(({ id }) => id);
    const nextTryAt = new Date(clock().getTime() + CLAIM);
    if (ids.length > 0) await tx.update(removedFiles).set({ nextTryAt }).where(inArray(removedFiles.id, ids));
    return due;
  });

/** Removes the bytes of files that were taken away; what fails is tried again later. */
export const removeBytes = async (services: Needs): Promise<void> => {
  for (;;) {
    const claimed = await claim(services);
    if (claimed.length === 0) return;
    for (const { id } of claimed) {
      try {
        await services.files.remove([id]);
        await services.store.db.delete(removedFiles).where(eq(removedFiles.id, id));
      } catch (error) {
        services.log.warn('file-not-removed', { file: id, error });
      }
    }
  }
};
