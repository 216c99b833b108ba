import type { Field, FieldOf, FieldType, PortalConfig, Submission } from '../contract/index.js';
import { isAnswered, isRecord } from './answered.js';
import { formats, type FormatName } from './formats.js';
import { guestFields } from './guest.js';
import { planOf } from './order.js';

/** Control characters (not tab and line ends) and lone surrogates: nobody typed them, and no database keeps them. */
const UNWANTED = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;

/** Text of several lines in its canonical form. */
export const lines = (text: string): string =>
  text.replace(UNWANTED, '').replace(/\r\n?/g, '\n').normalize('NFC').trim();
const oneLine = (text: string): string => lines(text.replace(/[\t\r\n]+/g, ' '));

const formatted = (text: string, format: FormatName | undefined): string => {
  const line = oneLine(text);
  const canonical = format ? formats[format].canonical(line) : line;
  return format && formats[format].matches(canonical) ? canonical : line;
};

const decimal = (text: string): number | string => {
  const line = oneLine(text).replace('\u2212', '-');
  const number = DECIMAL.test(line) ? Number(line.replace(',', '.')) : NaN;
  return Number.isFinite(number) ? number : line;
};

const clock = (text: string): string =>
  oneLine(text).replace(CLOCK, (_all, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`);

type Normaliser<T extends FieldType> = (text: string, field: FieldOf<T>) => unknown;

/** How what was typed becomes the answer that is checked and sent, for the types that differ from one line of text. */
const normalisers: { [T in FieldType]?: Normaliser<T> } = {
  text: (text, field) => formatted(text, field.format),
  textarea: lines,
  email: (text) => formatted(text, 'email'),
  tel: (text) => formatted(text, 'tel'),
  url: (text) => formatted(text, 'url'),
  number: decimal,
  time: clock,
};

/** A record with each value replaced, and left out when it became undefined; `__proto__` is a key like any other. */
const mapRecord = <T>(record: T, change: (key: string, value: unknown) => unknown): T =>
  isRecord(record)
    ? (Object.fromEntries(
        Object.entries(record)
          .map(([key, value]) => [key, change(key, value)] as const)
          .filter(([, value]) => value !== undefined),
      ) as T)
    : record;

const attachments = (given: readonly unknown[]): unknown[] =>
  given.map((one) => mapRecord(one, (_key, value) => (typeof value === 'string' ? oneLine(value) : value)));

/** A record with each of its texts on one line, and empty ones left out; nothing when nothing is left. */
const oneLiners = (given: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined => {
  const kept = mapRecord(given, (_key, value) => (typeof value === 'string' ? oneLine(value) || undefined : value));
  return Object.keys(kept).length > 0 ? kept : undefined;
};

const signature = (given: Readonly<Record<string, unknown>>): unknown => {
  const { attachment, ...rest } = given;
  return oneLiners(attachment === undefined ? rest : { ...rest, attachment: attachments([attachment])[0] });
};

const address: Compound<'address'> = (given, { countries }) => {
  const { country, houseNumber, ...rest } = given;
  const number = typeof houseNumber === 'number' ? String(houseNumber) : houseNumber;
  const parts = oneLiners(number === undefined ? rest : { ...rest, houseNumber: number });
  if (!parts) return undefined;
  const land = typeof country === 'string' ? oneLine(country).toUpperCase() : country;
  const [first = 'NL'] = countries ?? [];
  const { postcode } = parts;
  const isDutch = (land || first) === 'NL' && typeof postcode === 'string';
  return { ...parts, ...(isDutch ? { postcode: formatted(postcode, 'postcode-nl') } : {}), country: land || first };
};

const rows: Compound<'repeat'> = (given, { fields }) => {
  const byId = new Map<string, Field>(fields.map((field) => [field.id, field]));
  return mapRecord(given, (id, answer) => answerIn(byId, id, answer));
};

type Compound<T extends FieldType> = (given: Readonly<Record<string, unknown>>, field: FieldOf<T>) => unknown;

/** The types whose answer is an object, or a list of them. */
const compounds: { [T in FieldType]?: Compound<T> } = {
  signature,
  address,
  lookup: oneLiners,
  appointment: (given) => oneLiners(given) ?? {},
  repeat: rows,
};

/** The canonical form of an answer in a record of answers: nothing when it is empty, untouched when nobody knows it. */
const answerIn = (fields: ReadonlyMap<string, Field> | undefined, id: string, answer: unknown): unknown => {
  const field = fields?.get(id);
  if (!field || field.type === 'note') return answer;
  const normal = normaliseAnswer(field, answer);
  return isAnswered(normal) ? normal : undefined;
};

/** The canonical form of one answer; what does not fit the field is left as it is, for validation to refuse. */
export const normaliseAnswer = (field: Field, answer: unknown): unknown => {
  if (field.type === 'file') return Array.isArray(answer) ? attachments(answer) : answer;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it the field becomes never
  const compound = compounds[field.type] as Compound<FieldType> | undefined;
  if (compound) {
    const normalise = (one: unknown): unknown => (isRecord(one) ? compound(one, field) : one);
    const isList = field.type === 'repeat' || field.type === 'appointment';
    if (isList && Array.isArray(answer)) return answer.map(normalise);
    return isList ? answer : normalise(answer);
  }
  if (typeof answer !== 'string') return answer;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it the field becomes never
  const normaliser = normalisers[field.type] as Normaliser<FieldType> | undefined;
  return normaliser ? normaliser(answer, field) : oneLine(answer);
};

const itemParts: Record<string, (value: unknown) => unknown> = {
  note: (value) => (typeof value === 'string' ? lines(value) || undefined : value),
  photos: (value) => (Array.isArray(value) ? (value.length === 0 ? undefined : attachments(value)) : value),
};

const normaliseItem = (given: unknown): unknown =>
  mapRecord(given, (key, value) => (Object.hasOwn(itemParts, key) ? itemParts[key]?.(value) : value));

const normaliseGuest = (guest: unknown): unknown =>
  mapRecord(guest, (key, value) => {
    const field = guestFields.get(key);
    const normal = field ? normaliseAnswer(field, value) : value;
    return key === 'phone' && !isAnswered(normal) ? undefined : normal;
  });

/**
 * A submission in its canonical form, the one that is checked, stored and digested: texts trimmed and NFC, formats
 * written in one way, empty answers left out. Hidden answers and unknown keys stay, for validation to refuse.
 */
export const normaliseSubmission = (config: PortalConfig, submission: Submission): Submission => {
  const requestType = config.requestTypes.find(({ id }) => id === submission.requestType);
  const fields = requestType && planOf(requestType).fields;
  return mapRecord(submission, (key, value) => {
    if (key === 'guest') return normaliseGuest(value);
    if (key === 'checklist') return mapRecord(value, (_id, given) => normaliseItem(given));
    if (key !== 'answers') return typeof value === 'string' ? oneLine(value) : value;
    return mapRecord(value, (id, answer) => answerIn(fields, id, answer));
  });
};
