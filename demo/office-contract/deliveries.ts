import type { Text } from 'portal-request-form/contract';

/** What a webhook endpoint can hear about, in the order in which it happens. */
export const WEBHOOK_EVENTS = [
  'request.submitted',
  'request.needs-info',
  'request.answered',
  'request.withdrawn',
  'request.declined',
  'request.reopened',
  'request.accepted',
  'work-order.created',
  'request.planned',
  'request.done',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Why an attempt failed: `status` is an answer that is no 2xx, `gone` the answer 410; `refused-address` leads where the server may not go. */
export const DELIVERY_FAILURES = [
  'status',
  'gone',
  'time-out',
  'unknown-host',
  'refused-address',
  'certificate',
  'connection',
  'secret',
  'mail',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/**
 * All of it is for managers: 403 for anybody else.
 *
 * GET    /webhooks                             200 {items: WebhookEndpoint[]}, oldest first
 * POST   /webhooks {url, events}               201 WebhookEndpoint & {secret}: the only time that it is told; 409 at 20
 *                                              endpoints; 422 (`/url`: `required`, `url`, `https`, `unknown-host`,
 *                                              `refused-address`; `/events`: `required`, `option`)
 * PUT    /webhooks/{id} {url, events, isPaused}    200 WebhookEndpoint, which is no longer gone; 404; 422
 * DELETE /webhooks/{id}                        204, with its deliveries; 404
 * POST   /webhooks/{id}/secret                 200 {secret}; the one before signs as well for a day
 * POST   /webhooks/{id}/test                   202 {delivery: id} of a `webhook.test`, also while it is paused
 * GET    /deliveries?kind=&state=&cursor=      200 {items: Delivery[], nextCursor?}, newest first
 * GET    /deliveries/{id}                      200 DeliveryDetail; 404
 * POST   /deliveries/{id}/retry                202 Delivery: sent again, under the same id; 404; 409 for one whose text is gone
 */
export interface WebhookEndpoint {
  id: string;
  url: string;
  events: WebhookEvent[];
  isPaused: boolean;
  /** When it answered 410, after which nothing is sent to it. */
  goneAt?: string;
  /** Until when the secret before this one signs as well. */
  previousSecretUntil?: string;
  createdAt: string;
}

export type DeliveryState = 'waiting' | 'sent' | 'gave-up';

export interface Delivery {
  id: string;
  kind: 'mail' | 'webhook';
  /** A mail address, or the address of the endpoint. */
  to: string;
  /** The subject of a mail, or the event. */
  about: string;
  state: DeliveryState;
  createdAt: string;
  sentAt?: string;
  /** When it is tried next; nothing unless it waits. */
  nextTryAt?: string;
  /** All that were ever made, also before it was sent again. */
  attempts: number;
  /** False for a mail whose text is not kept after sending. */
  canSendAgain: boolean;
}

export interface DeliveryAttempt {
  at: string;
  milliseconds: number;
  status?: number;
  failure?: DeliveryFailure;
  /** The beginning of what the endpoint answered: text from outside. */
  excerpt?: string;
}

export interface DeliveryDetail extends Delivery {
  /** Oldest first. */
  tries: DeliveryAttempt[];
  /** The body of a call, as JSON text; nothing for a mail. */
  body?: string;
}

/** What an office can say about each request type: the id of a field, or `none`. What is left out is found by itself. */
export const WORK_ORDER_PARTS = ['description', 'deadline', 'workAddress', 'contact', 'project'] as const;
export type WorkOrderPart = (typeof WORK_ORDER_PARTS)[number];
export type WorkOrderMapping = Partial<Record<WorkOrderPart, string>>;

/**
 * GET    /work-order-fields                    200 {items: MappedType[]}
 * PUT    /work-order-fields/{requestType}      200 MappedType for the WorkOrderMapping in the body; 404; 422 for a field
 *                                              that does not fit
 */
export interface MappedType {
  requestType: string;
  label: Text;
  portalLocale: string;
  mapping: WorkOrderMapping;
  /** For each part the fields that fit, and the one that is found by itself. */
  parts: Record<WorkOrderPart, { fields: { id: string; label: Text }[]; found?: string }>;
}
