import * as z from 'zod/mini';
import type { ProblemCode } from './problem-codes.js';

/** What is wrong with one answer: where (a JSON pointer into the submission) and why (a code), never a sentence. */
export const issueSchema = z.object({
  pointer: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type Issue = z.infer<typeof issueSchema>;

/** RFC 9457 `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(issueSchema)),
});
export type Problem = z.infer<typeof problemSchema>;

/** The `type` of a problem with this code. */
export const problemType = (code: ProblemCode): string => `urn:portal-request:problem:${code}`;
