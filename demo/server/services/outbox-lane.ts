import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Log } from '../log.js';
import { deliveryAttempts, outbox } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { preparedTogether } from '../store/together.js';
import { inBatches, succeeded } from './in-batches.js';
import type { OutboxRow, Sender } from './outbox-senders.js';

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

/** How an attempt went, as it is kept. */
interface Settled {
  readonly id: number;
  readonly attempts: number;
  readonly sentAt?: Date;
  readonly gaveUpAt?: Date;
  readonly nextTryAt?: Date;
  readonly at: Date;
  readonly milliseconds: number;
  readonly status: number | undefined;
  readonly failure: string | undefined;
  readonly excerpt: string | undefined;
}

/** Keeps how attempts went. One whose delivery went with its endpoint while it was under way is not kept. */
const settleAll = ({ db }: Store, { keepsCopies }: Sender, all: readonly Settled[]): Promise<void> =>
  preparedTogether(db, keepsCopies ? 'settle_outbox' : 'settle_outbox_without_copies', {
    tried: sql`
      SELECT * FROM json_to_recordset(${JSON.stringify(all)}::json) AS tried (
        id bigint, attempts integer, "sentAt" timestamptz, "gaveUpAt" timestamptz, "nextTryAt" timestamptz,
        at timestamptz, milliseconds integer, status integer, failure text, excerpt text)`,
    settled: sql`
      UPDATE ${outbox} SET attempts = tried.attempts, sent_at = tried."sentAt", gave_up_at = tried."gaveUpAt",
        next_try_at = coalesce(tried."nextTryAt", next_try_at)
        ${
          keepsCopies
            ? sql``
            : sql`, text = CASE WHEN tried."sentAt" IS NULL THEN text ELSE '' END,
        html = CASE WHEN tried."sentAt" IS NULL THEN html END`
        }
      FROM tried WHERE ${outbox.id} = tried.id RETURNING ${outbox.id}`,
    attempted: sql`
      INSERT INTO ${deliveryAttempts} (outbox_id, at, milliseconds, status, failure, excerpt)
      SELECT id, at, milliseconds, status, failure, excerpt FROM tried JOIN settled USING (id)`,
  });

/** Tries once; gives what is to be kept of that, and nothing when it was not tried. */
const attempt = async ({ clock, log }: Parts, sender: Sender, row: OutboxRow): Promise<Settled | undefined> => {
  const at = clock();
  const started = performance.now();
  const attempted = await sender.send(row);
  const milliseconds = Math.round(performance.now() - started);
  if (attempted === 'later') return undefined;
  const { failure, status, excerpt, error } = attempted;
  const { id } = row;
  const attempts = row.attempts + 1;
  const kept = { id, attempts, at, milliseconds, status, failure, excerpt };
  if (failure === undefined) return { ...kept, sentAt: clock() };
  const wait = sender.waitAfter({ ...row, attempts }, failure, clock());
  const hasGivenUp = wait === undefined;
  log.warn(`${row.kind}-not-sent`, { delivery: id, attempts, failure, status, hasGivenUp, error });
  return { ...kept, ...(hasGivenUp ? { gaveUpAt: clock() } : { nextTryAt: after(clock, wait) }) };
};

/** Sends what is due; what became of one is written while the next is sent. */
const sendWaiting = async (
  parts: Parts,
  sender: Sender,
  settle: (one: Settled) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> => {
  while (!isStopped()) {
    const rows = await claim(parts, sender.kind);
    const settling: Promise<void>[] = [];
    const deliver = async (row: OutboxRow): Promise<void> => {
      const settled = await attempt(parts, sender, row);
      if (!settled) return;
      const kept = settle(settled);
      kept.catch(() => undefined); // told below
      settling.push(kept);
    };
    if (sender.sendsTogether) await Promise.all(rows.map(deliver));
    else for (const row of rows) await deliver(row);
    await Promise.all(settling);
    if (rows.length < BATCH) return; // what was written since has woken the lane again
  }
};

export const createLane = (parts: Parts, sender: Sender): Lane => {
  const settle = inBatches(async (all: readonly Settled[]) => {
    await settleAll(parts.store, sender, all);
    return all.map(() => succeeded(undefined));
  }, BATCH);
  let sending: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined; // that has not begun yet, and so finds what is written meanwhile
  let isStopped = false;
  const flush = (): Promise<void> => {
    if (next) return next;
    const result = sending.then(() => {
      next = undefined;
      return sendWaiting(parts, sender, settle, () => isStopped);
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
