import { eq } from 'drizzle-orm';
import { betterAuth, type BetterAuthOptions } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { bearer } from 'better-auth/plugins/bearer';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { customerTables } from '../store/auth-schema.js';
import type { Settings } from '../settings.js';
import { remember } from './remember.js';
import type { Services } from './services.js';
import type { Portal } from './portals.js';
import { accountAddress } from './account-address.js';
import { isDisabled, keepNewCustomer, setCustomerPassword } from './customer-rows.js';
import { lookOf } from './letters.js';
import { mailTexts, type Written } from './mail-texts.js';
import { scopeAdapter } from './scoped-adapter.js';
import { preferredLocale, textIn } from './texts.js';

const HOUR = 3600;
export const CODE_MINUTES = 10;
const RESET_MINUTES = 60;
const SESSION_HOURS = 12;
const WRONG_CODES = 5;
const CODE_DIGITS = 6;

const ofPortal = { portalId: { type: 'string', required: true, input: false, returned: false } } as const;

/** What both kinds of accounts share: nobody signs up, nothing is sent home, and limits are our own. */
export const accountOptions = (secret: string, { publicUrl, passwords }: Settings) =>
  ({
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // its limiter guards its own HTTP routes, which are not served
    logger: { disabled: true }, // it would write e-mail addresses
    session: { expiresIn: SESSION_HOURS * HOUR, updateAge: HOUR },
    emailAndPassword: { enabled: true, disableSignUp: true, ...(passwords ? { password: passwords } : {}) },
  }) satisfies BetterAuthOptions;

type Needs = Pick<Services, 'store' | 'settings' | 'outbox' | 'portals'>;

/** A mail about an account, in the language the browser asks for among those of the portal as it is now. */
const write = async (
  { store, outbox, portals }: Needs,
  portalId: string,
  to: string,
  headers: Headers | undefined,
  words: (texts: ReturnType<typeof mailTexts>, portalName: string) => Written,
): Promise<void> => {
  const portal = await portals.find(portalId);
  if (!portal || (await isDisabled(store.db, portalId, to))) return;
  const { locale: fallback, locales, name } = portal.config.portal;
  const order = [fallback, ...locales.filter((one) => one !== fallback)];
  const locale = preferredLocale(headers?.get('accept-language') ?? undefined, order);
  const { link, button, ...written } = words(mailTexts(locale), textIn(name, locale, fallback));
  const look = { ...(await lookOf({ portals }, store.db, portalId, locale)), link, button, isPrivate: true };
  await outbox.write(store.db, { to, look, ...written });
  outbox.wake();
};

const createAuth = (needs: Needs, portalId: string) => {
  const { store, settings } = needs;
  const adapter = drizzleAdapter(store.db, { provider: 'pg', schema: customerTables });
  const { session, emailAndPassword, ...shared } = accountOptions(settings.authSecret, settings);
  return betterAuth({
    ...shared,
    database: scopeAdapter(portalId, adapter),
    user: {
      additionalFields: {
        ...ofPortal,
        company: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { ...session, additionalFields: ofPortal },
    account: { additionalFields: ofPortal },
    verification: { additionalFields: ofPortal, storeIdentifier: 'hashed' },
    emailAndPassword: {
      ...emailAndPassword,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      sendResetPassword: ({ user, token }, request) => {
        const link = `${settings.publicUrl}/reset?portal=${encodeURIComponent(portalId)}&token=${encodeURIComponent(token)}`;
        return write(needs, portalId, user.email, request?.headers, (texts, name) =>
          texts.passwordReset(name, link, RESET_MINUTES),
        );
      },
    },
    plugins: [
      bearer({ requireSignature: true }),
      emailOTP({
        disableSignUp: true,
        otpLength: CODE_DIGITS,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: WRONG_CODES,
        storeOTP: 'hashed',
        sendVerificationOTP: ({ email, otp }, context) =>
          write(needs, portalId, email, context?.headers, (texts, name) => texts.code(name, otp, CODE_MINUTES)),
      }),
    ],
  });
};

export type CustomerAuth = ReturnType<typeof createAuth>;

const REMEMBERED = 200;

/** The accounts of a portal's customers; each portal has its own, and the same address may exist in several. */
export const createCustomers = (needs: Needs): ((portal: Pick<Portal, 'id'>) => CustomerAuth) => {
  const made = new Map<string, CustomerAuth>();
  return ({ id }) => {
    const known = made.get(id);
    if (known) return known;
    const auth = createAuth(needs, id);
    remember(made, id, auth, REMEMBERED);
    return auth;
  };
};

/** How better-auth is to name the way an account came to be: somebody with rights made it. */
export const BY_OFFICE = { method: 'admin' } as const;

/** Adds a customer of a portal who can sign in; does nothing to one who can. */
export const addCustomer = async (
  { store, customersOf, clock }: Pick<Services, 'store' | 'customersOf' | 'clock'>,
  portalId: string,
  { email, password, ...known }: { name: string; email: string; password: string; company?: string },
): Promise<string> => {
  const record = { ...known, email: accountAddress(email) };
  const id = await keepNewCustomer(store.db, portalId, record, clock());
  const { password: passwords } = await customersOf({ id: portalId }).$context;
  const { account } = customerTables;
  if ((await store.db.$count(account, eq(account.userId, id))) > 0) return id;
  await setCustomerPassword(store.db, { id, portalId }, await passwords.hash(password), clock());
  return id;
};
