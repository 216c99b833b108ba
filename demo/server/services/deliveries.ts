import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import type { Delivery, DeliveryAttempt, DeliveryDetail, DeliveryState } from '../../office-contract/index.js';
import { notFound, Refusal } from '../problem.js';
import { deliveryAttempts, outbox } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { record, recordReading } from './audit.js';
import type { Clerk } from './office-decisions.js';
import type { OutboxRow } from './outbox-senders.js';
import type { Services } from './services.js';

const PAGE_SIZE = 25;
const KEPT_DAYS = 30;
const DAY = 86_400_000;

const stateOf = ({ sentAt, gaveUpAt }: OutboxRow): DeliveryState =>
  sentAt ? 'sent' : gaveUpAt ? 'gave-up' : 'waiting';

const shown = (row: OutboxRow, attempts: number): Delivery => {
  const state = stateOf(row);
  return {
    id: String(row.id),
    kind: row.kind,
    to: row.recipient,
    about: row.subject,
    state,
    createdAt: row.createdAt.toISOString(),
    attempts,
    canSendAgain: row.text !== '',
    ...(row.sentAt ? { sentAt: row.sentAt.toISOString() } : {}),
    ...(state === 'waiting' ? { nextTryAt: row.nextTryAt.toISOString() } : {}),
  };
};

const attemptOf = ({
  at,
  milliseconds,
  status,
  failure,
  excerpt,
}: typeof deliveryAttempts.$inferSelect): DeliveryAttempt => ({
  at: at.toISOString(),
  milliseconds,
  ...(status === null ? {} : { status }),
  ...(failure === null ? {} : { failure }),
  ...(excerpt === null ? {} : { excerpt }),
});

/** Rows as the office sees them: with all attempts that were ever made, also those before somebody sent it again. */
const allShown = async (queryable: Queryable, rows: readonly OutboxRow[]): Promise<Delivery[]> => {
  const { outboxId } = deliveryAttempts;
  const ids = rows.map(({ id }) => id);
  const made = { id: outboxId, attempts: count() };
  const counted = await queryable.select(made).from(deliveryAttempts).where(inArray(outboxId, ids)).groupBy(outboxId);
  const attempts = new Map(counted.map((one) => [one.id, one.attempts]));
  return rows.map((row) => shown(row, attempts.get(row.id) ?? 0));
};

const IN_STATE: Record<DeliveryState, SQL | undefined> = {
  waiting: and(isNull(outbox.sentAt), isNull(outbox.gaveUpAt)),
  sent: isNotNull(outbox.sentAt),
  'gave-up': and(isNull(outbox.sentAt), isNotNull(outbox.gaveUpAt)),
};

export interface DeliveryFilter {
  readonly kind: Delivery['kind'] | undefined;
  readonly state: DeliveryState | undefined;
  /** The id of the last delivery that was shown. */
  readonly before: number | undefined;
}

/** What a portal sent or is about to send, newest first. */
export const listDeliveries = async (
  { store }: Services,
  { portalId }: Clerk,
  { kind, state, before }: DeliveryFilter,
): Promise<{ items: Delivery[]; nextCursor?: string }> => {
  const wanted = and(
    eq(outbox.portalId, portalId),
    kind && eq(outbox.kind, kind),
    state && IN_STATE[state],
    before === undefined ? undefined : lt(outbox.id, before),
  );
  const rows = await store.db
    .select()
    .from(outbox)
    .where(wanted)
    .orderBy(desc(outbox.id))
    .limit(PAGE_SIZE + 1);
  const items = await allShown(store.db, rows.slice(0, PAGE_SIZE));
  const last = items.at(-1);
  return { items, ...(rows.length > PAGE_SIZE && last ? { nextCursor: last.id } : {}) };
};

const isOwn = ({ portalId }: Clerk, id: number) => and(eq(outbox.id, id), eq(outbox.portalId, portalId));

const aboutDelivery = (id: number) => ({ id: String(id), label: String(id) });

/** A delivery with every attempt; that it was read is kept, as a call holds answers. Throws a 404. */
export const findDelivery = (services: Services, clerk: Clerk, id: number): Promise<DeliveryDetail> =>
  services.store.db.transaction(async (tx) => {
    const [row] = await tx.select().from(outbox).where(isOwn(clerk, id));
    if (!row) throw notFound();
    const of = eq(deliveryAttempts.outboxId, id);
    const tries = await tx.select().from(deliveryAttempts).where(of).orderBy(asc(deliveryAttempts.id));
    await recordReading(services, tx, clerk, 'delivery.read', aboutDelivery(id));
    return {
      ...shown(row, tries.length),
      tries: tries.map(attemptOf),
      ...(row.kind === 'webhook' ? { body: row.text } : {}),
    };
  });

/**
 * Sends a delivery now, whether it arrived before, was given up or still waits; a receiver knows it by the id it had.
 * Throws a 404, and a 409 for a mail whose text is gone.
 */
export const sendAgain = async (services: Services, clerk: Clerk, id: number): Promise<Delivery> => {
  const now = services.clock();
  const [delivery] = await services.store.db.transaction(async (tx) => {
    const [found] = await tx.select().from(outbox).where(isOwn(clerk, id)).for('update');
    if (!found) throw notFound();
    if (found.text === '') throw new Refusal(409, 'invalid-request', 'The text of this mail was not kept');
    const change = { beganAt: now, nextTryAt: now, attempts: 0, sentAt: null, gaveUpAt: null };
    await record(services, tx, clerk, 'delivery.repeated', aboutDelivery(id));
    return allShown(tx, await tx.update(outbox).set(change).where(eq(outbox.id, id)).returning());
  });
  if (!delivery) throw notFound();
  services.outbox.wake();
  return delivery;
};

/** Removes what was written long ago, sent or not: mails hold names and addresses. */
export const removeOldDeliveries = async ({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<void> => {
  await store.db.delete(outbox).where(lt(outbox.createdAt, new Date(clock().getTime() - KEPT_DAYS * DAY)));
};
