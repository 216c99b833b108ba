import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { OfficeCustomer } from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { customerInvitations, customers } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { record, recordOfServer } from './audit.js';
import { setCustomerPassword } from './customer-rows.js';
import { sha256 } from './hash.js';
import { countInvitation, mailInvitation } from './invitation-mail.js';
import type { Invitations } from './invitations.js';
import { newLinkToken } from './link-token.js';
import { aboutCustomer, findCustomer, lockCustomer } from './office-customers.js';
import type { Clerk } from './office-decisions.js';
import type { Portal } from './portals.js';
import type { Services } from './services.js';

const DAYS = 14;
const DAY = 86_400_000;

/** The website on which a portal's form stands, when its settings name exactly one. */
export const websiteOf = ({ office }: Portal): string | undefined => {
  const [origin, ...more] = office.origins.filter((one) => !one.includes('*'));
  return more.length === 0 ? origin : undefined;
};

/** The link with which a customer chooses a password, once; the one before is worth nothing from then on. */
const makeLink = async ({ settings, clock }: Services, tx: Transaction, customerId: string): Promise<string> => {
  const { token, kept } = newLinkToken(clock(), DAYS * DAY);
  await tx
    .insert(customerInvitations)
    .values({ customerId, ...kept })
    .onConflictDoUpdate({ target: customerInvitations.customerId, set: kept });
  return `${settings.publicUrl}/invitation/customer?token=${token}`;
};

/** Writes an invitation to a customer of a portal in the caller's transaction. */
export const inviteCustomerIn = async (
  services: Services,
  tx: Transaction,
  portal: Portal,
  { id, name, email }: { readonly id: string; readonly name: string; readonly email: string },
): Promise<void> => {
  const { signIn } = portal.config.access;
  const link = signIn.includes('password') ? await makeLink(services, tx, id) : undefined;
  const to = { portalId: portal.id, locale: portal.config.portal.locale, to: email };
  const more = { hasCodes: signIn.includes('code'), website: websiteOf(portal), days: DAYS };
  await mailInvitation(services, tx, to, (texts, name_) =>
    texts.customer({ portal: name_, name, email, link, ...more }),
  );
  await tx.update(customers).set({ invitedAt: services.clock() }).where(eq(customers.id, id));
};

/** Invites a customer by mail. Throws a 404, a 422 for who is disabled, and a 429. */
export const inviteCustomer = async (services: Services, clerk: Clerk, id: string): Promise<OfficeCustomer> => {
  const { store, portals, outbox } = services;
  const portal = await portals.find(clerk.portalId);
  if (!portal) throw notFound();
  const { email } = await findCustomer(services, clerk, id);
  await countInvitation(services, portal.id, email);
  await store.db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, clerk, id);
    if (customer.disabledAt) throw incomplete([{ pointer: '', code: 'disabled' }]);
    await inviteCustomerIn(services, tx, portal, customer);
    await record(services, tx, clerk, 'customer.invited', aboutCustomer(customer));
  });
  outbox.wake();
  return findCustomer(services, clerk, id);
};

const invited = (queryable: Queryable, token: string, now: Date) =>
  queryable
    .select({ id: customers.id, portalId: customers.portalId, email: customers.email })
    .from(customerInvitations)
    .innerJoin(customers, eq(customers.id, customerInvitations.customerId))
    .where(
      and(
        eq(customerInvitations.tokenHash, sha256(token)),
        gt(customerInvitations.expiresAt, now),
        isNull(customers.disabledAt),
      ),
    );

/** What an invitation of a customer leads to. */
export const customerInvitationLinks: Invitations = {
  find: async ({ store: { db }, clock }, token) => {
    const [found] = await invited(db, token, clock());
    return found && { portalId: found.portalId, email: found.email, asksPassword: true };
  },
  accept: async (services, token, password) => {
    const { store, clock, customersOf } = services;
    const now = clock();
    const [asked] = await invited(store.db, token, now);
    if (!asked || password === undefined) return false;
    const hash = await (await customersOf({ id: asked.portalId }).$context).password.hash(password);
    return store.db.transaction(async (tx) => {
      const [found] = await invited(tx, token, now);
      const used = await tx
        .delete(customerInvitations)
        .where(eq(customerInvitations.tokenHash, sha256(token)))
        .returning({ customerId: customerInvitations.customerId }); // of two at once, one
      if (!found || used.length === 0) return false;
      await setCustomerPassword(tx, found, hash, now);
      await recordOfServer(services, tx, found.portalId, 'customer.joined', aboutCustomer(found));
      return true;
    });
  },
};

/** Removes links that nobody used in time. */
export const removeOldCustomerInvitations = async ({ store, clock }: Services): Promise<void> =>
  void (await store.db.delete(customerInvitations).where(lt(customerInvitations.expiresAt, clock())));
