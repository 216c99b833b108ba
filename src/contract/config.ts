import * as z from 'zod/mini';
import { idSchema, textSchema } from './text.js';
import { fieldSchema } from './fields.js';
import { checklistItemSchema } from './checklist.js';
import { termSchema } from './terms.js';

export const sectionSchema = z.object({ id: idSchema, title: z.optional(textSchema), fields: z.array(fieldSchema) });
export type Section = z.infer<typeof sectionSchema>;

export const requestTypeSchema = z.object({
  id: idSchema,
  label: textSchema,
  description: z.optional(textSchema),
  sections: z.array(sectionSchema),
  checklist: z.array(checklistItemSchema),
  terms: z.array(termSchema),
});
export type RequestType = z.infer<typeof requestTypeSchema>;

/** After how many days what was not sent is removed, where the portal does not say. */
export const DRAFT_DAYS = 30;

export const portalSchema = z.object({
  name: textSchema,
  welcome: z.optional(textSchema),
  locale: z.string(),
  locales: z.array(z.string()).check(z.minLength(1)),
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  logo: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  remember: z.optional(z.number().check(z.int(), z.minimum(1))),
  draftDays: z.optional(z.number().check(z.int(), z.minimum(1))),
});

export const accessSchema = z.object({
  signIn: z.array(z.enum(['password', 'code'])),
  guests: z.boolean(),
  resetPassword: z.optional(z.boolean()),
});

/** `GET /config`. Unknown properties are ignored; everything else has to fit. */
export const portalConfigSchema = z.object({
  version: z.string().check(z.minLength(1)),
  portal: portalSchema,
  access: accessSchema,
  requestTypes: z.array(requestTypeSchema),
});
export type PortalConfig = z.infer<typeof portalConfigSchema>;
