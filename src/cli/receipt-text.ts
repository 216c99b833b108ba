import { keySetSchema, RECEIPT_FORMAT, receiptFileSchema, type KeySet, type ReceiptFile } from '../contract/index.js';
import { toPointer } from '../rules/index.js';
import { findJsonMistake } from './json-mistake.js';
import { readText, Unreadable } from './read-text.js';

/** What keeps a receipt from being checked; the message says what to do. */
export class Uncheckable extends Error {}

/** Deeper than any request goes. */
const DEEPEST = 100;

const namesIn = (value: unknown, depth = 0): number => {
  if (depth > DEEPEST) throw new Uncheckable('It is nested too deeply to be a receipt.');
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, part) => sum + namesIn(part, depth + 1), own);
};

/** Whether a name stands twice in one object: programs then differ in which of the two they read. */
const hasTwins = (text: string, value: unknown): boolean =>
  text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '').split(':').length - 1 !== namesIn(value);

const read = async (source: string): Promise<string> => {
  try {
    return (await readText(source)).replace(/^\uFEFF/, '');
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    throw new Uncheckable(`${source} could not be read: ${problem.message}.`, { cause: problem });
  }
};

const readJson = async (source: string): Promise<unknown> => {
  const text = await read(source);
  const mistake = findJsonMistake(text);
  if (mistake) {
    const { line, column, sentence } = mistake;
    throw new Uncheckable(`${source} is no JSON: line ${String(line)}, column ${String(column)}: ${sentence}`);
  }
  const json: unknown = JSON.parse(text);
  if (hasTwins(text, json)) throw new Uncheckable(`${source} has a name twice in one object, which no receipt has.`);
  return json;
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** The receipt file in a file, at an address, or on the standard input for `-`. Throws an `Uncheckable`. */
export const readReceipt = async (source: string): Promise<ReceiptFile> => {
  const json = await readJson(source);
  if (member(json, 'format') !== RECEIPT_FORMAT) {
    throw new Uncheckable(`${source} is no proof of submission: give the file that the form saved.`);
  }
  if (member(json, 'version') !== 1) {
    throw new Uncheckable(`${source} was saved by another version of the form: use a newer portal-request-form.`);
  }
  const { success, data, error } = receiptFileSchema.safeParse(json);
  if (success) return data;
  const places = error.issues.map(({ path }) => toPointer(path)).join(', ');
  throw new Uncheckable(`${source} is not complete, or holds what does not belong there, at ${places}.`);
};

/** The public keys in a file or at an address. Throws an `Uncheckable`. */
export const readKeys = async (source: string): Promise<KeySet> => {
  const { success, data } = keySetSchema.safeParse(await readJson(source));
  if (success) return data;
  throw new Uncheckable(`${source} holds no keys: give what GET /keys of the portal answers.`);
};
