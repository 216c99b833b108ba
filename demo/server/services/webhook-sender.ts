import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import type { Settings } from '../settings.js';
import { webhookEndpoints } from '../store/schema.js';
import type { Store } from '../store/store.js';
import type { Attempted, OutboxRow, Sender } from './outbox-senders.js';
import { callWebhook } from './webhook-call.js';
import { openSecret } from './webhook-secret.js';
import type { Targets } from './webhook-target.js';

interface Parts {
  readonly store: Store;
  readonly clock: () => Date;
  readonly settings: Pick<Settings, 'authSecret'>;
  readonly targets: Targets;
  /** From 0 to 1, for waits that differ. */
  readonly random: () => number;
}

type EndpointRow = typeof webhookEndpoints.$inferSelect;

const DAY = 86_400_000;
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 4 * 3_600_000;
export const TEST_EVENT = 'webhook.test';

/** One signature for each secret that counts now, the newest first. */
const signaturesOf = (
  { settings: { authSecret } }: Parts,
  { id, secret, previousSecret, previousUntil }: EndpointRow,
  { messageId, body, now }: { messageId: string; body: string; now: Date },
): string => {
  const isOverlapping = previousSecret !== null && previousUntil !== null && previousUntil > now;
  return [secret, ...(isOverlapping ? [previousSecret] : [])]
    .map((sealed) => new Webhook(openSecret(authSecret, id, sealed)).sign(messageId, now, body))
    .join(' ');
};

const sendTo = async (parts: Parts, endpoint: EndpointRow, row: OutboxRow): Promise<Attempted> => {
  const now = parts.clock();
  const messageId = row.messageId ?? `msg_${row.id}`;
  const body = row.text;
  let signature: string;
  try {
    signature = signaturesOf(parts, endpoint, { messageId, body, now });
  } catch (error) {
    return { failure: 'secret', error }; // sealed under another AUTH_SECRET: a new secret mends it
  }
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'portal-request-form-webhooks',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signature,
  };
  return callWebhook(parts.targets, endpoint.url, { body, headers });
};

/** Signs and posts what waits for endpoints: for a day, later each time. An endpoint that answers 410 is left alone from then on. */
export const webhookSender = (parts: Parts): Sender => ({
  kind: 'webhook',
  sendsTogether: true,
  send: async (row) => {
    const { db } = parts.store;
    const which = eq(webhookEndpoints.id, row.endpointId ?? '');
    const [endpoint] = await db.select().from(webhookEndpoints).where(which);
    if (!endpoint) return 'later';
    const isTest = row.subject === TEST_EVENT;
    if (endpoint.isPaused && !isTest) return 'later';
    if (endpoint.goneAt && !isTest) return { failure: 'gone' };
    const attempted = await sendTo(parts, endpoint, row);
    if (attempted.failure === 'gone') await db.update(webhookEndpoints).set({ goneAt: parts.clock() }).where(which);
    return attempted;
  },
  waitAfter: ({ attempts, beganAt }, failure, now) => {
    const usual = Math.min(FIRST_WAIT * 3 ** (attempts - 1), LONGEST_WAIT);
    const wait = Math.round(usual * (0.8 + 0.4 * parts.random()));
    const isOver = now.getTime() + wait > beganAt.getTime() + DAY;
    return failure === 'gone' || isOver ? undefined : wait;
  },
  keepsCopies: true,
});
