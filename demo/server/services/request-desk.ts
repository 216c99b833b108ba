import { and, asc, eq } from 'drizzle-orm';
import type { RequestChoices } from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { requests, staff, staffPortals } from '../store/schema.js';
import { declineReasonsOf } from './decline-reasons.js';
import type { Clerk } from './office-decisions.js';
import { readTally } from './request-tally.js';
import type { Services } from './services.js';
import { isWorking, worksFor } from './workplaces.js';

const change = async (
  { store: { db } }: Services,
  { portalId }: Clerk,
  id: string,
  values: { isUnread: boolean } | { assignedTo: string | null; updatedAt: Date },
): Promise<void> => {
  const own = and(eq(requests.id, id), eq(requests.portalId, portalId));
  const changed = await db.update(requests).set(values).where(own).returning({ id: requests.id });
  if (changed.length === 0) throw notFound();
};

const isColleague = async ({ store }: Services, { portalId }: Clerk, id: unknown): Promise<boolean> => {
  if (typeof id !== 'string' || id.includes('\0')) return false;
  return (await store.db.$count(staffPortals, worksFor(id, portalId))) > 0;
};

/** Gives a request to a member of staff of the same office, or to nobody for null. Throws a 404, or a 422 for anybody else. */
export const assignRequest = async (services: Services, clerk: Clerk, id: string, staffId: unknown): Promise<void> => {
  if (staffId !== null && !(await isColleague(services, clerk, staffId))) {
    throw incomplete([{ pointer: '/staffId', code: 'option' }]);
  }
  await change(services, clerk, id, { assignedTo: staffId as string | null, updatedAt: services.clock() });
};

/** Notes that the office has opened a request, or wants to see it as new again. Throws a 404, or a 422. */
export const markRequest = async (services: Services, clerk: Clerk, id: string, isUnread: unknown): Promise<void> => {
  if (typeof isUnread !== 'boolean') throw incomplete([{ pointer: '/isUnread', code: 'type' }]);
  await change(services, clerk, id, { isUnread });
};

/** What a portal's requests can be filtered by, and who can be given one. */
export const requestChoices = async (services: Services, clerk: Clerk): Promise<RequestChoices> => {
  const { db } = services.store;
  const portal = await services.portals.find(clerk.portalId);
  if (!portal) throw notFound();
  const asked = portal.config.requestTypes.map(({ id, label }) => ({ id, label }));
  const known = new Set(asked.map(({ id }) => id));
  const tallies = await readTally(db, clerk.portalId);
  const earlier = [...new Set(tallies.map(({ requestType }) => requestType))].filter((id) => !known.has(id)).sort();
  const { id, name } = staff;
  const colleagues = await db
    .select({ id, name })
    .from(staff)
    .innerJoin(staffPortals, eq(staffPortals.staffId, id))
    .where(and(eq(staffPortals.portalId, clerk.portalId), isWorking()))
    .orderBy(asc(name), asc(id));
  return {
    types: [...asked, ...earlier.map((type) => ({ id: type, label: type }))],
    colleagues,
    declineReasons: [...(await declineReasonsOf(services, clerk.portalId))],
    own: clerk.id,
    portalLocale: clerk.portalLocale,
  };
};
