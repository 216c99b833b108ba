import type * as z from 'zod/mini';
import type { Issue } from '../contract/index.js';

/** The JSON pointer (RFC 6901) of a path. */
export const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** An issue at a path into the submission. */
export const issueAt = (code: string, ...path: readonly PropertyKey[]): Issue => ({ pointer: toPointer(path), code });

/** What is found along a path, own properties only; undefined when there is nothing. */
export const at = (json: unknown, path: readonly PropertyKey[]): unknown => {
  let found = json;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
};

/** One way in which JSON does not have the shape it should have: zod's finding without zod's sentence. */
export interface Misfit {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  /** What was found there; undefined when it is missing. */
  readonly found: unknown;
}

const OWN_CODES: ReadonlySet<string> = new Set(['id', 'date-bound', 'time-bound', 'field-type', 'country']);

const codeOf = (issue: z.core.$ZodIssue, found: unknown): string => {
  if (found === undefined) return 'required';
  if (issue.code === 'invalid_value') return typeof found === 'string' ? 'option' : 'type';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'too-short' : 'min';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'max';
  const isOwn = issue.code !== 'invalid_type' && typeof found === 'string' && OWN_CODES.has(issue.message);
  return isOwn ? issue.message : 'type';
};

/** Every misfit of JSON with a schema, in zod's order; unknown keys one by one. */
export const misfits = (schema: z.ZodMiniType, json: unknown): Misfit[] => {
  const { error } = schema.safeParse(json);
  return (error?.issues ?? []).flatMap((issue): Misfit[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], code: 'unknown-key', found: null }));
    }
    const found = at(json, issue.path);
    return [{ path: issue.path, code: codeOf(issue, found), found }];
  });
};

/** The misfits as issues below a pointer. */
export const misfitIssues = (schema: z.ZodMiniType, json: unknown, below = ''): Issue[] =>
  misfits(schema, json).map(({ path, code }) => ({ pointer: below + toPointer(path), code }));
