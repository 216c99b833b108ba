import { and, eq, sql } from 'drizzle-orm';
import { messageSchema, type HistoryEntry } from 'portal-request-form/contract';
import { incomplete, notFound } from '../problem.js';
import { messageKeys, requestHistory, requests } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { fingerprintOf, lockKey, refuseMismatch } from './idempotency.js';
import { refuseDecided } from './open-requests.js';
import type { Services } from './services.js';
import { typed } from './texts.js';

export interface SentMessage {
  readonly portalId: string;
  readonly customerId: string;
  readonly requestId: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
  readonly body: Record<string, unknown>;
}

export interface AddedMessage {
  readonly entry: HistoryEntry;
  readonly isReplay: boolean;
}

const LONGEST = 5_000;

const textCode = (text: unknown): string => {
  if (text === undefined || text === '') return 'required';
  return typeof text === 'string' ? 'too-long' : 'type';
};

/** The text of a message as it is kept. Throws a 422 with what is wrong. */
const readText = (body: Record<string, unknown>): string => {
  const given = { ...body, ...(typeof body['text'] === 'string' ? { text: typed(body['text']) } : {}) };
  const parsed = messageSchema.safeParse(given);
  if (parsed.success) return parsed.data.text;
  const unknown = Object.keys(given).filter((key) => key !== 'text');
  const code = textCode(given.text);
  throw incomplete([
    ...unknown.map((key) => ({ pointer: `/${key}`, code: 'unknown-key' })),
    ...(parsed.error.issues.some(({ path }) => path[0] === 'text')
      ? [{ pointer: '/text', code, ...(code === 'too-long' ? { params: { max: LONGEST } } : {}) }]
      : []),
  ]);
};

const store = async (
  tx: Transaction,
  { portalId, customerId, requestId }: SentMessage,
  text: string,
  now: Date,
): Promise<HistoryEntry> => {
  const own = and(eq(requests.id, requestId), eq(requests.portalId, portalId), eq(requests.customerId, customerId));
  const [row] = await tx.select().from(requests).where(own).for('update');
  if (!row) throw notFound();
  refuseDecided(row);
  const entry = { status: row.status, by: 'customer' as const, note: text };
  await tx.insert(requestHistory).values({ ...entry, requestId, at: now });
  const searchText = sql`${requests.searchText} || ${`\n${text}`}::text`;
  await tx.update(requests).set({ updatedAt: now, searchText }).where(own);
  return { at: now.toISOString(), ...entry };
};

/**
 * Adds what a customer says to an open request, once for each key. Throws a 404 for anybody else's request, a 409 once
 * it was decided or while the key is being handled, and a 422 for no text or a key with another text.
 */
export const addMessage = async (services: Services, sent: SentMessage): Promise<AddedMessage> => {
  const { customerId, requestId, key, body } = sent;
  const fingerprint = fingerprintOf({ requestId, body });
  const text = readText(body);
  return services.store.db.transaction(async (tx): Promise<AddedMessage> => {
    await lockKey(tx, 'message', customerId, key);
    const same = and(eq(messageKeys.customerId, customerId), eq(messageKeys.key, key));
    const [earlier] = await tx.select().from(messageKeys).where(same);
    refuseMismatch(earlier, fingerprint);
    if (earlier) return { entry: earlier.entry, isReplay: true };
    const now = services.clock();
    const entry = await store(tx, sent, text, now);
    await tx.insert(messageKeys).values({ customerId, key, fingerprint, requestId, entry, createdAt: now });
    return { entry, isReplay: false };
  });
};
