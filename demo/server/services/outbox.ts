import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Log } from '../log.js';
import type { Queryable, Store } from '../store/store.js';
import { outbox } from '../store/schema.js';
import type { Mail, Mailer } from './mailer.js';

export interface Outbox {
  /** Writes a mail in the caller's transaction; it leaves after the commit. */
  write(queryable: Queryable, mail: Mail): Promise<void>;
  /** Sends what waits, soon and in the background. */
  wake(): void;
  /** Sends what waits; resolves when every mail that was due has been tried. */
  flush(): Promise<void>;
  /** The mails sent, newest first. */
  sent(): Promise<Mail[]>;
  start(): void;
  stop(): Promise<void>;
}

const BATCH = 10;
const LOOK_AGAIN = 5_000;
/** A process that dies while sending leaves its mails to others after this time. */
const CLAIM = 120_000;
const MOST_ATTEMPTS = 10;
const LONGEST_WAIT = 3_600_000;
const SHOWN = 200;

/** Line ends and other control characters would begin a new header. */
const headerText = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

interface Parts {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly clock: () => Date;
  readonly log: Log;
}

type Row = typeof outbox.$inferSelect;

const after = (clock: () => Date, milliseconds: number): Date => new Date(clock().getTime() + milliseconds);

/** Takes mails that are due for this process alone; others skip them until the claim runs out. */
const claim = ({ store, clock }: Parts): Promise<Row[]> =>
  store.db.transaction(async (tx) => {
    const waiting = and(isNull(outbox.sentAt), isNull(outbox.gaveUpAt), lte(outbox.nextTryAt, clock()));
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(waiting)
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

const deliver = async ({ store, mailer, clock, log }: Parts, row: Row): Promise<void> => {
  try {
    await mailer.send({ to: row.recipient, subject: row.subject, text: row.text });
  } catch (error) {
    const attempts = row.attempts + 1;
    const hasGivenUp = attempts >= MOST_ATTEMPTS;
    log.warn('mail-not-sent', { mail: row.id, attempts, hasGivenUp, error });
    const wait = Math.min(2 ** attempts * 1000, LONGEST_WAIT);
    const change = { attempts, nextTryAt: after(clock, wait), ...(hasGivenUp ? { gaveUpAt: clock() } : {}) };
    await store.db.update(outbox).set(change).where(eq(outbox.id, row.id));
    return;
  }
  const change = { sentAt: clock(), ...(mailer.keepsCopies ? {} : { text: '' }) };
  await store.db.update(outbox).set(change).where(eq(outbox.id, row.id));
};

const sendWaiting = async (parts: Parts): Promise<void> => {
  for (let rows = await claim(parts); rows.length > 0; rows = await claim(parts)) {
    for (const row of rows) await deliver(parts, row);
  }
};

/** The mails that wait to be sent, in a table; several processes can share it. */
export const createOutbox = (parts: Parts): Outbox => {
  const { store, clock, log } = parts;
  let sending: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const flush = (): Promise<void> => {
    sending = sending.then(() => (isStopped ? undefined : sendWaiting(parts)));
    const result = sending;
    sending = sending.catch((error: unknown) => {
      log.warn('outbox-unreachable', { error });
    });
    return result;
  };
  const wake = (): void => {
    flush().catch(() => undefined); // reported by the queue itself
  };
  return {
    write: async (queryable, { to, subject, text }) => {
      const now = clock();
      await queryable
        .insert(outbox)
        .values({ recipient: headerText(to), subject: headerText(subject), text, createdAt: now, nextTryAt: now });
    },
    wake,
    flush,
    sent: async () => {
      const rows = await store.db
        .select()
        .from(outbox)
        .where(isNotNull(outbox.sentAt))
        .orderBy(desc(outbox.id))
        .limit(SHOWN);
      return rows.map(({ recipient, subject, text }) => ({ to: recipient, subject, text }));
    },
    start: () => {
      timer = setInterval(wake, LOOK_AGAIN);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      isStopped = true;
      await sending;
    },
  };
};
