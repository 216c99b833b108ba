import type { DeliveryFailure } from '../../office-contract/index.js';
import type { outbox } from '../store/schema.js';
import type { Mailer } from './mailer.js';

export type OutboxRow = typeof outbox.$inferSelect;

/** How an attempt went; without a failure it arrived. */
export interface Attempted {
  readonly failure?: DeliveryFailure | undefined;
  readonly status?: number | undefined;
  /** The beginning of what was answered. */
  readonly excerpt?: string | undefined;
  /** What is told to the log only. */
  readonly error?: unknown;
}

/** Sends what waits of one kind. */
export interface Sender {
  readonly kind: OutboxRow['kind'];
  /** Whether those that are due go at the same time. */
  readonly sendsTogether: boolean;
  /** Tries once; `later` when it was not tried and waits until its claim runs out. */
  send(row: OutboxRow): Promise<Attempted | 'later'>;
  /** Milliseconds until the next attempt, after so many in vain; nothing when it is given up. */
  waitAfter(row: Pick<OutboxRow, 'attempts' | 'beganAt'>, failure: DeliveryFailure, now: Date): number | undefined;
  /** Whether what was sent stays readable once it has arrived. */
  readonly keepsCopies: boolean;
}

const MOST_MAIL_ATTEMPTS = 10;
const LONGEST_WAIT = 3_600_000;

export const mailSender = (mailer: Mailer): Sender => ({
  kind: 'mail',
  sendsTogether: false,
  send: async ({ recipient, subject, text, html }) => {
    try {
      await mailer.send({ to: recipient, subject, text, ...(html === null ? {} : { html }) });
      return {};
    } catch (error) {
      return { failure: 'mail', error };
    }
  },
  waitAfter: ({ attempts }) =>
    attempts >= MOST_MAIL_ATTEMPTS ? undefined : Math.min(2 ** attempts * 1000, LONGEST_WAIT),
  keepsCopies: mailer.keepsCopies,
});
