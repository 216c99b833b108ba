import { randomUUID } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { StaffRole } from '../../office-contract/index.js';
import { staffTables } from '../store/auth-schema.js';
import { staff, staffInvitations, staffPortals } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { accountAddress } from './account-address.js';
import { record } from './audit.js';
import { sha256 } from './hash.js';
import type { Invitations, Invited } from './invitations.js';
import { newLinkToken } from './link-token.js';
import type { Services } from './services.js';
import { recordOfAccount, type Account } from './staff-audit.js';
import { setStaffPassword } from './staff-passwords.js';

const HOUR = 3_600_000;

export interface NewInvitation {
  readonly portalId: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  /** A password is chosen also where the account has one. */
  readonly setsPassword: boolean;
  /** The manager who invites; null on the server's command line, which also gives a role anew. */
  readonly invitedBy: string | null;
  readonly hours: number;
}

export interface Link {
  readonly address: string;
  readonly expiresAt: Date;
}

/** Makes a link with which somebody becomes staff of a portal; the one before is worth nothing from then on. */
export const inviteStaff = async (
  { settings, clock }: Pick<Services, 'clock'> & { readonly settings: Pick<Services['settings'], 'publicUrl'> },
  queryable: Queryable,
  { hours, ...invitation }: NewInvitation,
): Promise<Link> => {
  const { token, kept } = newLinkToken(clock(), hours * HOUR);
  const row = { ...invitation, email: accountAddress(invitation.email), ...kept };
  await queryable
    .insert(staffInvitations)
    .values({ id: randomUUID(), ...row })
    .onConflictDoUpdate({ target: [staffInvitations.portalId, staffInvitations.email], set: row });
  return { address: `${settings.publicUrl}/invitation/office?token=${token}`, expiresAt: kept.expiresAt };
};

/** Takes an invitation back, as when who was invited may not come in any more. */
export const withdrawStaffInvitation = async (queryable: Queryable, portalId: string, email: string): Promise<void> =>
  void (await queryable
    .delete(staffInvitations)
    .where(and(eq(staffInvitations.portalId, portalId), eq(staffInvitations.email, email))));

const isOpen = (token: string, now: Date) =>
  and(eq(staffInvitations.tokenHash, sha256(token)), gt(staffInvitations.expiresAt, now));

type Invitation = typeof staffInvitations.$inferSelect;

const hasPassword = async (queryable: Queryable, email: string): Promise<boolean> => {
  const { account } = staffTables;
  const [found] = await queryable
    .select({ id: account.id })
    .from(account)
    .innerJoin(staff, eq(staff.id, account.userId))
    .where(and(eq(staff.email, email), eq(account.providerId, 'credential')));
  return found !== undefined;
};

/** The account behind an address; made where there is none. */
const accountOf = async (tx: Transaction, { email, name, portalId }: Invitation, now: Date): Promise<Account> => {
  const account = { id: randomUUID(), portalId, name, email, emailVerified: true, createdAt: now, updatedAt: now };
  await tx.insert(staff).values(account).onConflictDoNothing();
  const [row] = await tx.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.email, email));
  if (!row) throw new Error('An account was not kept');
  return row;
};

/** Gives a place in the office; what a manager once decided about it stays, unless the command line decides anew. */
const give = async (tx: Transaction, staffId: string, { portalId, role, invitedBy }: Invitation): Promise<void> => {
  const place = tx.insert(staffPortals).values({ staffId, portalId, role });
  if (invitedBy !== null) return void (await place.onConflictDoNothing());
  const target = [staffPortals.staffId, staffPortals.portalId];
  await place.onConflictDoUpdate({ target, set: { role, disabledAt: null } });
};

/** Keeps that an invitation was accepted, or that a link of a manager led to another password. */
const keepAnswer = async (
  services: Services,
  tx: Transaction,
  account: Account,
  { portalId, role, setsPassword, invitedBy }: Invitation,
): Promise<void> => {
  if (setsPassword && invitedBy !== null) return recordOfAccount(services, tx, account, 'staff.password-chosen');
  await record(services, tx, { ...account, portalId }, 'staff.joined', { details: { to: role } });
};

const find = async ({ store: { db }, clock }: Services, token: string): Promise<Invited | undefined> => {
  const [found] = await db.select().from(staffInvitations).where(isOpen(token, clock()));
  if (!found) return undefined;
  const { portalId, email, setsPassword } = found;
  return { portalId, email, asksPassword: setsPassword || !(await hasPassword(db, email)) };
};

/** What an invitation to the office leads to. */
export const staffInvitationLinks: Invitations = {
  find,
  accept: async (services, token, password) => {
    const { store, clock, staff: auth } = services;
    const now = clock();
    const hash = password === undefined ? undefined : await (await auth.$context).password.hash(password);
    return store.db.transaction(async (tx) => {
      const [taken] = await tx.delete(staffInvitations).where(isOpen(token, now)).returning(); // of two at once, one
      if (!taken) return false;
      const account = await accountOf(tx, taken, now);
      if (hash !== undefined) await setStaffPassword(tx, account.id, hash, now);
      await give(tx, account.id, taken);
      await keepAnswer(services, tx, account, taken);
      return true;
    });
  },
};

/** Removes invitations that nobody answered in time, a month after. */
export const removeOldStaffInvitations = async ({ store, clock }: Services): Promise<void> => {
  const long = new Date(clock().getTime() - 30 * 24 * HOUR);
  await store.db.delete(staffInvitations).where(lt(staffInvitations.expiresAt, long));
};
