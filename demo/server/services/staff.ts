import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { bearer } from 'better-auth/plugins/bearer';
import type { StaffRole } from '../../office-contract/index.js';
import { staffTables } from '../store/auth-schema.js';
import { staffPortals } from '../store/schema.js';
import { accountOptions, BY_OFFICE } from './customers.js';
import type { Services } from './services.js';

/**
 * The accounts of staff: their own tables, their own signing key. The portal of an account is the one it was added to,
 * that of a session the one that is worked for now.
 */
export const createStaff = ({ store, settings }: Pick<Services, 'store' | 'settings'>) => {
  const { session, ...shared } = accountOptions(`staff ${settings.authSecret}`, settings);
  return betterAuth({
    ...shared,
    database: drizzleAdapter(store.db, { provider: 'pg', schema: staffTables }),
    user: { additionalFields: { portalId: { type: 'string', required: true, input: false } } },
    session: { ...session, additionalFields: { portalId: { type: 'string', required: false, input: false } } },
    verification: { storeIdentifier: 'hashed' },
    plugins: [bearer({ requireSignature: true })],
  });
};

export type StaffAuth = ReturnType<typeof createStaff>;

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: StaffRole;
}

const accountOf = async (
  auth: StaffAuth,
  portalId: string,
  { name, email, password }: Omit<NewStaff, 'role'>,
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

/** Adds a member of staff to a portal, and the account where the address is new; a role that is there stays. */
export const addStaff = async (
  { staff, store }: Pick<Services, 'staff' | 'store'>,
  portalId: string,
  { role, ...person }: NewStaff,
): Promise<string> => {
  const staffId = await accountOf(staff, portalId, person);
  await store.db.insert(staffPortals).values({ staffId, portalId, role }).onConflictDoNothing();
  return staffId;
};
