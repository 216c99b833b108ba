import type {
  ChecklistItem,
  Field,
  FieldOf,
  FieldType,
  Issue,
  PortalConfig,
  RequestType,
  Rule,
} from '../contract/index.js';
import { daysFromToday, isCalendarDate } from './dates.js';
import { isHttpUrl } from './formats.js';
import { lintRule } from './lint-rule.js';
import { ITEM_PREFIX, planOf } from './order.js';
import { compilePattern } from './pattern.js';
import { toPointer } from './shape.js';

/** What is wrong with a configuration; the pointer goes into the configuration. */
export interface ConfigIssue extends Issue {
  readonly severity: 'error' | 'warning';
}

/** A JSON pointer into the configuration; ids and indexes need no escapes. */
type Path = string;

/** What one configuration may hold at most; beyond it a page would be slower than people wait. */
export const LIMITS = { requestTypes: 200, fields: 2_000, options: 5_000 } as const;

const error = (path: Path, code: string, params?: Issue['params']): ConfigIssue => ({
  pointer: path,
  code,
  severity: 'error',
  ...(params ? { params } : {}),
});

const overLimit = (path: Path, count: number, limit: keyof typeof LIMITS): ConfigIssue[] =>
  count > LIMITS[limit] ? [error(path, 'limit', { limit, max: LIMITS[limit] })] : [];

interface Identified {
  readonly id: string;
}

/** The ids that were used before, each with its pointer. */
const duplicates = (rows: Iterable<readonly [Path, Identified]>): ConfigIssue[] => {
  const seen = new Set<string>();
  const found: ConfigIssue[] = [];
  for (const [path, { id }] of rows) {
    if (seen.has(id)) found.push(error(`${path}/id`, 'duplicate-id', { id }));
    seen.add(id);
  }
  return found;
};

const rows = <T>(list: readonly T[], path: Path): [Path, T][] => list.map((one, index) => [`${path}/${index}`, one]);

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

const pattern = (field: FieldOf<'text'>, path: Path): ConfigIssue[] =>
  field.pattern !== undefined && !compilePattern(field.pattern)
    ? [error(`${path}/pattern`, 'pattern-unsupported')]
    : [];

/** Two fixed dates compare as text, two relative ones as days; one of each depends on the day. */
const dates = ({ min, max }: FieldOf<'date'>, path: Path): ConfigIssue[] => {
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
  select: options,
  radio: options,
  checkboxes: (field, path) => [
    ...options(field, path),
    ...bounds(path, 'minSelected', field.minSelected, Math.min(field.maxSelected ?? Infinity, field.options.length)),
  ],
};

const rule = (given: Rule | undefined, path: Path, known: ReadonlySet<string>): ConfigIssue[] =>
  given === undefined
    ? []
    : lintRule(given, known).map((one) => error(path + toPointer(one.path), one.code, one.params));

const rulesOf = (one: Field | ChecklistItem, path: Path, known: ReadonlySet<string>): ConfigIssue[] => [
  ...rule(one.visibleWhen, `${path}/visibleWhen`, known),
  ...('requiredWhen' in one ? rule(one.requiredWhen, `${path}/requiredWhen`, known) : []),
];

const circles = (named: readonly (readonly [string, Path])[], type: RequestType): ConfigIssue[] => {
  const { circular } = planOf(type);
  return named.filter(([name]) => circular.has(name)).map(([, path]) => error(`${path}/visibleWhen`, 'rule-cycle'));
};

const lintType = (type: RequestType, path: Path): ConfigIssue[] => {
  const sections = rows(type.sections, `${path}/sections`);
  const fields = sections.flatMap(([at, section]) => rows(section.fields, `${at}/fields`));
  const tooMany = overLimit(`${path}/sections`, fields.length, 'fields');
  if (tooMany.length > 0) return tooMany;
  const items = rows(type.checklist, `${path}/checklist`);
  const terms = rows(type.terms, `${path}/terms`);
  const known = new Set([
    ...fields.filter(([, field]) => field.type !== 'note').map(([, field]) => field.id),
    ...items.map(([, item]) => ITEM_PREFIX + item.id),
  ]);
  const named = [
    ...fields.map(([at, { id }]) => [id, at] as const),
    ...items.map(([at, { id }]) => [ITEM_PREFIX + id, at] as const),
  ];
  return [
    ...[sections, fields, items, terms].flatMap(duplicates),
    ...fields.flatMap(([at, field]) => [
      ...((fieldLints[field.type] as ((field: Field, path: Path) => ConfigIssue[]) | undefined)?.(field, at) ?? []),
      ...rulesOf(field, at, known),
    ]),
    ...items.flatMap(([at, item]) => rulesOf(item, at, known)),
    ...circles(named, type),
    ...terms.flatMap(([at, { url }]) => link(url, `${at}/url`)),
  ];
};

const link = (url: string | undefined, path: Path): ConfigIssue[] =>
  url === undefined || isHttpUrl(url) ? [] : [error(path, 'link')];

const isUsable = (make: () => unknown): boolean => {
  try {
    return Boolean(make());
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
};

const lintPortal = ({ locale, locales, logo, timeZone }: PortalConfig['portal']): ConfigIssue[] => [
  ...(locales.includes(locale) ? [] : [error('/portal/locale', 'locale')]),
  ...rows(locales, '/portal/locales')
    .filter(([, one]) => !isUsable(() => Intl.getCanonicalLocales(one)))
    .map(([path]) => error(path, 'locale')),
  ...(timeZone === undefined || isUsable(() => new Intl.DateTimeFormat('en', { timeZone }))
    ? []
    : [error('/portal/timeZone', 'time-zone')]),
  ...link(logo, '/portal/logo'),
];

/**
 * What is wrong with a configuration that has the right shape. Codes: `duplicate-id`, `rule-operator`,
 * `rule-variable`, `rule-shape`, `rule-depth`, `rule-cycle`, `pattern-unsupported`, `bounds`, `date-bound`, `link`,
 * `no-options`, `locale`, `time-zone`, `limit`.
 */
export const lintConfig = ({ portal, requestTypes }: PortalConfig): ConfigIssue[] => {
  const tooMany = overLimit('/requestTypes', requestTypes.length, 'requestTypes');
  if (tooMany.length > 0) return [...lintPortal(portal), ...tooMany];
  const types = rows(requestTypes, '/requestTypes');
  return [...lintPortal(portal), ...duplicates(types), ...types.flatMap(([path, type]) => lintType(type, path))];
};
