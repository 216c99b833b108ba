import { createHash } from 'node:crypto';
import { invalid } from './problem.mjs';

const DEEPEST = 32;

export const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON in the canonical form of RFC 8785: the same text for everything that says the same. */
export const canonicalJson = (value, depth = 0) => {
  if (depth > DEEPEST) throw invalid('This is nested too deeply');
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one, depth + 1)).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1)) // by UTF-16, which is how JavaScript compares
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one, depth + 1)}`);
  return `{${members.join()}}`;
};

export const sha256 = (text) => createHash('sha256').update(text).digest('hex');
