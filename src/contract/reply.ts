import * as z from 'zod/mini';
import { checklistAnswerSchema } from './checklist-answer.js';

/** What the office asks back of a request: the ids of fields and of checklist items, and why, in its own words. */
export const askedSchema = z.object({
  id: z.string(),
  at: z.string(),
  message: z.string(),
  fields: z.array(z.string()),
  items: z.array(z.string()),
});
export type Asked = z.infer<typeof askedSchema>;

/** The body of `POST /requests/{id}/replies`: the answers to what was asked, and nothing else. */
export const replySchema = z.strictObject({
  /** The `id` of what was asked. */
  asked: z.string(),
  answers: z.record(z.string(), z.unknown()),
  checklist: z.record(z.string(), checklistAnswerSchema),
});
export type Reply = z.infer<typeof replySchema>;
