import type { Field, FieldOf, FieldType, Issue } from '../contract/index.js';
import { isAnswered, isRecord } from './answered.js';
import * as plain from './checks.js';
import { checkAddress, checkAppointment, checkLookup, checkSignature } from './checks-compound.js';
import { issues, type Check, type Checking } from './checks.js';
import { todayIn } from './dates.js';
import { normaliseAnswer } from './normalise.js';
import { toPointer } from './shape.js';
import { isRequired, rowOf } from './visible.js';

/** When and where a request is checked; `signedIn` says whether guest details are needed (false) or refused (true). */
export interface ValidationContext {
  readonly now: Date;
  /** An IANA name, such as `Europe/Amsterdam`; undefined for that of this device. */
  readonly timeZone: string | undefined;
  readonly signedIn?: boolean;
}

const nothingKnown = (): null => null;

/** The first asks the clock's calendar, the others remember: it is the dearest call of a keystroke. */
export const checkingAt = ({ now, timeZone }: ValidationContext): Checking => {
  let today: string | undefined;
  return { today: () => (today ??= todayIn(now, timeZone)), lookup: nothingKnown };
};

/** Every field of a row as it stands there, hidden ones and unknown keys refused. */
const rowIssues = (field: FieldOf<'repeat'>, given: unknown, checking: Checking): Issue[] => {
  if (!isRecord(given)) return issues([true, 'type']);
  const { visible, lookup } = rowOf(field, given, checking.lookup);
  const known = new Set(field.fields.filter(({ type }) => type !== 'note').map(({ id }) => id));
  const unknown = Object.keys(given).filter((key) => !known.has(key));
  const found = unknown.map((key): Issue => ({ pointer: toPointer([key]), code: 'unknown-key' }));
  for (const one of field.fields) {
    const answer = Object.hasOwn(given, one.id) ? given[one.id] : undefined;
    const pointer = toPointer([one.id]);
    if (visible.has(one.id)) {
      const own = answerIssues(one, answer, isRequired(one, lookup), { ...checking, lookup });
      found.push(...own.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })));
    } else if (isAnswered(normaliseAnswer(one, answer))) found.push({ pointer, code: 'not-visible' });
  }
  return found;
};

const checkRows: Check<'repeat'> = (rows: readonly unknown[], field, checking) => {
  const { minRows = 0, maxRows = Infinity } = field;
  return [
    ...rows.flatMap((row, index) =>
      rowIssues(field, row, checking).map((issue) => ({ ...issue, pointer: `/${index}${issue.pointer}` })),
    ),
    ...issues(
      [rows.length < minRows, 'too-few', { min: minRows }],
      [rows.length > maxRows, 'too-many', { max: maxRows }],
    ),
  ];
};

const isText = (answer: unknown): boolean => typeof answer === 'string';
const isList = (answer: unknown): boolean => Array.isArray(answer);
const none = (): Issue[] => [];

/** What each field type takes for an answer, and how it is checked. */
const checks: { readonly [T in FieldType]: readonly [fits: (answer: unknown) => boolean, check: Check<T>] } = {
  text: [isText, plain.checkText],
  textarea: [isText, plain.checkLength],
  email: [isText, plain.ofFormat('email')],
  tel: [isText, plain.ofFormat('tel')],
  url: [isText, plain.ofFormat('url')],
  number: [Number.isFinite, plain.checkNumber],
  date: [isText, plain.checkDate],
  time: [isText, plain.checkTime],
  select: [isText, plain.checkOption],
  radio: [isText, plain.checkOption],
  checkboxes: [isList, plain.checkOptions],
  checkbox: [(answer) => typeof answer === 'boolean', none],
  file: [isList, plain.checkFiles],
  signature: [isRecord, checkSignature],
  appointment: [isList, checkAppointment],
  address: [isRecord, checkAddress],
  lookup: [isRecord, checkLookup],
  repeat: [isList, checkRows],
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
