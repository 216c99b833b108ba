import * as z from 'zod/mini';
import { attachmentSchema } from './attachment.js';
import { CHECKLIST_ANSWERS } from './checklist.js';

const short = z.string().check(z.maxLength(200));

/** An answer to a checklist item while it is being given. */
export const draftItemSchema = z.strictObject({
  answer: z.optional(z.enum(CHECKLIST_ANSWERS)),
  note: z.optional(z.string()),
  photos: z.optional(z.array(attachmentSchema)),
});

/** An answer that the customer did not type: of the site around the form, or of the request with this reference. */
export const draftOriginSchema = z.strictObject({ answer: z.unknown(), reference: z.optional(short) });

/**
 * The body of `PUT /drafts/{id}`: a request that is not finished, so nothing in it has to be complete. `key` is the
 * idempotency key under which it will be sent.
 */
export const draftContentSchema = z.strictObject({
  requestType: short,
  configVersion: short,
  answers: z.record(z.string(), z.unknown()),
  checklist: z.record(z.string(), draftItemSchema),
  key: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/))),
  step: z.optional(z.enum(['start', 'details', 'checklist', 'submit'])),
  terms: z.optional(z.record(z.string(), short)),
  contact: z.optional(z.strictObject({ name: z.optional(short), email: z.optional(short), phone: z.optional(short) })),
  origins: z.optional(z.record(z.string(), draftOriginSchema)),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** `GET /drafts/{id}`; `savedAt` is when the portal got it (RFC 3339). */
export const draftSchema = z.extend(draftContentSchema, { id: z.string(), savedAt: z.string() });
export type Draft = z.infer<typeof draftSchema>;

/** A draft without what is in it; `etag` is the one that `GET /drafts/{id}` answers with. */
export const draftSummarySchema = z.object({
  id: z.string(),
  requestType: z.string(),
  savedAt: z.string(),
  etag: z.string(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

/** `GET /drafts`, the newest first; `handover` says that a draft can be handed over to another device by a code. */
export const draftListSchema = z.object({ items: z.array(draftSummarySchema), handover: z.optional(z.boolean()) });
export type DraftList = z.infer<typeof draftListSchema>;
