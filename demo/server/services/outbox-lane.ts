import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
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
const claim = async ({ store: { db }, clock }: Parts, kind: Sender['kind']): Promise<OutboxRow[]> => {
  const isUndecided = and(isNull(outbox.sentAt), isNull(outbox.gaveUpAt));
  const due = db.$with('due').as(
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.kind, kind), isUndecided, lte(outbox.nextTryAt, clock())))
      .orderBy(asc(outbox.id))
      .limit(BATCH)
      .for('update', { skipLocked: true }),
  );
  const claimed = await db
    .with(due)
    .update(outbox)
    .set({ nextTryAt: after(clock, CLAIM) })
    .where(inArray(outbox.id, db.select({ id: due.id }).from(due)))
    .returning()
    .prepare('claim_outbox')
    .execute();
  return claimed.sort((a, b) => a.id - b.id);
};

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
  const { db } = store;
  const kept = db // none when it went with its endpoint while it was under way
    .update(outbox)
    .set({ attempts, ...change })
    .where(eq(outbox.id, row.id))
    .returning({ id: outbox.id });
  await db.execute(sql`
    WITH kept AS ${kept}
    INSERT INTO ${deliveryAttempts} (outbox_id, at, milliseconds, status, failure, excerpt)
    SELECT id, ${at.toISOString()}::timestamptz, ${milliseconds}::integer, ${status ?? null}::integer,
      ${failure ?? null}::text, ${excerpt ?? null}::text FROM kept`);
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
    if (sender.sendsTogether) await Promise.all(rows.map((row) => deliver(parts, sender, row)));
    else for (const row of rows) await deliver(parts, sender, row);
    if (rows.length < BATCH) return; // what was written since has woken the lane again
  }
};

export const createLane = (parts: Parts, sender: Sender): Lane => {
  let sending: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined; // that has not begun yet, and so finds what is written meanwhile
  let isStopped = false;
  const flush = (): Promise<void> => {
    if (next) return next;
    const result = sending.then(() => {
      next = undefined;
      return sendWaiting(parts, sender, () => isStopped);
    });
    next = result;
    sending = result.catch((error: unknown) => {
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
