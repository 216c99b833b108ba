import * as z from 'zod/mini';
import { idSchema, textSchema } from './text.js';

/**
 * A term to accept; `text` is Markdown, `url` a page to read. `accepted` is what the customer who asks accepted last,
 * as long as the portal remembers it; its `text` is there when the version differs from this one.
 */
export const termSchema = z.object({
  id: idSchema,
  version: z.string().check(z.minLength(1), z.maxLength(100)),
  label: textSchema,
  required: z.boolean(),
  text: z.optional(textSchema),
  url: z.optional(z.string()),
  accepted: z.optional(z.object({ version: z.string(), at: z.string(), text: z.optional(textSchema) })),
});
export type Term = z.infer<typeof termSchema>;
