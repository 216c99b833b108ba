import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { RequestChoices } from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { requests, staff, staffPortals } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { aboutRequest, record } from './audit.js';
import { declineReasonsOf } from './decline-reasons.js';
import type { Clerk } from './office-decisions.js';
import { readTally } from './request-tally.js';
import type { Services } from './services.js';
import { isWorking } from './workplaces.js';

const change = async (
  queryable: Queryable,
  { portalId }: Clerk,
  id: string,
  values: { isUnread: boolean } | { assignedTo: string | null; updatedAt: Date },
): Promise<{ id: string; reference: string }> => {
  const own = and(eq(requests.id, id), eq(requests.portalId, portalId));
  const { reference } = requests;
  const [changed] = await queryable.update(requests).set(values).where(own).returning({ id: requests.id, reference });
  if (!changed) throw notFound();
  return changed;
};

/** Who worked for a portal at any time, or does under a condition, by name. */
export const colleaguesOf = (
  queryable: Queryable,
  portalId: string,
  condition?: SQL,
): Promise<{ id: string; name: string }[]> => {
  const { id, name } = staff;
  return queryable
    .select({ id, name })
    .from(staff)
    .innerJoin(staffPortals, eq(staffPortals.staffId, id))
    .where(and(eq(staffPortals.portalId, portalId), condition))
    .orderBy(asc(name), asc(id));
};

/** Gives a request to a member of staff of the same office, or to nobody for null. Throws a 404, or a 422 for anybody else. */
export const assignRequest = async (services: Services, clerk: Clerk, id: string, staffId: unknown): Promise<void> => {
  await services.store.db.transaction(async (tx) => {
    const colleague = (await colleaguesOf(tx, clerk.portalId, isWorking())).find((one) => one.id === staffId);
    if (staffId !== null && !colleague) throw incomplete([{ pointer: '/staffId', code: 'option' }]);
    const values = { assignedTo: colleague?.id ?? null, updatedAt: services.clock() };
    const request = await change(tx, clerk, id, values);
    const details = colleague ? { to: colleague.name } : undefined;
    await record(services, tx, clerk, 'request.assigned', aboutRequest(request, details));
  });
};

/** Notes that the office has opened a request, or wants to see it as new again. Throws a 404, or a 422. */
export const markRequest = async (services: Services, clerk: Clerk, id: string, isUnread: unknown): Promise<void> => {
  if (typeof isUnread !== 'boolean') throw incomplete([{ pointer: '/isUnread', code: 'type' }]);
  await change(services.store.db, clerk, id, { isUnread });
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
  const colleagues = await colleaguesOf(db, clerk.portalId, isWorking());
  return {
    types: [...asked, ...earlier.map((type) => ({ id: type, label: type }))],
    colleagues,
    declineReasons: [...(await declineReasonsOf(services, clerk.portalId))],
    own: clerk.id,
    portalLocale: clerk.portalLocale,
  };
};
