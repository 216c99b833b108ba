const LONE_SURROGATE = /\p{Cs}/u;

const text = (value: string): string => {
  if (LONE_SURROGATE.test(value)) throw new TypeError('A lone surrogate has no canonical form');
  return JSON.stringify(value);
};

/** UTF-16 order, which is how JavaScript sorts. */
const members = (record: object): string =>
  Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${text(key)}:${canonicalJson(value)}`)
    .join();

/**
 * JSON in the canonical form of RFC 8785. Members that are undefined are left out. Throws a TypeError for what JSON
 * cannot hold: a number that is not finite, a lone surrogate, a function, undefined itself.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join()}]`; // a hole is no JSON either
  if (typeof value === 'object') return `{${members(value)}}`;
  throw new TypeError(`A ${typeof value} has no canonical form`);
};

/** The SHA-256 of a text in UTF-8, in lower-case hex. It needs a secure context in a browser. */
export const sha256 = async (given: string): Promise<string> => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(given));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The SHA-256 of the canonical JSON, in lower-case hex. It needs a secure context in a browser. */
export const digest = async (value: unknown): Promise<string> => sha256(canonicalJson(value));
