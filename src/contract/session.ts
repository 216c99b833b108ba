import * as z from 'zod/mini';

export const customerSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  company: z.optional(z.string()),
});
export type Customer = z.infer<typeof customerSchema>;

/**
 * `POST /session`; the token goes into `Authorization: Bearer`, until `expiresAt`. `draft` is the id of the one draft that
 * the session is good for, on a device that a draft was handed over to.
 */
export const sessionSchema = z.object({
  token: z.string(),
  expiresAt: z.string(),
  customer: customerSchema,
  draft: z.optional(z.string()),
});
export type Session = z.infer<typeof sessionSchema>;

/** `GET /session`: the same without the token. */
export const currentSessionSchema = z.omit(sessionSchema, { token: true });
export type CurrentSession = z.infer<typeof currentSessionSchema>;

export const codeSentSchema = z.object({ codeSentTo: z.string() });

const email = z.string().check(z.minLength(3), z.maxLength(254));

/** The three ways to sign in; a code is asked for first, without `code`. */
export const signInSchema = z.union([
  z.strictObject({
    method: z.literal('password'),
    email,
    password: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ method: z.literal('code'), email, code: z.optional(z.string().check(z.maxLength(20))) }),
]);
export type SignIn = z.infer<typeof signInSchema>;

export const passwordResetSchema = z.strictObject({ email });
export type PasswordReset = z.infer<typeof passwordResetSchema>;
