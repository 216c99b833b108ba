import * as z from 'zod/mini';

/** A text for people: one string, or one string for each language. It is always shown as text, never as HTML. */
export const textSchema = z.union([z.string(), z.record(z.string(), z.string())]);
export type Text = z.infer<typeof textSchema>;

/** An id from the configuration: a letter or digit, then letters, digits, `_` or `-`; at most 100 characters. */
export const idSchema = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, { error: 'id' }));
