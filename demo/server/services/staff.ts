import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { bearer } from 'better-auth/plugins/bearer';
import { staffTables } from '../store/auth-schema.js';
import { accountOptions, BY_OFFICE } from './customers.js';
import type { Services } from './services.js';

/** The accounts of staff: their own tables, their own signing key, each bound to the portal whose office it is. */
export const createStaff = ({ store, settings }: Pick<Services, 'store' | 'settings'>) =>
  betterAuth({
    ...accountOptions(`staff ${settings.authSecret}`, settings),
    database: drizzleAdapter(store.db, { provider: 'pg', schema: staffTables }),
    user: { additionalFields: { portalId: { type: 'string', required: true, input: false } } },
    verification: { storeIdentifier: 'hashed' },
    plugins: [bearer({ requireSignature: true })],
  });

export type StaffAuth = ReturnType<typeof createStaff>;

/** Adds a member of staff to the office of a portal; does nothing when the address is known. */
export const addStaff = async (
  auth: StaffAuth,
  portalId: string,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<string> => {
  const { internalAdapter, password: passwords } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  if (known && known.accounts.length > 0) return known.user.id;
  const account = { name, email, emailVerified: true, portalId };
  const user = known?.user ?? (await internalAdapter.createUser(account, BY_OFFICE));
  const hashed = await passwords.hash(password);
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hashed,
  });
  return user.id;
};
