import * as z from 'zod/mini';
import { sessionSchema } from './session.js';

/** `POST /drafts/{id}/handover`: with this code another device goes on with the draft, once, until `expiresAt`. */
export const handoverCodeSchema = z.object({ code: z.string(), expiresAt: z.string() });
export type HandoverCode = z.infer<typeof handoverCodeSchema>;

/** The body of `POST /handover`. */
export const takeHandoverSchema = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) });

/** What `POST /handover` answers: a session that is good for the draft with this id, and for nothing else. */
export const handoverSessionSchema = z.extend(sessionSchema, { draft: z.string() });
export type HandoverSession = z.infer<typeof handoverSessionSchema>;
