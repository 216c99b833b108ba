import { and, eq, sql } from 'drizzle-orm';
import type { Issue } from 'portal-request-form/contract';
import type { NewPortal, StaffPortal } from '../../office-contract/index.js';
import { incomplete, notFound, Refusal } from '../problem.js';
import { staffTables } from '../store/auth-schema.js';
import { portalConfigs, portals, staffPortals } from '../store/schema.js';
import { record } from './audit.js';
import { firstConfig } from './new-portal.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { isLocale, isNewPortalId } from './shapes.js';
import { typed } from './texts.js';
import { isWorking, worksFor } from './workplaces.js';

const LONGEST_NAME = 200;
const MOST_LOCALES = 20;

/** The portals that somebody works for, by their ids. */
export const listStaffPortals = async ({ store }: Services, clerk: Clerk): Promise<StaffPortal[]> => {
  const isCurrent = and(eq(portalConfigs.portalId, portals.id), eq(portalConfigs.version, portals.configVersion));
  const rows = await store.db
    .select({ id: portals.id, role: staffPortals.role, config: portalConfigs.config })
    .from(staffPortals)
    .innerJoin(portals, eq(portals.id, staffPortals.portalId))
    .innerJoin(portalConfigs, isCurrent)
    .where(and(eq(staffPortals.staffId, clerk.id), isWorking()))
    .orderBy(portals.id);
  return rows.map(({ id, role, config: { portal } }) => {
    const { name, locale } = portal;
    return { id, name, locale, role, isCurrent: id === clerk.portalId };
  });
};

/** Makes a portal that somebody works for the one that a session is about. Throws a 404 for any other. */
export const switchPortal = async (
  services: Services,
  clerk: Clerk,
  sessionId: string,
  portalId: unknown,
): Promise<void> => {
  if (typeof portalId !== 'string' || portalId.includes('\0')) throw notFound();
  const { session } = staffTables;
  await services.store.db.transaction(async (tx) => {
    if ((await tx.$count(staffPortals, worksFor(clerk.id, portalId))) === 0) throw notFound();
    await tx.update(session).set({ portalId }).where(eq(session.id, sessionId));
    await tx.execute(sql`SELECT pg_notify('office_event', ${`session ${sessionId}`})`); // who watches does so anew
    if (portalId !== clerk.portalId) await record(services, tx, { ...clerk, portalId }, 'session.switched');
  });
};

const localeIssues = (locales: unknown): Issue[] => {
  if (!Array.isArray(locales)) return [{ pointer: '/locales', code: 'type' }];
  if (locales.length === 0) return [{ pointer: '/locales', code: 'min', params: { min: 1 } }];
  if (locales.length > MOST_LOCALES) return [{ pointer: '/locales', code: 'max', params: { max: MOST_LOCALES } }];
  return locales.flatMap((tag: unknown, index) => {
    if (!isLocale(tag)) return [{ pointer: `/locales/${index}`, code: 'locale' }];
    return locales.indexOf(tag) === index ? [] : [{ pointer: `/locales/${index}`, code: 'duplicate-id' }];
  });
};

const KEYS: ReadonlySet<string> = new Set(['id', 'name', 'locales']);

const readNew = (body: Record<string, unknown>): NewPortal => {
  const { id, locales } = body;
  const name = typeof body['name'] === 'string' ? typed(body['name']) : '';
  const issues: Issue[] = [
    ...(isNewPortalId(id) ? [] : [{ pointer: '/id', code: 'id' }]),
    ...(name === '' ? [{ pointer: '/name', code: 'required' }] : []),
    ...([...name].length > LONGEST_NAME ? [{ pointer: '/name', code: 'too-long', params: { max: LONGEST_NAME } }] : []),
    ...localeIssues(locales),
    ...Object.keys(body).flatMap((key) => (KEYS.has(key) ? [] : [{ pointer: `/${key}`, code: 'unknown-key' }])),
  ];
  if (issues.length > 0) throw incomplete(issues);
  return { id: id as string, name, locales: locales as string[] };
};

/**
 * Makes a portal that asks one question, with whoever makes it as its manager. Throws a 409 for an id that is taken, and a
 * 422.
 */
export const createPortal = async (
  services: Services,
  clerk: Clerk,
  body: Record<string, unknown>,
): Promise<StaffPortal> => {
  const { id, name, locales } = readNew(body);
  const [locale = 'en', ...more] = locales;
  return services.store.db.transaction(async (tx) => {
    const isNew = await services.portals.addIn(tx, id, firstConfig(name, [locale, ...more]));
    if (!isNew) throw new Refusal(409, 'invalid-request', 'There is a portal with this id already');
    await tx.insert(staffPortals).values({ staffId: clerk.id, portalId: id, role: 'manager' });
    await record(services, tx, { ...clerk, portalId: id }, 'portal.made', { label: id });
    return { id, name, locale, role: 'manager', isCurrent: false };
  });
};
