import * as z from 'zod/mini';

/** A file that was uploaded through `/attachments`; `size` is in bytes, `type` a media type. */
export const attachmentSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  type: z.string().check(z.maxLength(200)),
  size: z.number().check(z.int(), z.minimum(0)),
});
export type Attachment = z.infer<typeof attachmentSchema>;
