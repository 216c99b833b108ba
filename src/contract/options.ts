import * as z from 'zod/mini';
import { addressSchema } from './answers.js';

/** One choice that lives in the back office; `detail` tells it apart from others with the same label. */
export const optionItemSchema = z.object({
  id: z.string(),
  label: z.string(),
  detail: z.optional(z.string()),
  address: z.optional(addressSchema),
});
export type OptionItem = z.infer<typeof optionItemSchema>;

/** `GET /options/{source}`: a page of choices; `nextCursor` asks for the page after it. */
export const optionPageSchema = z.object({ items: z.array(optionItemSchema), nextCursor: z.optional(z.string()) });
export type OptionPage = z.infer<typeof optionPageSchema>;
