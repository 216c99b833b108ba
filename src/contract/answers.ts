import * as z from 'zod/mini';
import { attachmentSchema } from './attachment.js';
import { DAY_PARTS } from './fields.js';

const part = (maxLength: number) => z.string().check(z.maxLength(maxLength));

/** The answer of an `address` field; `country` is an ISO 3166 code of two letters. */
export const addressSchema = z.strictObject({
  postcode: part(20),
  houseNumber: part(20),
  addition: z.optional(part(20)),
  street: part(200),
  city: part(200),
  country: z.string(),
});
export type Address = z.infer<typeof addressSchema>;

/** The parts of an address, in the order they are asked. */
export const ADDRESS_PARTS = Object.keys(addressSchema.shape) as (keyof Address)[];

/** The answer of a `lookup` field: what was chosen from the back office's list. */
export const lookupAnswerSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  label: z.string().check(z.minLength(1), z.maxLength(500)),
});
export type LookupAnswer = z.infer<typeof lookupAnswerSchema>;

/** One preference of an `appointment`; `date` is `YYYY-MM-DD`. */
export const appointmentChoiceSchema = z.strictObject({ date: z.string(), part: z.enum(DAY_PARTS) });
export type AppointmentChoice = z.infer<typeof appointmentChoiceSchema>;

/** The answer of a `signature` field: a drawing that was uploaded, or the name that was typed instead. */
export const signatureSchema = z.strictObject({
  attachment: z.optional(attachmentSchema),
  typedName: z.optional(part(200)),
});
export type Signature = z.infer<typeof signatureSchema>;
