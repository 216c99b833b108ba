import type { Field, FieldOf, FieldType } from '../contract/index.js';
import { daysFromToday, isCalendarDate } from './dates.js';
import { duplicates, error, overLimit, rows, type ConfigIssue, type Path } from './lint-issue.js';
import { patternRefusal } from './pattern.js';

const bounds = (path: Path, name: string, min: unknown, max: unknown): ConfigIssue[] => {
  const isWrong =
    (typeof min === 'number' && typeof max === 'number') || (typeof min === 'string' && typeof max === 'string')
      ? min > max
      : false;
  return isWrong ? [error(`${path}/${name}`, 'bounds')] : [];
};

const options = (field: FieldOf<'select' | 'radio' | 'checkboxes'>, path: Path): ConfigIssue[] => [
  ...(field.options.length === 0 ? [error(`${path}/options`, 'no-options')] : []),
  ...overLimit(`${path}/options`, field.options.length, 'options'),
  ...duplicates(rows(field.options, `${path}/options`)),
];

const lengths = (field: FieldOf<'text' | 'textarea'>, path: Path): ConfigIssue[] =>
  bounds(path, 'minLength', field.minLength, field.maxLength);

const pattern = (field: FieldOf<'text'>, path: Path): ConfigIssue[] => {
  const reason = field.pattern === undefined ? undefined : patternRefusal(field.pattern);
  return reason ? [error(`${path}/pattern`, 'pattern-unsupported', { reason })] : [];
};

/** Two fixed dates compare as text, two relative ones as days; one of each depends on the day. */
const dates = ({ min, max }: FieldOf<'date' | 'appointment'>, path: Path): ConfigIssue[] => {
  const days = [min, max].map((bound) => bound && daysFromToday(bound));
  const wrong = Object.entries({ min, max }).filter(
    ([, bound]) => bound && daysFromToday(bound) === undefined && !isCalendarDate(bound),
  );
  return [
    ...wrong.map(([name]) => error(`${path}/${name}`, 'date-bound')),
    ...bounds(path, 'min', days[0] ?? min, days[1] ?? max),
  ];
};

type LintField = { [T in FieldType]?: (field: FieldOf<T>, path: Path) => ConfigIssue[] };

/** What can be wrong with the own settings of each field type. */
const fieldLints: LintField = {
  text: (field, path) => [...lengths(field, path), ...pattern(field, path)],
  textarea: lengths,
  number: ({ min, max }, path) => bounds(path, 'min', min, max),
  time: ({ min, max }, path) => bounds(path, 'min', min, max),
  date: dates,
  appointment: (field, path) => [
    ...dates(field, path),
    ...(new Set(field.excludeWeekdays?.map((weekday) => weekday % 7)).size === 7
      ? [error(`${path}/excludeWeekdays`, 'no-options')]
      : []),
  ],
  repeat: (field, path) => [
    ...(field.fields.every(({ type }) => type === 'note') ? [error(`${path}/fields`, 'no-fields')] : []),
    ...bounds(path, 'minRows', field.minRows, field.maxRows),
  ],
  select: options,
  radio: options,
  checkboxes: (field, path) => [
    ...options(field, path),
    ...bounds(path, 'minSelected', field.minSelected, Math.min(field.maxSelected ?? Infinity, field.options.length)),
  ],
};

/** What is wrong with the own settings of a field. */
export const lintField = (field: Field, path: Path): ConfigIssue[] =>
  (fieldLints[field.type] as ((field: Field, path: Path) => ConfigIssue[]) | undefined)?.(field, path) ?? [];
