import { bigint, bigserial, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DeliveryFailure, WebhookEvent, WorkOrderMapping } from '../../office-contract/index.js';
import { time } from './columns.js';

/** Where a portal's back-office systems hear what happens to requests. */
export const webhookEndpoints = pgTable('webhook_endpoint', {
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  url: text('url').notNull(),
  events: jsonb('events').$type<WebhookEvent[]>().notNull(),
  isPaused: boolean('is_paused').notNull().default(false),
  goneAt: time('gone_at'),
  /** Encrypted, as `sealSecret` writes it. */
  secret: text('secret').notNull(),
  previousSecret: text('previous_secret'),
  previousUntil: time('previous_until'),
  createdAt: time('created_at').notNull(),
});

/** All that leaves the server: mails, and calls to webhook endpoints. */
export const outbox = pgTable('outbox', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  kind: text('kind').$type<'mail' | 'webhook'>().notNull().default('mail'),
  /** The portal that sees it among its deliveries; null for what is nobody's but the recipient's, such as a code. */
  portalId: text('portal_id'),
  /** A mail address, or the address of the endpoint at the time of writing. */
  recipient: text('recipient').notNull(),
  /** The subject of a mail, or the event. */
  subject: text('subject').notNull(),
  /** The text of a mail, or the body of a call. */
  text: text('text').notNull(),
  html: text('html'),
  endpointId: text('endpoint_id'),
  /** The request that it is about, with which it goes. */
  requestId: text('request_id'),
  /** What a receiver knows a call by; the same each time it is sent. */
  messageId: text('message_id'),
  createdAt: time('created_at').notNull(),
  /** When trying began: anew when somebody sends it again. */
  beganAt: time('began_at').notNull(),
  nextTryAt: time('next_try_at').notNull(),
  /** Since `beganAt`, for the wait until the next; each one ever made is in `deliveryAttempts`. */
  attempts: integer('attempts').notNull().default(0),
  sentAt: time('sent_at'),
  gaveUpAt: time('gave_up_at'),
});

export const deliveryAttempts = pgTable('delivery_attempt', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  outboxId: bigint('outbox_id', { mode: 'number' }).notNull(),
  at: time('at').notNull(),
  milliseconds: integer('milliseconds').notNull(),
  status: integer('status'),
  failure: text('failure').$type<DeliveryFailure>(),
  excerpt: text('excerpt'),
});

/** Which field of a request type is which field of a work order, where the office decided. */
export const workOrderMappings = pgTable(
  'work_order_mapping',
  {
    portalId: text('portal_id').notNull(),
    requestType: text('request_type').notNull(),
    mapping: jsonb('mapping').$type<WorkOrderMapping>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.requestType] })],
);
