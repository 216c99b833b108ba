import type { Field, FieldOf, FieldType } from '../contract/index.js';
import { dateFrom, daysFromToday, weekdayOf } from './dates.js';
import { isAutocomplete } from './lint-autocomplete.js';
import { rows, warning, type ConfigIssue, type Path } from './lint-issue.js';
import { impossibleLength } from './lint-lengths.js';
import { validateAnswer } from './validate-answer.js';

/** When and where a configuration is looked at; without it nothing is said of dates that depend on the day. */
export interface LintMoment {
  /** Today, `YYYY-MM-DD`. */
  readonly today?: string;
}

type Doubts<T extends FieldType> = (field: FieldOf<T>, path: Path, moment: LintMoment) => ConfigIssue[];

const impossible = (at: Path, isSo: boolean): ConfigIssue[] => (isSo ? [warning(at, 'never-valid')] : []);

const lengths: Doubts<'text' | 'textarea' | 'email' | 'tel' | 'url'> = (field, path) => {
  const setting = impossibleLength(field);
  return setting === undefined ? [] : [warning(`${path}/${setting}`, 'never-valid')];
};

const text: Doubts<'text'> = (field, path, moment) => [
  ...lengths(field, path, moment),
  ...(field.pattern !== undefined && field.patternMessage === undefined
    ? [warning(`${path}/pattern`, 'pattern-message')]
    : []),
];

/** Days of bounds that are both fixed, or both relative, count from one another; with today all do. */
const daysBetween = ({ min, max }: FieldOf<'date' | 'appointment'>, { today }: LintMoment): number | undefined => {
  const days = [min, max].map((bound) => {
    if (bound === undefined) return undefined;
    const relative = daysFromToday(bound);
    if (today === undefined && relative !== undefined) return { relative };
    return { day: Date.parse(`${dateFrom(bound, () => today ?? bound)}T00:00:00Z`) / 86_400_000 };
  });
  const [from, to] = days;
  if (from?.day !== undefined && to?.day !== undefined) return to.day - from.day;
  return from?.relative !== undefined && to?.relative !== undefined ? to.relative - from.relative : undefined;
};

const isFixed = (bound: string | undefined): bound is string =>
  bound !== undefined && daysFromToday(bound) === undefined;

const dates: Doubts<'date' | 'appointment'> = (field, path, moment) => {
  const days = daysBetween(field, moment);
  const isMixed = isFixed(field.min) !== isFixed(field.max);
  return days !== undefined && days < 0 && isMixed ? [warning(`${path}/max`, 'date-past')] : [];
};

/** Whether each of the few days that can be chosen is an excluded weekday. */
const isAllExcluded = ({ min, max, excludeWeekdays = [] }: FieldOf<'appointment'>): boolean => {
  if (!isFixed(min) || !isFixed(max)) return false;
  const excluded = new Set(excludeWeekdays.map((weekday) => weekday % 7));
  const from = weekdayOf(min);
  const count = (Date.parse(max) - Date.parse(min)) / 86_400_000 + 1;
  return (
    count > 0 &&
    count < 7 &&
    Array.from({ length: count }, (_, at) => (from + at) % 7).every((day) => excluded.has(day))
  );
};

const appointment: Doubts<'appointment'> = (field, path, moment) => {
  const { max } = field;
  const isOver = moment.today !== undefined && isFixed(max) && max < moment.today;
  return [
    ...(isOver ? [warning(`${path}/max`, 'date-past')] : dates(field, path, moment)),
    ...impossible(`${path}/excludeWeekdays`, isAllExcluded(field)),
  ];
};

const ACCEPTED = /^(?:\.[^\s./]\S*|\*\/\*|[\w.+-]+\/(?:\*|[\w.+-]+))$/;

const address: Doubts<'address'> = ({ countries = [] }, path) => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return rows(countries, `${path}/countries`)
    .filter(([, country]) => names.of(country) === undefined)
    .map(([at, country]) => warning(at, 'country-unknown', { country }));
};

const doubts: { readonly [T in FieldType]?: Doubts<T> } = {
  text,
  textarea: lengths,
  email: lengths,
  tel: lengths,
  url: lengths,
  date: dates,
  appointment,
  checkboxes: ({ maxSelected }, path) => impossible(`${path}/maxSelected`, maxSelected === 0),
  file: ({ accept = [] }, path) =>
    rows(accept, `${path}/accept`)
      .filter(([, one]) => !ACCEPTED.test(one.trim()))
      .map(([at, one]) => warning(at, 'file-accept', { accept: one })),
  address,
};

/** A bound that counts from today is left out where nobody says what day it is. */
const withoutToday = (field: Field, { today }: LintMoment): Field => {
  if (today !== undefined || (field.type !== 'date' && field.type !== 'appointment')) return field;
  const kept = (bound: string | undefined): string | undefined => (isFixed(bound) ? bound : undefined);
  return { ...field, min: kept(field.min), max: kept(field.max) };
};

/** Nobody can fill these in for somebody else. */
const WITHOUT_INITIAL: ReadonlySet<FieldType> = new Set<FieldType>(['note', 'file', 'signature']);

const initial = (field: Field, path: Path, moment: LintMoment): ConfigIssue[] => {
  if (field.initial === undefined) return [];
  const now = new Date(`${moment.today ?? '2000-01-01'}T12:00:00Z`);
  const first = WITHOUT_INITIAL.has(field.type)
    ? { code: 'type' }
    : validateAnswer(withoutToday(field, moment), field.initial, { required: false, now, timeZone: 'UTC' }).at(0);
  return first ? [warning(`${path}/initial`, 'initial', { reason: first.code })] : [];
};

/** What is doubtful about the answers that a field takes, and about the one it starts with. */
export const answerWarnings = (field: Field, path: Path, moment: LintMoment): ConfigIssue[] => [
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- without it the field becomes never
  ...((doubts[field.type] as Doubts<FieldType> | undefined)?.(field, path, moment) ?? []),
  ...(field.autocomplete !== undefined && !isAutocomplete(field.autocomplete)
    ? [warning(`${path}/autocomplete`, 'autocomplete', { token: field.autocomplete })]
    : []),
  ...initial(field, path, moment),
];
