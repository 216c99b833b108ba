// What the fields of each type take for an answer: how it is written in one way, and what can be wrong with it.
// A type that is not in this table is refused when the backend starts.
import { isRecord } from './json.mjs';

const UNWANTED = /[^\P{Cc}\t\n\r]|\p{Cs}/gu; // control characters and halves of characters: nobody typed them
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const PHONE = /^\+?\d{6,15}$/;
const DAY = 86_400_000;

export const lines = (text) => text.replace(UNWANTED, '').replace(/\r\n?/g, '\n').normalize('NFC').trim();
export const oneLine = (text) => lines(text.replace(/[\t\r\n]+/g, ' '));

const digits = (text) => {
  const short = oneLine(text)
    .replace(/^(\+.*)\(0\)/, '$1')
    .replace(/[\s.()[\]/\-\u2010-\u2015]/g, '');
  return PHONE.test(short) ? short : oneLine(text);
};

const decimal = (text) => {
  const line = oneLine(text).replace('\u2212', '-');
  const number = DECIMAL.test(line) ? Number(line.replace(',', '.')) : NaN;
  return Number.isFinite(number) ? number : line;
};

/** A choice with its texts on one line; nothing when nothing is left of it. */
const choice = (given) => {
  const parts = Object.entries(given).map(([key, value]) => [key, typeof value === 'string' ? oneLine(value) : value]);
  const kept = parts.filter(([, value]) => value !== '');
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};

/** Issues as `[condition, code, pointer below the answer]`; those whose condition holds are kept. */
const found = (...issues) => issues.filter(([holds]) => holds).map(([, code, pointer = '']) => ({ pointer, code }));

const lengthIssues = (text, { minLength = 0, maxLength = Infinity }) => {
  const { length } = [...text]; // code points
  return found([length < minLength, 'too-short'], [length > maxLength, 'too-long']);
};

const numberIssues = (number, { min = -Infinity, max = Infinity, step }) => {
  const steps = (number - (Number.isFinite(min) ? min : 0)) / (step ?? 1);
  const isOff = step !== undefined && Math.abs(steps - Math.round(steps)) > 1e-9 * Math.max(1, Math.abs(steps));
  return found([number < min, 'min'], [number > max, 'max'], [isOff, 'step']);
};

const isDate = (text) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** `today+3d` as a date; what is a date stays one. */
const boundOf = (bound, today) => {
  const [, days] = /^today(?:([+-]\d+)d)?$/.exec(bound) ?? [bound];
  if (!bound.startsWith('today')) return bound;
  return new Date(Date.parse(`${today}T00:00:00Z`) + Number(days ?? 0) * DAY).toISOString().slice(0, 10);
};

const dateIssues = (text, { min, max }, { today }) => {
  if (!isDate(text)) return found([true, 'date']);
  return found(
    [min !== undefined && text < boundOf(min, today), 'min'],
    [max !== undefined && text > boundOf(max, today), 'max'],
  );
};

const optionIssues = (id, { options }) => found([!options.some((one) => one.id === id), 'option']);

const optionsIssues = (ids, { options, minSelected = 0, maxSelected = Infinity }) => {
  const left = new Set(options.map(({ id }) => id));
  return found(
    ...ids.map((id, index) => [!left.delete(id), typeof id === 'string' ? 'option' : 'type', `/${index}`]),
    [ids.length < minSelected, 'too-few'],
    [ids.length > maxSelected, 'too-many'],
  );
};

/** A choice has to be one of the customer's own. */
const lookupIssues = (chosen, { source }, { choices }) => {
  const isWhole = typeof chosen.id === 'string' && typeof chosen.label === 'string' && Object.keys(chosen).length === 2;
  if (!isWhole) return found([true, 'type']);
  return found([!choices(source).some(({ id }) => id === chosen.id), 'option']);
};

const isText = (value) => typeof value === 'string';
const matching = (pattern) => (text, field) => [
  ...lengthIssues(text, field),
  ...found([!pattern.test(text), 'format']),
];

export const fieldTypes = new Map([
  ['text', { normalise: oneLine, fits: isText, issues: lengthIssues }],
  ['textarea', { normalise: lines, fits: isText, issues: lengthIssues }],
  ['email', { normalise: oneLine, fits: isText, issues: matching(EMAIL) }],
  ['tel', { normalise: digits, fits: isText, issues: matching(PHONE) }],
  ['number', { normalise: decimal, fits: Number.isFinite, issues: numberIssues }],
  ['date', { normalise: oneLine, fits: isText, issues: dateIssues }],
  ['select', { normalise: oneLine, fits: isText, issues: optionIssues }],
  ['radio', { normalise: oneLine, fits: isText, issues: optionIssues }],
  ['checkboxes', { fits: Array.isArray, issues: optionsIssues }],
  ['checkbox', { fits: (value) => typeof value === 'boolean', issues: () => [] }],
  ['lookup', { normalise: choice, fits: isRecord, issues: lookupIssues }],
  ['note', { fits: () => false, issues: () => [] }],
]);

/** An empty text, an empty list and null are no answer; `false` and 0 are. */
export const isAnswered = (answer) =>
  answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0);

export const normalised = (field, answer) => {
  const { normalise } = fieldTypes.get(field.type);
  const isNormal = field.type === 'lookup' ? !isRecord(answer) : typeof answer !== 'string';
  return isNormal || !normalise ? answer : normalise(answer);
};
