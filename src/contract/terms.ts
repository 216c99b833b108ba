import * as z from 'zod/mini';
import { idSchema, textSchema } from './text.js';

/** A term to accept; `text` is Markdown, `url` a page to read. */
export const termSchema = z.object({
  id: idSchema,
  version: z.string().check(z.minLength(1), z.maxLength(100)),
  label: textSchema,
  required: z.boolean(),
  text: z.optional(textSchema),
  url: z.optional(z.string()),
});
export type Term = z.infer<typeof termSchema>;
