import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Log } from '../log.js';
import { deliveryAttempts, outbox } from '../store/schema.js';
import type { Store } from '../store/store.js';
import type { Attempted, OutboxRow, Sender } from './outbox-senders.js';

/** Sends what waits of one kind, so that a slow endpoint never holds up a mail. */
export interface Lane {
  readonly kind: Sender['kind'];
  wake(): void;
  /** Resolves when everything that was due has been tried. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly clock: () => Date;
  readonly log: Log;
}

const BATCH = 10;
/** A process that dies while sending leaves what it took to others after this time. */
const CLAIM = 120_000;

const after = (clock: () => Date, milliseconds: number): Date => new Date(clock().getTime() + milliseconds);

/** Takes what is due for this process alone; others skip it until the claim runs out. */
const claim = ({ store, clock }: Parts, kind: Sender['kind']): Promise<OutboxRow[]> =>
  store.db.transaction(async (tx) => {
    const isOpen = and(isNull(outbox.sentAt), isNull(outbox.gaveUpAt));
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.kind, kind), isOpen, lte(outbox.nextTryAt, clock())))
      .orderBy(asc(outbox.id))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    const claimed = await tx
      .update(outbox)
      .set({ nextTryAt: after(clock, CLAIM) })
      .where(inArray(outbox.id, ids))
      .returning();
    return claimed.sort((a, b) => a.id - b.id);
  });

/** Keeps how an attempt went, and when the next one is. */
const settle = async (
  { store, clock, log }: Parts,
  sender: Sender,
  row: OutboxRow,
  { attempted, at, milliseconds }: { attempted: Attempted; at: Date; milliseconds: number },
): Promise<void> => {
  const { failure, status, excerpt, error } = attempted;
  const attempts = row.attempts + 1;
  const wait = failure === undefined ? undefined : sender.waitAfter({ ...row, attempts }, failure, clock());
  const open = failure === undefined ? { sentAt: clock(), ...sender.keep(row) } : { gaveUpAt: clock() };
  const change = wait === undefined ? open : { nextTryAt: after(clock, wait) };
  if (failure !== undefined) {
    log.warn(`${row.kind}-not-sent`, {
      delivery: row.id,
      attempts,
      failure,
      status,
      hasGivenUp: wait === undefined,
      error,
    });
  }
  await store.db.transaction(async (tx) => {
    const kept = await tx
      .update(outbox)
      .set({ attempts, ...change })
      .where(eq(outbox.id, row.id))
      .returning({ id: outbox.id });
    if (kept.length === 0) return; // it went with its endpoint while it was under way
    await tx.insert(deliveryAttempts).values({ outboxId: row.id, at, milliseconds, status, failure, excerpt });
  });
};

const deliver = async (parts: Parts, sender: Sender, row: OutboxRow): Promise<void> => {
  const at = parts.clock();
  const started = performance.now();
  const attempted = await sender.send(row);
  const milliseconds = Math.round(performance.now() - started);
  if (attempted === 'later') return;
  await settle(parts, sender, row, { attempted, at, milliseconds });
};

const sendWaiting = async (parts: Parts, sender: Sender, isStopped: () => boolean): Promise<void> => {
  while (!isStopped()) {
    const rows = await claim(parts, sender.kind);
    if (rows.length === 0) return;
    if (sender.sendsTogether) await Promise.all(rows.map((row) => deliver(parts, sender, row)));
    else for (const row of rows) await deliver(parts, sender, row);
  }
};

export const createLane = (parts: Parts, sender: Sender): Lane => {
  let sending: Promise<void> = Promise.resolve();
  let isStopped = false;
  const flush = (): Promise<void> => {
    sending = sending.then(() => sendWaiting(parts, sender, () => isStopped));
    const result = sending;
    sending = sending.catch((error: unknown) => {
      parts.log.warn('outbox-unreachable', { error });
    });
    return result;
  };
  return {
    kind: sender.kind,
    flush,
    wake: () => {
      flush().catch(() => undefined); // reported by the queue itself
    },
    stop: async () => {
      isStopped = true;
      await sending;
    },
  };
};
