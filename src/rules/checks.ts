import * as z from 'zod/mini';
import {
  attachmentSchema,
  type Attachment,
  type Field,
  type FieldOf,
  type FieldType,
  type Issue,
} from '../contract/index.js';
import type { Lookup } from './conditions.js';
import { dateFrom, isCalendarDate } from './dates.js';
import { formats, type FormatName } from './formats.js';
import { compilePattern } from './pattern.js';
import { misfitIssues } from './shape.js';

/** What the checks of one request share. */
export interface Checking {
  /** Today in the time zone of the request, `YYYY-MM-DD`. */
  today(): string;
  /** What rules see of the request's answers. */
  readonly lookup: Lookup;
}

export type Found = readonly [condition: boolean, code: string, params?: Issue['params'], below?: string];
export type Check<T extends FieldType> = (answer: never, field: FieldOf<T>, checking: Checking) => Issue[];

/** The issues whose condition holds. */
export const issues = (...found: readonly Found[]): Issue[] =>
  found
    .filter(([holds]) => holds)
    .map(([, code, params, below]) => ({ pointer: below ?? '', code, ...(params ? { params } : {}) }));

const limit = (min: number | undefined): number => min ?? -Infinity;

interface Lengths {
  readonly minLength?: number;
  readonly maxLength?: number;
}

export const checkLength = (text: string, { minLength, maxLength = Infinity }: Lengths): Issue[] => {
  const length = text.length > 2 * maxLength ? Infinity : [...text].length;
  return issues(
    [length < limit(minLength), 'too-short', { min: minLength ?? 0 }],
    [length > maxLength, 'too-long', { max: maxLength }],
  );
};

export const checkFormat = (text: string, format: FormatName | undefined): Issue[] =>
  format ? issues([!formats[format].matches(text), 'format', { format }]) : [];

// eslint-disable-next-line no-restricted-syntax -- what follows from a configuration, by identity, is no state
const patterns = new WeakMap<Field, ReturnType<typeof compilePattern>>();

const patternOf = (field: FieldOf<'text'>): ReturnType<typeof compilePattern> => {
  if (field.pattern !== undefined && !patterns.has(field)) patterns.set(field, compilePattern(field.pattern));
  return patterns.get(field);
};

export const checkText: Check<'text'> = (text: string, field) => [
  ...checkLength(text, field),
  ...checkFormat(text, field.format),
  ...issues([patternOf(field)?.(text) === false, 'pattern']),
];

export const ofFormat =
  (format: FormatName) =>
  (text: string, field: Lengths): Issue[] => [...checkLength(text, field), ...checkFormat(text, format)];

/** Whether a number lies on a step, allowing for what binary fractions lose: 0.3 is three steps of 0.1. */
const isOnStep = (number: number, base: number, step: number): boolean => {
  const steps = (number - base) / step;
  const lost = 4 * Number.EPSILON * Math.max(1, (Math.abs(number) + Math.abs(base)) / step);
  return Math.abs(steps - Math.round(steps)) <= lost;
};

export const checkNumber: Check<'number'> = (number: number, { min, max, step }) =>
  issues(
    [number < limit(min), 'min', { min: min ?? 0 }],
    [number > (max ?? Infinity), 'max', { max: max ?? 0 }],
    [step !== undefined && !isOnStep(number, min ?? 0, step), 'step', { step: step ?? 0 }],
  );

/** Dates and times of one length sort as text. */
export const checkBetween = (text: string, min: string | undefined, max: string | undefined): Issue[] =>
  issues(
    [min !== undefined && text < min, 'min', { min: min ?? '' }],
    [max !== undefined && text > max, 'max', { max: max ?? '' }],
  );

export const checkDate: Check<'date'> = (date: string, { min, max }, { today }) =>
  isCalendarDate(date)
    ? checkBetween(date, min && dateFrom(min, today), max && dateFrom(max, today))
    : issues([true, 'date']);

export const checkTime: Check<'time'> = (time: string, { min, max }) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? checkBetween(time, min, max) : issues([true, 'time']);

export const checkOption = (option: string, field: FieldOf<'select' | 'radio'>): Issue[] =>
  issues([!field.options.some(({ id }) => id === option), 'option']);

export const checkOptions: Check<'checkboxes'> = (
  chosen: readonly unknown[],
  { options, minSelected, maxSelected },
) => {
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

/** The same photos go by the name of their container and by that of what is in it. */
const folded = (text: string): string => text.trim().toLowerCase().replace(/heif$/, 'heic');

/** Whether a file of this name and media type is among those that are accepted: endings, types, or types like `image/*`. */
export const isAcceptedFile = (
  { name, type }: Pick<Attachment, 'name' | 'type'>,
  accept: readonly string[],
): boolean => {
  const media = folded(type.split(';')[0] ?? '');
  return accept.some((wanted) => {
    const one = folded(wanted);
    if (one.startsWith('.')) return folded(name).endsWith(one);
    return one === media || one === '*/*' || (one.endsWith('/*') && media.startsWith(one.slice(0, -1)));
  });
};

export const checkFiles: Check<'file'> = (
  files: readonly Attachment[],
  { accept, maxFiles = Infinity, maxBytes = Infinity },
) => {
  const misfit = misfitIssues(z.array(attachmentSchema), files);
  if (misfit.length > 0) return misfit;
  const ids = new Set<string>();
  const found = files.flatMap((file, index): Found[] => [
    [ids.size === ids.add(file.id).size, 'too-many', { max: 1 }, `/${index}`],
    [!!accept?.length && !isAcceptedFile(file, accept), 'file-type', undefined, `/${index}`],
    [file.size > maxBytes, 'file-size', { max: maxBytes }, `/${index}`],
  ]);
  return issues(...found, [files.length > maxFiles, 'too-many', { max: maxFiles }]);
};
