import { randomUUID } from 'node:crypto';
import { and, asc, count, eq } from 'drizzle-orm';
import type { Issue } from 'portal-request-form/contract';
import { WEBHOOK_EVENTS, type WebhookEndpoint, type WebhookEvent } from '../../office-contract/index.js';
import { incomplete, notFound, Refusal } from '../problem.js';
import { portals, webhookEndpoints } from '../store/schema.js';
import { record } from './audit.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';
import { TEST_EVENT } from './webhook-sender.js';
import { makeSecret, sealSecret } from './webhook-secret.js';
import { TargetError } from './webhook-target.js';

type EndpointRow = typeof webhookEndpoints.$inferSelect;
type Body = Readonly<Record<string, unknown>>;

const MOST_ENDPOINTS = 20;
const OVERLAP = 86_400_000;

const shown = (
  { id, url, events, isPaused, goneAt, previousUntil, createdAt }: EndpointRow,
  now: Date,
): WebhookEndpoint => ({
  ...{ id, url, events, isPaused, createdAt: createdAt.toISOString() },
  ...(goneAt ? { goneAt: goneAt.toISOString() } : {}),
  ...(previousUntil && previousUntil > now ? { previousSecretUntil: previousUntil.toISOString() } : {}),
});

const isEvent = (value: unknown): value is WebhookEvent => WEBHOOK_EVENTS.some((event) => event === value);

const eventIssues = (given: unknown): Issue[] => {
  if (!Array.isArray(given) || given.length === 0) return [{ pointer: '/events', code: 'required' }];
  return given.flatMap((one, index): Issue[] =>
    isEvent(one) ? [] : [{ pointer: `/events/${index}`, code: 'option' }],
  );
};

const urlIssues = async ({ targets }: Services, url: string): Promise<Issue[]> => {
  if (url === '') return [{ pointer: '/url', code: 'required' }];
  try {
    await targets.check(url);
    return [];
  } catch (error) {
    if (error instanceof TargetError) return [{ pointer: '/url', code: error.code }];
    throw error;
  }
};

/** What may be set of an endpoint. Throws a 422 with what is wrong, also for a target that the server may not call. */
const readEndpoint = async (services: Services, { url: given, events }: Body) => {
  const url = typeof given === 'string' ? given.trim() : '';
  const errors = [...(await urlIssues(services, url)), ...eventIssues(events)];
  if (errors.length > 0) throw incomplete(errors);
  return { url: new URL(url).href, events: WEBHOOK_EVENTS.filter((one) => (events as unknown[]).includes(one)) };
};

const isOwn = ({ portalId }: Clerk, id: string) =>
  and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.portalId, portalId));

/** The webhook endpoints of a portal, oldest first. */
export const listEndpoints = async ({ store, clock }: Services, { portalId }: Clerk): Promise<WebhookEndpoint[]> => {
  const { createdAt, id } = webhookEndpoints;
  const own = eq(webhookEndpoints.portalId, portalId);
  const rows = await store.db.select().from(webhookEndpoints).where(own).orderBy(asc(createdAt), asc(id));
  return rows.map((row) => shown(row, clock()));
};

/** An endpoint as an entry names it: without its path, which may hold a secret. */
const aboutEndpoint = ({ id, url }: Pick<EndpointRow, 'id' | 'url'>) => ({ id, label: new URL(url).host });

/** Adds an endpoint and tells its secret, which is told this once only. Throws a 409 when there are too many, and a 422. */
export const addEndpoint = async (
  services: Services,
  clerk: Clerk,
  body: Body,
): Promise<WebhookEndpoint & { secret: string }> => {
  const { portalId } = clerk;
  const wanted = await readEndpoint(services, body);
  const now = services.clock();
  const [id, secret] = [randomUUID(), makeSecret()];
  const sealed = sealSecret(services.settings.authSecret, id, secret);
  const row = await services.store.db.transaction(async (tx) => {
    await tx.select().from(portals).where(eq(portals.id, portalId)).for('update');
    const own = eq(webhookEndpoints.portalId, portalId);
    const [found] = await tx.select({ total: count() }).from(webhookEndpoints).where(own);
    if ((found?.total ?? 0) >= MOST_ENDPOINTS) {
      throw new Refusal(409, 'invalid-request', `A portal has at most ${MOST_ENDPOINTS} endpoints`);
    }
    const [added] = await tx
      .insert(webhookEndpoints)
      .values({ id, portalId, ...wanted, secret: sealed, createdAt: now })
      .returning();
    await record(services, tx, clerk, 'webhook.added', aboutEndpoint({ id, ...wanted }));
    return added;
  });
  if (!row) throw new Error('An endpoint was not kept');
  return { ...shown(row, now), secret };
};

/** Changes an endpoint, which counts as there again when it was gone. Throws a 404 and a 422. */
export const changeEndpoint = async (
  services: Services,
  clerk: Clerk,
  id: string,
  body: Body,
): Promise<WebhookEndpoint> => {
  const wanted = await readEndpoint(services, body);
  const change = { ...wanted, isPaused: body['isPaused'] === true, goneAt: null };
  const row = await services.store.db.transaction(async (tx) => {
    const [changed] = await tx.update(webhookEndpoints).set(change).where(isOwn(clerk, id)).returning();
    if (!changed) throw notFound();
    await record(services, tx, clerk, 'webhook.changed', aboutEndpoint(changed));
    return changed;
  });
  services.outbox.wake();
  return shown(row, services.clock());
};

/** Removes an endpoint with its deliveries. Throws a 404. */
export const removeEndpoint = (services: Services, clerk: Clerk, id: string): Promise<void> =>
  services.store.db.transaction(async (tx) => {
    const [removed] = await tx.delete(webhookEndpoints).where(isOwn(clerk, id)).returning();
    if (!removed) throw notFound();
    await record(services, tx, clerk, 'webhook.removed', aboutEndpoint(removed));
  });

/** Gives an endpoint a new secret; the one before it signs as well for a day. Throws a 404. */
export const rotateSecret = async (services: Services, clerk: Clerk, id: string): Promise<{ secret: string }> => {
  const secret = makeSecret();
  const sealed = sealSecret(services.settings.authSecret, id, secret);
  await services.store.db.transaction(async (tx) => {
    const [row] = await tx.select().from(webhookEndpoints).where(isOwn(clerk, id)).for('update');
    if (!row) throw notFound();
    const previousUntil = new Date(services.clock().getTime() + OVERLAP);
    const change = { secret: sealed, previousSecret: row.secret, previousUntil };
    await tx.update(webhookEndpoints).set(change).where(isOwn(clerk, id));
    await record(services, tx, clerk, 'webhook.rotated', aboutEndpoint(row));
  });
  return { secret };
};

/** Sends an endpoint an event that means nothing, and gives the id of the delivery. Throws a 404. */
export const sendTest = async (services: Services, clerk: Clerk, id: string): Promise<{ delivery: string }> => {
  const { store, outbox, clock } = services;
  const body = JSON.stringify({
    type: TEST_EVENT,
    timestamp: clock().toISOString(),
    data: { portal: clerk.portalId, endpoint: id },
  });
  const delivery = await store.db.transaction(async (tx) => {
    const [row] = await tx.select().from(webhookEndpoints).where(isOwn(clerk, id));
    if (!row) throw notFound();
    await record(services, tx, clerk, 'webhook.tested', aboutEndpoint(row));
    const call = { portalId: clerk.portalId, endpointId: id, url: row.url, event: TEST_EVENT, body };
    return outbox.writeCall(tx, { ...call, messageId: `msg_${randomUUID()}` });
  });
  outbox.wake();
  return { delivery: String(delivery) };
};
