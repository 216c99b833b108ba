import { and, eq } from 'drizzle-orm';
import type { Issue, RequestType } from 'portal-request-form/contract';
import { WORK_ORDER_PARTS, type MappedType, type WorkOrderMapping } from '../../office-contract/index.js';
import { incomplete, notFound } from '../problem.js';
import { workOrderMappings } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { record } from './audit.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { fittingFields, foundField } from './work-order-fields.js';

/** What the office decided for a request type; nothing where it decided nothing. */
export const mappingOf = async (
  queryable: Queryable,
  portalId: string,
  requestType: string,
): Promise<WorkOrderMapping> => {
  const which = and(eq(workOrderMappings.portalId, portalId), eq(workOrderMappings.requestType, requestType));
  const [row] = await queryable.select().from(workOrderMappings).where(which);
  return row?.mapping ?? {};
};

const mapped = (type: RequestType, mapping: WorkOrderMapping, portalLocale: string): MappedType => ({
  requestType: type.id,
  label: type.label,
  portalLocale,
  mapping,
  parts: Object.fromEntries(
    WORK_ORDER_PARTS.map((part) => {
      const fields = fittingFields(type, part).map(({ id, label = '' }) => ({ id, label }));
      const found = foundField(type, part);
      return [part, { fields, ...(found ? { found: found.id } : {}) }];
    }),
  ) as MappedType['parts'],
});

const typesOf = async ({ portals }: Services, { portalId }: Clerk): Promise<readonly RequestType[]> =>
  (await portals.find(portalId))?.config.requestTypes ?? [];

/** What becomes of the answers of each request type in a work order. */
export const listMappings = async (services: Services, clerk: Clerk): Promise<MappedType[]> => {
  const own = eq(workOrderMappings.portalId, clerk.portalId);
  const rows = await services.store.db.select().from(workOrderMappings).where(own);
  const decided = new Map(rows.map(({ requestType, mapping }) => [requestType, mapping]));
  const types = await typesOf(services, clerk);
  return types.map((type) => mapped(type, decided.get(type.id) ?? {}, clerk.portalLocale));
};

/** The mapping in a body, or a 422 for a part that does not exist, or a field that does not fit it. */
const readMapping = (type: RequestType, body: Readonly<Record<string, unknown>>): WorkOrderMapping => {
  const given = new Map(Object.entries(body));
  const unknown = [...given.keys()].filter((key) => !WORK_ORDER_PARTS.some((part) => part === key));
  const errors: Issue[] = unknown.map((key) => ({ pointer: `/${key}`, code: 'unknown-key' }));
  const mapping: WorkOrderMapping = {};
  for (const part of WORK_ORDER_PARTS) {
    const value = given.get(part);
    if (value === undefined) continue;
    const fits =
      typeof value === 'string' && (value === 'none' || fittingFields(type, part).some(({ id }) => id === value));
    if (fits) mapping[part] = value;
    else errors.push({ pointer: `/${part}`, code: 'option' });
  }
  if (errors.length > 0) throw incomplete(errors);
  return mapping;
};

/** Decides which fields of a request type are which of a work order. Throws a 404 and a 422. */
export const setMapping = async (
  services: Services,
  clerk: Clerk,
  requestType: string,
  body: Readonly<Record<string, unknown>>,
): Promise<MappedType> => {
  const type = (await typesOf(services, clerk)).find(({ id }) => id === requestType);
  if (!type) throw notFound();
  const mapping = readMapping(type, body);
  const { portalId } = workOrderMappings;
  await services.store.db.transaction(async (tx) => {
    await tx
      .insert(workOrderMappings)
      .values({ portalId: clerk.portalId, requestType, mapping })
      .onConflictDoUpdate({ target: [portalId, workOrderMappings.requestType], set: { mapping } });
    await record(services, tx, clerk, 'mapping.changed', { label: requestType });
  });
  return mapped(type, mapping, clerk.portalLocale);
};
