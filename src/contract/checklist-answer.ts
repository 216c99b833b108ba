import * as z from 'zod/mini';
import { attachmentSchema } from './attachment.js';
import { CHECKLIST_ANSWERS } from './checklist.js';

export const checklistAnswerSchema = z.strictObject({
  answer: z.enum(CHECKLIST_ANSWERS),
  note: z.optional(z.string()),
  photos: z.optional(z.array(attachmentSchema)),
});
export type ChecklistAnswer = z.infer<typeof checklistAnswerSchema>;
