import { and, eq } from 'drizzle-orm';
import type { StaffRole, StaffSession } from '../../office-contract/index.js';
import { Refusal } from '../problem.js';
import { staffTables } from '../store/auth-schema.js';
import { staffPortals } from '../store/schema.js';
import { accountAddress } from './account-address.js';
import { record } from './audit.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { evenly, guarded } from './sessions.js';
import { recordRefusal } from './staff-audit.js';
import { isWorking } from './workplaces.js';

export interface FoundStaff {
  readonly session: StaffSession;
  readonly clerk: Clerk;
  /** What the database knows the session by. */
  readonly sessionId: string;
}

interface Workplace {
  readonly portalId: string;
  readonly role: StaffRole;
}

/** The first of these portals that somebody works for, else any that they do; undefined for who works for none. */
const workplaceOf = async (
  { store }: Services,
  staffId: string,
  wanted: readonly (string | null | undefined)[],
): Promise<Workplace | undefined> => {
  const { portalId, role } = staffPortals;
  const all = await store.db
    .select({ portalId, role })
    .from(staffPortals)
    .where(and(eq(staffPortals.staffId, staffId), isWorking()))
    .orderBy(portalId);
  const named = wanted.map((id) => all.find((one) => one.portalId === id));
  return named.find((one) => one !== undefined) ?? all[0];
};

/** The staff behind the token of the office's cookie; undefined when it is dead, or they work for no portal any more. */
export const findStaff = async (services: Services, token: string): Promise<FoundStaff | undefined> => {
  const { staff, portals } = services;
  const found = await staff.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) });
  if (!found) return undefined;
  const { id, name, email } = found.user;
  const workplace = await workplaceOf(services, id, [found.session.portalId, found.user.portalId]);
  const portal = workplace && (await portals.find(workplace.portalId));
  if (!portal) return undefined;
  const { role } = workplace;
  const { locale: portalLocale, name: portalName } = portal.config.portal;
  return {
    session: {
      staff: { id, name, email, role },
      portal: { id: portal.id, name: portalName, locale: portalLocale },
      expiresAt: found.session.expiresAt.toISOString(),
    },
    clerk: { id, name, role, portalId: portal.id, portalLocale },
    sessionId: found.session.id,
  };
};

const tryToSignIn = async (
  services: Services,
  body: { email: string; password: string },
  address: string,
): Promise<{ token: string; session: StaffSession }> => {
  const { headers } = await guarded(services, 'office', body.email, address, () =>
    services.staff.api.signInEmail({ body, returnHeaders: true }),
  );
  const token = headers.get('set-auth-token');
  const found = token === null ? undefined : await findStaff(services, token);
  if (token === null || !found)
    throw new Refusal(401, 'invalid-credentials', 'The address or the password is not right');
  return { token, session: found.session };
};

/** Signs staff in and gives the token for the cookie. Throws a 401, or a 429 after too many guesses. */
export const signInStaff = async (
  services: Services,
  credentials: { email: string; password: string },
  address: string,
): Promise<{ token: string; session: StaffSession }> => {
  const email = accountAddress(credentials.email);
  return evenly(async () => {
    try {
      return await tryToSignIn(services, { ...credentials, email }, address);
    } catch (error) {
      await recordRefusal(services, email, error);
      throw error;
    }
  });
};

/** Ends a session of staff; its cookie is worth nothing when this resolves. */
export const signOutStaff = async (services: Services, token: string): Promise<void> => {
  const found = await findStaff(services, token);
  if (!found) return;
  const { session } = staffTables;
  await services.store.db.transaction(async (tx) => {
    const ended = await tx.delete(session).where(eq(session.id, found.sessionId)).returning({ id: session.id });
    if (ended.length > 0) await record(services, tx, found.clerk, 'session.ended');
  });
};
