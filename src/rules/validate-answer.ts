import * as z from 'zod/mini';
import {
  attachmentSchema,
  type Attachment,
  type Field,
  type FieldOf,
  type FieldType,
  type Issue,
} from '../contract/index.js';
import { isAnswered } from './answered.js';
import { dateFrom, isCalendarDate, todayIn } from './dates.js';
import { formats, type FormatName } from './formats.js';
import { normaliseAnswer } from './normalise.js';
import { compilePattern } from './pattern.js';
import { misfitIssues } from './shape.js';

/** When and where a request is checked; `signedIn` says whether guest details are needed (false) or refused (true). */
export interface ValidationContext {
  readonly now: Date;
  /** An IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string;
  readonly signedIn?: boolean;
}

/** What the checks of one request share. */
export interface Checking {
  /** Today in the time zone of the request, `YYYY-MM-DD`. */
  today(): string;
}

/** The first asks the clock's calendar, the others remember: it is the dearest call of a keystroke. */
export const checkingAt = ({ now, timeZone }: ValidationContext): Checking => {
  let today: string | undefined;
  return { today: () => (today ??= todayIn(now, timeZone)) };
};

type Found = readonly [condition: boolean, code: string, params?: Issue['params'], below?: string];
type Check<T extends FieldType> = (answer: never, field: FieldOf<T>, checking: Checking) => Issue[];

/** The issues whose condition holds. */
const issues = (...found: readonly Found[]): Issue[] =>
  found
    .filter(([holds]) => holds)
    .map(([, code, params, below]) => ({ pointer: below ?? '', code, ...(params ? { params } : {}) }));

const limit = (min: number | undefined): number => min ?? -Infinity;

interface Lengths {
  readonly minLength?: number;
  readonly maxLength?: number;
}

const checkLength = (text: string, { minLength, maxLength = Infinity }: Lengths): Issue[] => {
  const length = text.length > 2 * maxLength ? Infinity : [...text].length;
  return issues(
    [length < limit(minLength), 'too-short', { min: minLength ?? 0 }],
    [length > maxLength, 'too-long', { max: maxLength }],
  );
};

const checkFormat = (text: string, format: FormatName | undefined): Issue[] =>
  format ? issues([!formats[format].matches(text), 'format', { format }]) : [];

// eslint-disable-next-line no-restricted-syntax -- what follows from a configuration, by identity, is no state
const patterns = new WeakMap<Field, ReturnType<typeof compilePattern>>();

const patternOf = (field: FieldOf<'text'>): ReturnType<typeof compilePattern> => {
  if (field.pattern !== undefined && !patterns.has(field)) patterns.set(field, compilePattern(field.pattern));
  return patterns.get(field);
};

const checkText: Check<'text'> = (text: string, field) => [
  ...checkLength(text, field),
  ...checkFormat(text, field.format),
  ...issues([patternOf(field)?.(text) === false, 'pattern']),
];

const ofFormat =
  (format: FormatName) =>
  (text: string, field: Lengths): Issue[] => [...checkLength(text, field), ...checkFormat(text, format)];

/** Whether a number lies on a step, allowing for what binary fractions lose: 0.3 is three steps of 0.1. */
const isOnStep = (number: number, base: number, step: number): boolean => {
  const steps = (number - base) / step;
  const lost = 4 * Number.EPSILON * Math.max(1, (Math.abs(number) + Math.abs(base)) / step);
  return Math.abs(steps - Math.round(steps)) <= lost;
};

const checkNumber: Check<'number'> = (number: number, { min, max, step }) =>
  issues(
    [number < limit(min), 'min', { min: min ?? 0 }],
    [number > (max ?? Infinity), 'max', { max: max ?? 0 }],
    [step !== undefined && !isOnStep(number, min ?? 0, step), 'step', { step: step ?? 0 }],
  );

/** Dates and times of one length sort as text. */
const checkBetween = (text: string, min: string | undefined, max: string | undefined): Issue[] =>
  issues(
    [min !== undefined && text < min, 'min', { min: min ?? '' }],
    [max !== undefined && text > max, 'max', { max: max ?? '' }],
  );

const checkDate: Check<'date'> = (date: string, { min, max }, { today }) =>
  isCalendarDate(date)
    ? checkBetween(date, min && dateFrom(min, today), max && dateFrom(max, today))
    : issues([true, 'date']);

const checkTime: Check<'time'> = (time: string, { min, max }) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? checkBetween(time, min, max) : issues([true, 'time']);

const checkOption = (option: string, field: FieldOf<'select' | 'radio'>): Issue[] =>
  issues([!field.options.some(({ id }) => id === option), 'option']);

const checkOptions: Check<'checkboxes'> = (chosen: readonly unknown[], { options, minSelected, maxSelected }) => {
  const left = new Set<unknown>(options.map(({ id }) => id));
  return issues(
    ...chosen.map((id, index): Found => [
      !left.delete(id),
      typeof id === 'string' ? 'option' : 'type',
      undefined,
      `/${index}`,
    ]),
    [chosen.length < limit(minSelected), 'too-few', { min: minSelected ?? 0 }],
    [chosen.length > (maxSelected ?? Infinity), 'too-many', { max: maxSelected ?? 0 }],
  );
};

const isAccepted = ({ name, type }: Attachment, accept: readonly string[]): boolean => {
  const media = (type.split(';')[0] ?? '').trim().toLowerCase();
  return accept.some((wanted) => {
    const one = wanted.trim().toLowerCase();
    if (one.startsWith('.')) return name.toLowerCase().endsWith(one);
    return one === media || one === '*/*' || (one.endsWith('/*') && media.startsWith(one.slice(0, -1)));
  });
};

const checkFiles: Check<'file'> = (
  files: readonly Attachment[],
  { accept, maxFiles = Infinity, maxBytes = Infinity },
) => {
  const misfit = misfitIssues(z.array(attachmentSchema), files);
  if (misfit.length > 0) return misfit;
  const ids = new Set<string>();
  const found = files.flatMap((file, index): Found[] => [
    [ids.size === ids.add(file.id).size, 'too-many', { max: 1 }, `/${index}`],
    [!!accept?.length && !isAccepted(file, accept), 'file-type', undefined, `/${index}`],
    [file.size > maxBytes, 'file-size', { max: maxBytes }, `/${index}`],
  ]);
  return issues(...found, [files.length > maxFiles, 'too-many', { max: maxFiles }]);
};

const isText = (answer: unknown): boolean => typeof answer === 'string';
const isList = (answer: unknown): boolean => Array.isArray(answer);
const none = (): Issue[] => [];

/** What each field type takes for an answer, and how it is checked. */
const checks: { readonly [T in FieldType]: readonly [fits: (answer: unknown) => boolean, check: Check<T>] } = {
  text: [isText, checkText],
  textarea: [isText, checkLength],
  email: [isText, ofFormat('email')],
  tel: [isText, ofFormat('tel')],
  url: [isText, ofFormat('url')],
  number: [Number.isFinite, checkNumber],
  date: [isText, checkDate],
  time: [isText, checkTime],
  select: [isText, checkOption],
  radio: [isText, checkOption],
  checkboxes: [isList, checkOptions],
  checkbox: [(answer) => typeof answer === 'boolean', none],
  file: [isList, checkFiles],
  note: [() => false, none],
};

/** The issues of one answer, given what the checks of its request share; pointers are below the answer. */
export const answerIssues = (field: Field, given: unknown, required: boolean, checking: Checking): Issue[] => {
  const answer = normaliseAnswer(field, given);
  const isGiven = isAnswered(answer) && !(field.type === 'checkbox' && required && answer === false);
  if (!isGiven) return issues([required && field.type !== 'note', 'required']);
  const [fits, check] = checks[field.type] as (typeof checks)['text'];
  return fits(answer) ? check(answer as never, field as FieldOf<'text'>, checking) : issues([true, 'type']);
};

/** Every issue of one answer; pointers start at '', so `/0` is the first file or option. Never throws on JSON. */
export const validateAnswer = (
  field: Field,
  answer: unknown,
  context: ValidationContext & { readonly required: boolean },
): Issue[] => answerIssues(field, answer, context.required, checkingAt(context));
