import { entriesOf, get, isObject } from './json.js';

const hasOneOf = (json: unknown, keys: readonly string[]): boolean => keys.some((key) => get(json, key) !== undefined);

/** The kind of form that some JSON looks like, undefined when it is none of them. */
export const likelySource = (json: unknown): 'formio' | 'surveyjs' | 'json-schema' | undefined => {
  if (Array.isArray(json)) return json.some((one) => get(one, 'type') !== undefined) ? 'formio' : undefined;
  if (hasOneOf(json, ['components', 'forms'])) return 'formio';
  if (hasOneOf(json, ['pages', 'elements', 'questions'])) return 'surveyjs';
  if (hasOneOf(json, ['$schema', 'properties', '$defs', 'definitions', 'allOf', '$ref'])) return 'json-schema';
  for (const [, inner] of entriesOf(json)) {
    const likely = isObject(inner) ? hasOneOf(inner, ['components', 'pages', 'properties']) : false;
    if (likely) return likelySource(inner);
  }
  return undefined;
};
