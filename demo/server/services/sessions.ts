import { setTimeout as wait } from 'node:timers/promises';
import { APIError } from 'better-auth/api';
import type { CurrentSession, Customer, Session, SignIn } from 'portal-request-form/contract';
import { Refusal } from '../problem.js';
import { accountAddress } from './account-address.js';
import { endHandover, findHandover, isHandoverToken } from './handover.js';
import type { Portal } from './portals.js';
import type { Services } from './services.js';
import type { Counted } from './throttle.js';

/** Who calls, as far as the connection tells. */
export interface Caller {
  readonly address: string;
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
}

const refused = (): Refusal =>
  new Refusal(401, 'invalid-credentials', 'The address, the password or the code is not right');

const headersOf = ({ authorization, acceptLanguage }: Caller): Headers =>
  new Headers({
    ...(authorization === undefined ? {} : { authorization }),
    ...(acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage }),
  });

const CREDENTIALS_STATUS: ReadonlySet<number> = new Set([400, 401, 403, 422]);

/** Whether better-auth says no, as opposed to being out of order. */
export const isDenied = (error: unknown): boolean =>
  error instanceof APIError && CREDENTIALS_STATUS.has(error.statusCode);

type Limited = Pick<Services, 'throttle' | 'settings'>;

const guesses = ({ settings }: Limited, realm: string, email: string, address: string): Counted[] => [
  { key: ['guess', realm, email, address], limit: settings.limits.guessesPerAccountAndClient },
  { key: ['guess', realm, email], limit: settings.limits.guessesPerAccount },
  { key: ['guess', realm, '', address], limit: settings.limits.guessesPerClient },
];

/** Runs a sign-in under the limits for guesses: every try counts before it is made, a right one is given back. */
export const guarded = async <T>(
  services: Limited,
  realm: string,
  email: string,
  address: string,
  attempt: () => Promise<T>,
): Promise<T> => {
  const counted = guesses(services, realm, email, address);
  await services.throttle.take(counted);
  try {
    const result = await attempt();
    await services.throttle.giveBack(counted);
    return result;
  } catch (error) {
    if (isDenied(error)) throw refused();
    throw error;
  }
};

const takeMail = (
  { throttle, settings }: Services,
  portal: Portal,
  email: string,
  { address }: Caller,
): Promise<void> =>
  throttle.take([
    { key: ['mail', portal.id, email], limit: settings.limits.mailsPerAccount },
    { key: ['mail', portal.id, '', address], limit: settings.limits.mailsPerClient },
  ]);

const customerOf = (user: {
  id: string;
  name: string;
  email: string;
  company?: string | null | undefined;
}): Customer => ({
  id: user.id,
  name: user.name,
  email: user.email,
  ...(user.company ? { company: user.company } : {}),
});

/** A session of a customer who signed in, as it is kept. */
interface OwnSession {
  readonly session: CurrentSession;
  readonly id: string;
  readonly token: string;
}

/** The session of a customer who signed in; undefined when the token is not, or no longer, one of this portal. */
export const findOwnSession = async (
  services: Services,
  portal: Portal,
  authorization: string,
): Promise<OwnSession | undefined> => {
  const found = await services.customersOf(portal).api.getSession({ headers: new Headers({ authorization }) });
  if (!found || found.user.disabledAt) return undefined;
  const session = { expiresAt: found.session.expiresAt.toISOString(), customer: customerOf(found.user) };
  return { session, id: found.session.id, token: found.session.token };
};

/** The session behind a bearer token, also one for a single draft; undefined when it is not, or no longer, one. */
export const findSession = async (
  services: Services,
  portal: Portal,
  authorization: string,
): Promise<{ readonly session: CurrentSession } | undefined> => {
  if (!isHandoverToken(authorization)) return findOwnSession(services, portal, authorization);
  const found = await findHandover(services, portal, authorization);
  if (!found) return undefined;
  const { customer, draft, expiresAt } = found;
  return { session: { expiresAt: expiresAt.toISOString(), customer: customerOf(customer), draft } };
};

/** Longer than any of these calls takes when nothing is wrong, in milliseconds. */
const EVEN = 100;

/** Lets a call take the same time whether the address is known or not, so that the time tells nothing. */
export const evenly = async <T>(run: () => Promise<T>): Promise<T> => {
  const [outcome] = await Promise.allSettled([run(), wait(EVEN)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
};

/** Sends a code to a known address; the caller cannot tell whether it is one. */
export const sendCode = async (services: Services, portal: Portal, email: string, caller: Caller): Promise<void> => {
  const account = accountAddress(email);
  await takeMail(services, portal, account, caller);
  const auth = services.customersOf(portal);
  const body = { email: account, type: 'sign-in' } as const;
  try {
    await evenly(() => auth.api.sendVerificationOTP({ body, headers: headersOf(caller) }));
  } catch (error) {
    if (!isDenied(error)) throw error; // what is not an address gets the answer of an unknown one
  }
};

/** Mails a link for a new password to a known address; the caller cannot tell whether it is one. */
export const sendPasswordReset = async (
  services: Services,
  portal: Portal,
  email: string,
  caller: Caller,
): Promise<void> => {
  const account = accountAddress(email);
  await takeMail(services, portal, account, caller);
  if (!portal.config.access.resetPassword) return;
  const auth = services.customersOf(portal);
  try {
    await evenly(() => auth.api.requestPasswordReset({ body: { email: account }, headers: headersOf(caller) }));
  } catch (error) {
    if (!isDenied(error)) throw error; // what is not an address gets the answer of an unknown one
  }
};

const attempt = async (
  services: Services,
  portal: Portal,
  email: string,
  credentials: SignIn,
): Promise<{ token: string | null }> => {
  const { api } = services.customersOf(portal);
  const { headers } =
    credentials.method === 'password'
      ? await api.signInEmail({ body: { email, password: credentials.password }, returnHeaders: true })
      : await api.signInEmailOTP({ body: { email, otp: credentials.code ?? '' }, returnHeaders: true });
  return { token: headers.get('set-auth-token') };
};

/** Signs a customer in; throws 401 `invalid-credentials`, or 429 after too many guesses. */
export const signIn = async (
  services: Services,
  portal: Portal,
  credentials: SignIn,
  caller: Caller,
): Promise<Session> => {
  const email = accountAddress(credentials.email);
  const { token } = await guarded(services, portal.id, email, caller.address, () =>
    evenly(() => attempt(services, portal, email, credentials)),
  );
  const found = token && (await findSession(services, portal, `Bearer ${token}`));
  if (!token || !found) throw refused();
  return { token, ...found.session };
};

/** Ends a session; its token is dead when this resolves. */
export const signOut = async (services: Services, portal: Portal, authorization: string): Promise<void> => {
  if (isHandoverToken(authorization)) return endHandover(services, authorization);
  const found = await findOwnSession(services, portal, authorization);
  if (!found) return;
  const { internalAdapter } = await services.customersOf(portal).$context;
  await internalAdapter.deleteSession(found.token);
};
