import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { staffTables } from '../store/auth-schema.js';
import { staffPasswordLinks } from '../store/schema.js';
import type { Transaction } from '../store/store.js';

/** Sets the password of an account; every session and every link that the one before gave is worth nothing from then on. */
export const setStaffPassword = async (tx: Transaction, userId: string, password: string, now: Date): Promise<void> => {
  const { account, session } = staffTables;
  const row = { userId, accountId: userId, providerId: 'credential', password, createdAt: now, updatedAt: now };
  await tx
    .insert(account)
    .values({ id: randomUUID(), ...row })
    .onConflictDoUpdate({ target: [account.providerId, account.accountId], set: { password, updatedAt: now } });
  await tx.delete(session).where(eq(session.userId, userId));
  await tx.delete(staffPasswordLinks).where(eq(staffPasswordLinks.staffId, userId));
};
