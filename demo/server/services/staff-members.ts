import { and, asc, desc, eq, ne, notExists, sql } from 'drizzle-orm';
import type { Issue } from 'portal-request-form/contract';
import {
  STAFF_ROLES,
  type OfficeStaff,
  type StaffInvitation,
  type StaffMember,
  type StaffRole,
} from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { staffTables } from '../store/auth-schema.js';
import { staff, staffInvitations, staffPortals } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { accountAddress } from './account-address.js';
import { record } from './audit.js';
import { countInvitation, mailInvitation } from './invitation-mail.js';
import type { Clerk } from './office-decisions.js';
import { lockPortal } from './publications.js';
import { readRecord, textField } from './record-fields.js';
import type { Services } from './services.js';
import { EMAIL_FIELD } from './shapes.js';
import { inviteStaff, withdrawStaffInvitation } from './staff-invitations.js';
import { isWorking } from './workplaces.js';

const DAYS = 7;

const columns = {
  id: staff.id,
  name: staff.name,
  email: staff.email,
  role: staffPortals.role,
  disabledAt: staffPortals.disabledAt,
};

const membersOf = (queryable: Queryable, portalId: string) =>
  queryable
    .select(columns)
    .from(staffPortals)
    .innerJoin(staff, eq(staff.id, staffPortals.staffId))
    .where(eq(staffPortals.portalId, portalId))
    .orderBy(asc(sql`lower(${staff.name})`), asc(staff.id));

type Row = Awaited<ReturnType<typeof membersOf>>[number];

const memberOf = ({ disabledAt, ...row }: Row, clerk: Clerk): StaffMember => ({
  ...row,
  isDisabled: disabledAt !== null,
  isSelf: row.id === clerk.id,
});

const findMember = async (queryable: Queryable, { portalId }: Clerk, id: string): Promise<Row> => {
  const row = (await membersOf(queryable, portalId)).find((one) => one.id === id);
  if (!row) throw notFound();
  return row;
};

const invitationOf = (
  { id, name, email, role, createdAt, expiresAt }: typeof staffInvitations.$inferSelect,
  now: Date,
): StaffInvitation => ({
  ...{ id, name, email, role, invitedAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
  isExpired: expiresAt <= now,
});

/** Who works for a portal, and who is invited to. */
export const listStaff = async ({ store: { db }, clock }: Services, clerk: Clerk): Promise<OfficeStaff> => {
  const ofMember = db
    .select({ one: sql`1` })
    .from(staffPortals)
    .innerJoin(staff, eq(staff.id, staffPortals.staffId))
    .where(and(eq(staffPortals.portalId, clerk.portalId), eq(staff.email, staffInvitations.email)));
  const open = await db
    .select()
    .from(staffInvitations)
    .where(and(eq(staffInvitations.portalId, clerk.portalId), notExists(ofMember)))
    .orderBy(desc(staffInvitations.createdAt), asc(staffInvitations.id));
  const members = await membersOf(db, clerk.portalId);
  const now = clock();
  return {
    items: members.map((row) => memberOf(row, clerk)),
    invitations: open.map((row) => invitationOf(row, now)),
  };
};

const FIELDS = { name: textField('name', 200, true), email: EMAIL_FIELD };

const roleIn = (given: unknown): StaffRole | undefined => STAFF_ROLES.find((one) => one === given);
const roleIssues = (given: unknown): Issue[] => (roleIn(given) ? [] : [{ pointer: '/role', code: 'option' }]);

/** Invites somebody by mail; the account and the place in the office come with the answer. Throws a 422 and a 429. */
export const inviteColleague = async (
  services: Services,
  clerk: Clerk,
  { role: wanted, ...body }: Record<string, unknown>,
): Promise<StaffInvitation> => {
  const { store, outbox, clock } = services;
  const { portalId, portalLocale: locale } = clerk;
  const { values, issues } = readRecord(FIELDS, body);
  const role = roleIn(wanted);
  if (issues.length > 0 || !role) throw incomplete([...issues, ...roleIssues(wanted)]);
  const name = values.name as string;
  const email = accountAddress(values.email as string);
  if ((await membersOf(store.db, portalId)).some((one) => one.email === email)) {
    throw incomplete([{ pointer: '/email', code: 'known' }]);
  }
  await countInvitation(services, portalId, email);
  const invited = await store.db.transaction(async (tx) => {
    const invitation = { ...{ portalId, email, name, role }, setsPassword: false, invitedBy: clerk.id };
    const { address: link } = await inviteStaff(services, tx, { ...invitation, hours: DAYS * 24 });
    await mailInvitation(services, tx, { portalId, locale, to: email }, (texts, portal) =>
      texts.staff({ portal, name, by: clerk.name, link, days: DAYS }),
    );
    const same = and(eq(staffInvitations.portalId, portalId), eq(staffInvitations.email, email));
    const [row] = await tx.select().from(staffInvitations).where(same);
    if (!row) throw new Error('An invitation was not kept');
    await record(services, tx, clerk, 'staff.invited', { id: row.id, label: name, details: { to: role } });
    return invitationOf(row, clock());
  });
  outbox.wake();
  return invited;
};

/** Takes an invitation back; its link opens nothing from then on. Throws a 404. */
export const removeStaffInvitation = (services: Services, clerk: Clerk, id: string): Promise<void> =>
  services.store.db.transaction(async (tx) => {
    const own = and(eq(staffInvitations.id, id), eq(staffInvitations.portalId, clerk.portalId));
    const [removed] = await tx.delete(staffInvitations).where(own).returning();
    if (!removed) throw notFound();
    await record(services, tx, clerk, 'staff.uninvited', { id, label: removed.name });
  });

/** Ends the sessions that somebody works for a portal in; those for other portals go on. */
const endSessions = async (tx: Transaction, staffId: string, portalId: string): Promise<void> => {
  const { session } = staffTables;
  const [account] = await tx.select({ portalId: staff.portalId }).from(staff).where(eq(staff.id, staffId));
  const about = sql`coalesce(${session.portalId}, ${account?.portalId ?? ''}) = ${portalId}`;
  await tx.delete(session).where(and(eq(session.userId, staffId), about));
};

const refuseLast = async (tx: Transaction, portalId: string, id: string): Promise<void> => {
  const others = and(
    eq(staffPortals.portalId, portalId),
    eq(staffPortals.role, 'manager'),
    ne(staffPortals.staffId, id),
    isWorking(),
  );
  if ((await tx.$count(staffPortals, others)) === 0) throw incomplete([{ pointer: '', code: 'last-manager' }]);
};

/** Says what somebody may do in a portal from now on. Throws a 404, and a 422 where nobody would manage it. */
export const changeMember = async (
  services: Services,
  clerk: Clerk,
  id: string,
  { role: wanted, isDisabled, ...rest }: Record<string, unknown>,
): Promise<StaffMember> => {
  const role = roleIn(wanted);
  const issues: Issue[] = [
    ...roleIssues(wanted),
    ...(typeof isDisabled === 'boolean' ? [] : [{ pointer: '/isDisabled', code: 'type' }]),
    ...Object.keys(rest).map((key) => ({ pointer: `/${key}`, code: 'unknown-key' })),
  ];
  const { portalId } = clerk;
  return services.store.db.transaction(async (tx) => {
    await lockPortal(tx, portalId); // of two managers who take each other's rights, one is the second
    const before = await findMember(tx, clerk, id);
    if (issues.length > 0 || !role) throw incomplete(issues);
    if (role !== 'manager' || isDisabled === true) await refuseLast(tx, portalId, id);
    const disabledAt = isDisabled === true ? (before.disabledAt ?? services.clock()) : null;
    const place = and(eq(staffPortals.staffId, id), eq(staffPortals.portalId, portalId));
    await tx.update(staffPortals).set({ role, disabledAt }).where(place);
    const to = disabledAt ? 'disabled' : role;
    await record(services, tx, clerk, 'staff.changed', { id, label: before.name, details: { to } });
    if (disabledAt) {
      await withdrawStaffInvitation(tx, portalId, before.email);
      await endSessions(tx, id, portalId);
    }
    return memberOf({ ...before, role, disabledAt }, clerk);
  });
};

/** Mails a link with which somebody of the office chooses another password. Throws a 404, a 422 and a 429. */
export const mailPasswordLink = async (services: Services, clerk: Clerk, id: string): Promise<void> => {
  const { store, outbox } = services;
  const { portalId, portalLocale: locale } = clerk;
  const { name, email, role, disabledAt } = await findMember(store.db, clerk, id);
  if (disabledAt) throw incomplete([{ pointer: '', code: 'disabled' }]);
  await countInvitation(services, portalId, email);
  await store.db.transaction(async (tx) => {
    const invitation = { ...{ portalId, email, name, role }, setsPassword: true, invitedBy: clerk.id };
    const { address: link } = await inviteStaff(services, tx, { ...invitation, hours: DAYS * 24 });
    await mailInvitation(services, tx, { portalId, locale, to: email }, (texts, portal) =>
      texts.staffPassword({ portal, name, link, days: DAYS }),
    );
    await record(services, tx, clerk, 'staff.password-mailed', { id, label: name });
  });
  outbox.wake();
};
