import * as z from 'zod/mini';
import { signedTermSchema } from './receipt-proof.js';
import { receiptSchema } from './submission.js';

export const RECEIPT_FORMAT = 'portal-request-receipt';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file that the customer keeps. The digest is taken of `submission` as it stands here, whatever is in it. */
export const receiptFileSchema = z.object({
  format: z.literal(RECEIPT_FORMAT),
  version: z.literal(1),
  /** The base URL of the contract, and the name of the portal as the customer read it. */
  endpoint: z.string(),
  portal: z.string(),
  submission: z.custom<Record<string, unknown>>(isObject),
  /** The accepted terms; a page to read has a `url` in place of a `text`. */
  terms: z.array(z.extend(signedTermSchema, { text: z.optional(z.string()), url: z.optional(z.string()) })),
  receipt: receiptSchema,
});
export type ReceiptFile = z.infer<typeof receiptFileSchema>;
