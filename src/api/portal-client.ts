import type { CurrentSession, Customer, PortalConfig, Session, SignIn } from '../contract/index.js';
import { Failure } from './failure.js';
import { asRecord, jsonOf, type Http } from './http.js';

const areStrings = (...values: unknown[]): boolean => values.every((value) => typeof value === 'string');

const isCustomer = (value: unknown): value is Customer => {
  const { id, name, email } = asRecord(value);
  return areStrings(id, name, email);
};

const isCurrentSession = (value: unknown): value is CurrentSession => isCustomer(asRecord(value).customer);

/** Whether this is a session with its token: after a sign-in, or as this tab remembers it. */
export const isSession = (value: unknown): value is Session =>
  isCurrentSession(value) && areStrings(asRecord(value).token, asRecord(value).expiresAt);

/** Whether there is enough here to show the sign-in step; the whole is checked against the contract after that. */
const isPortal = (value: unknown): value is PortalConfig => {
  const { version, portal, access, requestTypes } = asRecord(value);
  const { locale, locales } = asRecord(portal);
  const { signIn, guests } = asRecord(access);
  const areLists = [locales, signIn, requestTypes].every((list) => Array.isArray(list));
  return areLists && areStrings(version, locale) && typeof guests === 'boolean';
};

/** A configuration as it came, and as a portal if it looks like one. */
export interface Read {
  readonly raw: unknown;
  readonly portal?: PortalConfig;
}

export const readAs = (raw: unknown): Read => ({ raw, portal: isPortal(raw) ? raw : undefined });

const expect = <T>(is: (value: unknown) => value is T, value: unknown): T => {
  if (is(value)) return value;
  throw new Failure('unreadable');
};

/** What is needed before there is a request: the portal, and who the customer is. */
export interface PortalClient {
  /** The configuration; `isFresh` leaves the browser's cache aside. */
  config(isFresh: boolean): Promise<Read>;
  session(): Promise<CurrentSession>;
  /** Signs in; nothing when a code was asked for and is on its way. */
  signIn(credentials: SignIn): Promise<Session | undefined>;
  passwordReset(email: string): Promise<void>;
}

export const createPortalClient = ({ call, json }: Http): PortalClient => ({
  config: async (isFresh) =>
    readAs(await json('/config', { isPreloaded: true, ...(isFresh ? { cache: 'reload' } : {}) })),
  session: async () => expect(isCurrentSession, await json('/session')),
  signIn: async (credentials) => {
    const response = await call('/session', { method: 'POST', body: credentials });
    return response.status === 202 ? undefined : expect(isSession, await jsonOf(response));
  },
  passwordReset: async (email) => void (await call('/password-reset', { method: 'POST', body: { email } })),
});
