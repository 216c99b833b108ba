import { randomUUID } from 'node:crypto';
import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { WebhookEvent } from '../../office-contract/index.js';
import { requests, webhookEndpoints, workOrders } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import type { Services } from './services.js';
import { textIn } from './texts.js';
import { mappingOf } from './work-order-mappings.js';
import { workOrderFields } from './work-order-fields.js';

type RequestRow = typeof requests.$inferSelect;

/** What every event tells of the request it is about, as it is after the event. */
const bodyOf = async (
  services: Services,
  tx: Transaction,
  event: WebhookEvent,
  row: RequestRow,
  at: Date,
): Promise<string> => {
  const config = await services.portals.configOf(tx, row.portalId, row.configVersion);
  const type = config?.requestTypes.find(({ id }) => id === row.requestType);
  if (!config || !type) throw new Error('A request has lost the configuration it was sent under');
  const [order] = await tx.select().from(workOrders).where(eq(workOrders.requestId, row.id));
  const mapping = await mappingOf(tx, row.portalId, row.requestType);
  const office = `${services.settings.publicUrl}/back-office`;
  return JSON.stringify({
    type: event,
    timestamp: at.toISOString(),
    data: {
      portal: row.portalId,
      request: {
        id: row.id,
        reference: row.reference,
        status: row.status,
        requestType: row.requestType,
        title: textIn(row.title, config.portal.locale, config.portal.locale),
        locale: row.locale,
        submittedAt: row.submittedAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        ...(row.reason === null ? {} : { reason: row.reason }),
        link: `${office}/requests/${row.id}`,
      },
      ...(order
        ? {
            workOrder: {
              id: order.id,
              reference: order.reference,
              status: order.status,
              link: `${office}/work-orders/${order.id}`,
            },
          }
        : {}),
      fields: workOrderFields(type, { ...row, portalLocale: config.portal.locale }, mapping),
    },
  });
};

const { portalId: ofPortal, isPaused, goneAt, events: wantedEvents } = webhookEndpoints;

/** The condition that an endpoint of a portal is to be called. */
const isOpen = (portalId: string) => and(eq(ofPortal, portalId), eq(isPaused, false), isNull(goneAt));

/** Whether a portal has an endpoint that is to be called, as a part of a query. */
export const hasListeners = (queryable: Queryable, portalId: string) =>
  sql<boolean>`${exists(queryable.select({ id: webhookEndpoints.id }).from(webhookEndpoints).where(isOpen(portalId)))}`;

/**
 * Writes an event about a request for every endpoint of its portal that wants it, in the caller's transaction and after
 * what it tells about was written. Whoever calls wakes the outbox after the commit.
 */
export const announce = async (
  services: Services,
  tx: Transaction,
  requestId: string,
  ...events: readonly WebhookEvent[]
): Promise<void> => {
  const [row] = await tx.select().from(requests).where(eq(requests.id, requestId));
  if (!row) throw new Error('An event is about a request that is not there');
  for (const event of events) {
    const hears = sql`${wantedEvents} @> ${JSON.stringify([event])}::jsonb`;
    const endpoints = await tx
      .select()
      .from(webhookEndpoints)
      .where(and(isOpen(row.portalId), hears));
    if (endpoints.length === 0) continue;
    const body = await bodyOf(services, tx, event, row, services.clock());
    for (const { id, url } of endpoints) {
      const call = { portalId: row.portalId, requestId, endpointId: id, url, event, body };
      await services.outbox.writeCall(tx, { ...call, messageId: `msg_${randomUUID()}` });
    }
  }
};
