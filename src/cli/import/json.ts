import { toPointer } from '../../rules/index.js';
import { ImportError } from './import-error.js';

/** A JSON object from outside; read it with `get`, which sees own keys only. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** How deep a form may nest, and how many values it may hold; both far beyond what people fill in. */
const DEEPEST = 200;
const MOST_VALUES = 1_000_000;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value below some keys, undefined where one of them is missing. */
export const get = (value: unknown, ...keys: readonly string[]): unknown => {
  let found = value;
  for (const key of keys) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** A text that is not blank. */
export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A number, or a text that is one. */
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** A whole number of at least `least`. */
export const countOf = (value: unknown, least = 0): number | undefined => {
  const number = numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= least ? number : undefined;
};

/** What is written for one value: a text, a number or a boolean; undefined for everything else. */
export const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** Whether a flag is set; some exports write it as a text. */
export const isSet = (value: unknown): boolean => value === true || value === 'true';

/** The keys of an object with their values, in order. */
export const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

/** A part of a JSON pointer, escaped. */
export const step = (key: string | number): string => toPointer([key]);

/** Without the settings that are undefined. */
export const defined = (settings: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

/** What is directly inside of a value. */
export const valuesIn = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [];

/** Throws an ImportError when reading the JSON part by part could take too long or too deep; needs no recursion. */
export const refuseEndless = (json: unknown): void => {
  let level: unknown[] = [json];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST)
      throw new ImportError(`The form nests more than ${DEEPEST} deep. Import its parts one by one.`);
    if (count > MOST_VALUES) {
      throw new ImportError(
        `The form has more than ${MOST_VALUES} values. Take out the answers or lists that it holds.`,
      );
    }
    level = level.flatMap(valuesIn);
  }
};
