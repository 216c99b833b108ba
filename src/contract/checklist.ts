import * as z from 'zod/mini';
import { idSchema, textSchema } from './text.js';
import { ruleSchema } from './rule.js';

export const CHECKLIST_ANSWERS = ['done', 'yes', 'no', 'na'] as const;
export type ChecklistAnswerValue = (typeof CHECKLIST_ANSWERS)[number];

const some = z.optional(z.array(z.enum(['yes', 'no', 'na'])));

/** One item of the checklist; `noteWhen` and `photoWhen` name the answers that then ask for a note or a photo. */
export const checklistItemSchema = z.object({
  id: idSchema,
  label: textSchema,
  help: z.optional(textSchema),
  required: z.boolean(),
  visibleWhen: z.optional(ruleSchema),
  kind: z.enum(['done', 'yes-no', 'yes-no-na']),
  noteWhen: some,
  photoWhen: some,
  stopWhen: z.optional(z.enum(['yes', 'no'])),
  stopMessage: z.optional(textSchema),
});
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** The answers that each kind of item allows, in the order they are shown. */
export const KIND_ANSWERS: Record<ChecklistItem['kind'], readonly ChecklistAnswerValue[]> = {
  done: ['done'],
  'yes-no': ['yes', 'no'],
  'yes-no-na': ['yes', 'no', 'na'],
};
