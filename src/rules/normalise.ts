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

const attachments = (given: unknown): unknown =>
  Array.isArray(given)
    ? given.map((one: unknown) => mapRecord(one, (_key, value) => (typeof value === 'string' ? oneLine(value) : value)))
    : given;

/** The canonical form of one answer; what does not fit the field is left as it is, for validation to refuse. */
export const normaliseAnswer = (field: Field, answer: unknown): unknown => {
  if (field.type === 'file') return attachments(answer);
  if (typeof answer !== 'string') return answer;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it the field becomes never
  const normaliser = normalisers[field.type] as Normaliser<FieldType> | undefined;
  return normaliser ? normaliser(answer, field) : oneLine(answer);
};

const itemParts: Record<string, (value: unknown) => unknown> = {
  note: (value) => (typeof value === 'string' ? lines(value) || undefined : value),
  photos: (value) => (Array.isArray(value) && value.length === 0 ? undefined : attachments(value)),
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
    return mapRecord(value, (id, answer) => {
      const field = fields?.get(id);
      if (!field || field.type === 'note') return answer;
      const normal = normaliseAnswer(field, answer);
      return isAnswered(normal) ? normal : undefined;
    });
  });
};
