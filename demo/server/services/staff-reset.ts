import { and, eq, gt, lt } from 'drizzle-orm';
import { staff, staffPasswordLinks, staffPortals } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { accountAddress } from './account-address.js';
import { sha256 } from './hash.js';
import { mailInvitation } from './invitation-mail.js';
import type { Invitations } from './invitations.js';
import { newLinkToken } from './link-token.js';
import type { Services } from './services.js';
import { evenly } from './sessions.js';
import { recordOfAccount } from './staff-audit.js';
import { setStaffPassword } from './staff-passwords.js';
import { isWorking } from './workplaces.js';

const HOUR = 3_600_000;

/** The account behind an address, and the portal it is at home in, else the first that it works for. */
const workerAt = async ({ store, portals }: Services, email: string) => {
  const { id, name } = staff;
  const places = await store.db
    .select({ id, name, home: staff.portalId, portalId: staffPortals.portalId })
    .from(staff)
    .innerJoin(staffPortals, eq(staffPortals.staffId, staff.id))
    .where(and(eq(staff.email, email), isWorking()))
    .orderBy(staffPortals.portalId);
  const place = places.find(({ home, portalId }) => home === portalId) ?? places[0];
  const portal = place && (await portals.find(place.portalId));
  return place && portal && { id: place.id, name: place.name, portal };
};

const mailLink = async (services: Services, email: string): Promise<void> => {
  const { store, settings, clock, outbox } = services;
  const worker = await workerAt(services, email);
  if (!worker) return;
  const { token, kept } = newLinkToken(clock(), HOUR);
  const link = `${settings.publicUrl}/invitation/password?token=${token}`;
  const { id, name, portal } = worker;
  await store.db.transaction(async (tx) => {
    const { staffId } = staffPasswordLinks;
    await tx
      .insert(staffPasswordLinks)
      .values({ staffId: id, ...kept })
      .onConflictDoUpdate({ target: staffId, set: kept });
    const to = { portalId: portal.id, locale: portal.config.portal.locale, to: email };
    await mailInvitation(services, tx, to, (texts, portalName) => texts.forgotten({ portal: portalName, name, link }));
    await recordOfAccount(services, tx, { id, name }, 'staff.password-asked');
  });
  outbox.wake();
};

/** Mails a link for another password to who works somewhere; the caller cannot tell whether anybody does. Throws a 429. */
export const sendStaffReset = async (services: Services, email: string, address: string): Promise<void> => {
  const { throttle, settings } = services;
  const account = accountAddress(email);
  await throttle.take([
    { key: ['staff-mail', account], limit: settings.limits.mailsPerAccount },
    { key: ['staff-mail', '', address], limit: settings.limits.mailsPerClient },
  ]);
  await evenly(() => mailLink(services, account));
};

const linked = async (queryable: Queryable, token: string, now: Date) => {
  const [found] = await queryable
    .select({ id: staff.id, name: staff.name, email: staff.email, portalId: staffPortals.portalId })
    .from(staffPasswordLinks)
    .innerJoin(staff, eq(staff.id, staffPasswordLinks.staffId))
    .innerJoin(staffPortals, eq(staffPortals.staffId, staff.id))
    .where(and(eq(staffPasswordLinks.tokenHash, sha256(token)), gt(staffPasswordLinks.expiresAt, now), isWorking()))
    .orderBy(staffPortals.portalId)
    .limit(1);
  return found;
};

/** What the link of a mail for who forgot their password leads to. */
export const staffPasswordLinkPages: Invitations = {
  find: async ({ store: { db }, clock }, token) => {
    const found = await linked(db, token, clock());
    return found && { portalId: found.portalId, email: found.email, asksPassword: true };
  },
  accept: async (services, token, password) => {
    const { store, clock, staff: auth } = services;
    const now = clock();
    if (password === undefined || !(await linked(store.db, token, now))) return false;
    const hash = await (await auth.$context).password.hash(password);
    return store.db.transaction(async (tx) => {
      const account = await linked(tx, token, now);
      const own = eq(staffPasswordLinks.tokenHash, sha256(token));
      const used = await tx.delete(staffPasswordLinks).where(own).returning({ id: staffPasswordLinks.staffId }); // of two at once, one
      if (!account || used.length === 0) return false;
      await setStaffPassword(tx, account.id, hash, now);
      await recordOfAccount(services, tx, account, 'staff.password-chosen');
      return true;
    });
  },
};

/** Removes links that nobody used in time. */
export const removeOldStaffPasswordLinks = async ({ store, clock }: Services): Promise<void> =>
  void (await store.db.delete(staffPasswordLinks).where(lt(staffPasswordLinks.expiresAt, clock())));
