import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { PortalConfig } from 'portal-request-form/contract';
import { requests, workOrders } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { nextReferences } from './reference.js';
import { timeZoneOf } from './time-zone.js';

interface NewWorkOrder {
  readonly portalId: string;
  readonly requestId: string;
  /** The member of staff who accepted the request; null where the portal needs no approval. */
  readonly createdBy: string | null;
  readonly at: Date;
}

/** Makes a work order of a request that has none, and gives its reference. */
export const makeWorkOrder = async (
  tx: Transaction,
  config: PortalConfig,
  { portalId, requestId, createdBy, at }: NewWorkOrder,
): Promise<string> => {
  const [reference = ''] = await nextReferences(
    tx,
    { portalId, kind: 'WO', time: at, timeZone: timeZoneOf(config) },
    1,
  );
  const order = { id: randomUUID(), portalId, reference, requestId, status: 'open' as const };
  await tx.insert(workOrders).values({ ...order, createdBy, createdAt: at });
  const searchText = sql`${requests.searchText} || ${`\n${reference}`}::text`; // both are found by either's reference
  await tx.update(requests).set({ searchText }).where(eq(requests.id, requestId));
  return reference;
};
