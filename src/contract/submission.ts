import * as z from 'zod/mini';
import { checklistAnswerSchema } from './checklist-answer.js';
import { requestTypeSchema } from './config.js';
import { proofSchema } from './receipt-proof.js';
import { askedSchema } from './reply.js';
import { textSchema } from './text.js';

export const termAnswerSchema = z.strictObject({ version: z.string(), accepted: z.boolean() });
export type TermAnswer = z.infer<typeof termAnswerSchema>;

export const guestSchema = z.strictObject({ name: z.string(), email: z.string(), phone: z.optional(z.string()) });
export type Guest = z.infer<typeof guestSchema>;

/** The body of `POST /requests`. Every unknown key is refused. */
export const submissionSchema = z.strictObject({
  requestType: z.string(),
  configVersion: z.string(),
  locale: z.string(),
  answers: z.record(z.string(), z.unknown()),
  checklist: z.record(z.string(), checklistAnswerSchema),
  terms: z.record(z.string(), termAnswerSchema),
  guest: z.optional(guestSchema),
});
export type Submission = z.infer<typeof submissionSchema>;

export const REQUEST_STATUSES = [
  'submitted',
  'needs-info',
  'accepted',
  'declined',
  'withdrawn',
  'planned',
  'done',
] as const;
export const requestStatusSchema = z.enum(REQUEST_STATUSES);
export type RequestStatus = z.infer<typeof requestStatusSchema>;

/**
 * The answer to a submission; `digest` is the SHA-256 (lower-case hex) of the canonical submission as stored. A backend
 * that signs adds a `proof`.
 */
export const receiptSchema = z.object({
  id: z.string(),
  reference: z.string(),
  submittedAt: z.string(),
  status: requestStatusSchema,
  digest: z.string(),
  proof: z.optional(proofSchema),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const requestSummarySchema = z.object({
  id: z.string(),
  reference: z.string(),
  requestType: z.string(),
  title: textSchema,
  status: requestStatusSchema,
  submittedAt: z.string(),
  updatedAt: z.string(),
  reason: z.optional(z.string()),
  workOrder: z.optional(z.string()),
});
export type RequestSummary = z.infer<typeof requestSummarySchema>;

export const requestPageSchema = z.object({
  items: z.array(requestSummarySchema),
  nextCursor: z.optional(z.string()),
});
export type RequestPage = z.infer<typeof requestPageSchema>;

export const historyEntrySchema = z.object({
  at: z.string(),
  status: requestStatusSchema,
  by: z.enum(['customer', 'office', 'system']),
  note: z.optional(z.string()),
});
/**
 * `definition` is the request type as it was configured when the request was sent, `asked` what the office waits for;
 * `isWithdrawable` says that the customer may take it back, at a backend that offers that.
 */
export const requestDetailSchema = z.extend(requestSummarySchema, {
  submission: submissionSchema,
  history: z.array(historyEntrySchema),
  definition: z.optional(requestTypeSchema),
  asked: z.optional(askedSchema),
  isWithdrawable: z.optional(z.boolean()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** The body of `POST /requests/{id}/messages`: what the customer adds to an open request. */
export const messageSchema = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(5_000)) });
export type RequestMessage = z.infer<typeof messageSchema>;
