import type { StaffSession } from '../../office-contract/index.js';
import { Refusal } from '../problem.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { accountAddress, guarded } from './sessions.js';

export interface FoundStaff {
  readonly session: StaffSession;
  readonly clerk: Clerk;
  /** What the database knows the session by. */
  readonly sessionToken: string;
}

/** The staff behind the token of the office's cookie; undefined when it is dead. */
export const findStaff = async ({ staff, portals }: Services, token: string): Promise<FoundStaff | undefined> => {
  const found = await staff.api.getSession({ headers: new Headers({ authorization: `Bearer ${token}` }) });
  if (!found) return undefined;
  const { id, name, email, portalId } = found.user;
  const portal = await portals.find(portalId);
  if (!portal) return undefined;
  return {
    session: { staff: { id, name, email }, expiresAt: found.session.expiresAt.toISOString() },
    clerk: { id, portalId, portalLocale: portal.config.portal.locale },
    sessionToken: found.session.token,
  };
};

/** Signs staff in and gives the token for the cookie. Throws a 401, or a 429 after too many guesses. */
export const signInStaff = async (
  services: Services,
  credentials: { email: string; password: string },
  address: string,
): Promise<{ token: string; session: StaffSession }> => {
  const email = accountAddress(credentials.email);
  const { headers } = await guarded(services, 'office', email, address, () =>
    services.staff.api.signInEmail({ body: { email, password: credentials.password }, returnHeaders: true }),
  );
  const token = headers.get('set-auth-token');
  const found = token === null ? undefined : await findStaff(services, token);
  if (token === null || !found)
    throw new Refusal(401, 'invalid-credentials', 'The address or the password is not right');
  return { token, session: found.session };
};

/** Ends a session of staff; its cookie is worth nothing when this resolves. */
export const signOutStaff = async (services: Services, token: string): Promise<void> => {
  const found = await findStaff(services, token);
  if (!found) return;
  const { internalAdapter } = await services.staff.$context;
  await internalAdapter.deleteSession(found.sessionToken);
};
