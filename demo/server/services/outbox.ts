import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Log } from '../log.js';
import { outbox } from '../store/schema.js';
import type { Queryable, Store } from '../store/store.js';
import { mailHtml } from './mail-html.js';
import type { Mail, Mailer, Letter } from './mailer.js';
import { createLane, type Lane } from './outbox-lane.js';
import { mailSender, type Sender } from './outbox-senders.js';

/** A call to a webhook endpoint. */
export interface WebhookCall {
  readonly portalId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly event: string;
  readonly body: string;
  /** What the receiver knows it by. */
  readonly messageId: string;
  /** The request that it is about, with which it goes. */
  readonly requestId?: string;
}

export type OutboxKind = Sender['kind'];

export interface Outbox {
  /** Mails as they are written in a transaction of the caller's own; they leave after the commit. */
  letterRows(letters: readonly Letter[]): (typeof outbox.$inferInsert)[];
  /** Writes a mail in the caller's transaction; it leaves after the commit. */
  write(queryable: Queryable, letter: Letter): Promise<void>;
  /** Writes a call in the caller's transaction, and gives the id of the delivery. */
  writeCall(queryable: Queryable, call: WebhookCall): Promise<number>;
  /** Sends what waits, of one kind or of all, soon and in the background. */
  wake(kind?: OutboxKind): void;
  /** Sends what waits, of one kind or of all; resolves when everything that was due has been tried. */
  flush(kind?: OutboxKind): Promise<void>;
  /** The mails sent, newest first. */
  sent(): Promise<Mail[]>;
  /** The HTML of one of the mails sent, counted from 0 for the newest; nothing when there is none. */
  sentHtml(index: number): Promise<string | undefined>;
  start(): void;
  stop(): Promise<void>;
}

const LOOK_AGAIN = 5_000;
const SHOWN = 200;

/** Line ends and other control characters would begin a new header. */
const headerText = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

interface Parts {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly clock: () => Date;
  readonly log: Log;
  /** Who sends what is no mail. */
  readonly senders?: readonly Sender[];
}

const rowOf = ({ to, subject, text, look, requestId }: Letter) => {
  const words = { recipient: headerText(to), subject: headerText(subject), text };
  const html = look ? mailHtml({ subject: words.subject, text }, look) : null;
  const portalId = look?.isPrivate ? null : (look?.portalId ?? null);
  return { ...words, html, portalId, requestId: requestId ?? null };
};

const writers = ({ clock }: Parts): Pick<Outbox, 'write' | 'writeCall' | 'letterRows'> => {
  const times = () => {
    const now = clock();
    return { createdAt: now, beganAt: now, nextTryAt: now };
  };
  return {
    letterRows: (letters) => letters.map((letter) => ({ ...rowOf(letter), ...times() })),
    write: async (queryable, letter) => {
      await queryable.insert(outbox).values({ ...rowOf(letter), ...times() });
    },
    writeCall: async (queryable, { url, event, body, ...ids }) => {
      const row = { kind: 'webhook' as const, recipient: url, subject: event, text: body, ...ids, ...times() };
      const [written] = await queryable.insert(outbox).values(row).returning({ id: outbox.id });
      if (!written) throw new Error('A call was not written');
      return written.id;
    },
  };
};

const isSentMail = and(eq(outbox.kind, 'mail'), isNotNull(outbox.sentAt));

const readers = ({ store: { db } }: Parts): Pick<Outbox, 'sent' | 'sentHtml'> => ({
  sent: async () => {
    const rows = await db.select().from(outbox).where(isSentMail).orderBy(desc(outbox.id)).limit(SHOWN);
    return rows.map(({ recipient, subject, text }) => ({ to: recipient, subject, text }));
  },
  sentHtml: async (index) => {
    const html = db.select({ html: outbox.html }).from(outbox).where(isSentMail);
    const [row] = await html.orderBy(desc(outbox.id)).limit(1).offset(index);
    return row?.html ?? undefined;
  },
});

/** What waits to leave the server, in one table that several processes can share; each kind has a sender of its own. */
export const createOutbox = (parts: Parts): Outbox => {
  const senders: readonly Sender[] = [mailSender(parts.mailer), ...(parts.senders ?? [])];
  const lanes: readonly Lane[] = senders.map((sender) => createLane(parts, sender));
  let timer: NodeJS.Timeout | undefined;
  const wanted = (kind?: OutboxKind) => lanes.filter((lane) => kind === undefined || lane.kind === kind);
  const wake = (kind?: OutboxKind): void => {
    for (const lane of wanted(kind)) lane.wake();
  };
  return {
    ...writers(parts),
    ...readers(parts),
    wake,
    flush: async (kind) => {
      await Promise.all(wanted(kind).map((lane) => lane.flush()));
    },
    start: () => {
      timer = setInterval(() => {
        wake();
      }, LOOK_AGAIN);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
};
