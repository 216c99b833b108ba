import { Refusal } from '../problem.js';

/** The place after which the next page begins; opaque to the client. */
export const writeCursor = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** A 400 for a cursor that was made up. */
export const notOurs = (): Refusal => new Refusal(400, 'invalid-request', 'The cursor is not one of ours');

/** The parts of a cursor, whatever they are. Throws a 400 for what is none. */
export const readCursor = (cursor: string): readonly unknown[] => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw notOurs();
    throw error;
  }
  if (!Array.isArray(parsed) || parsed.some((part) => typeof part === 'string' && part.includes('\0'))) throw notOurs();
  return parsed as unknown[];
};
