import type { ChecklistItem, Field, FieldOf, PortalConfig, RequestType, Rule } from '../contract/index.js';
import { ADDRESS_PARTS } from '../contract/index.js';
import { isHttpUrl } from './formats.js';
import { lintField } from './lint-field.js';
import { duplicates, error, overLimit, rows, type ConfigIssue, type Path } from './lint-issue.js';
import { lintRule } from './lint-rule.js';
import { ITEM_PREFIX, planOf, rowPlanOf, type Plan } from './order.js';
import { toPointer } from './shape.js';

const rule = (given: Rule | undefined, path: Path, known: ReadonlySet<string>): ConfigIssue[] =>
  given === undefined
    ? []
    : lintRule(given, known).map((one) => error(path + toPointer(one.path), one.code, one.params));

const rulesOf = (one: Field | ChecklistItem, path: Path, known: ReadonlySet<string>): ConfigIssue[] => [
  ...rule(one.visibleWhen, `${path}/visibleWhen`, known),
  ...('requiredWhen' in one ? rule(one.requiredWhen, `${path}/requiredWhen`, known) : []),
];

const circles = (named: readonly (readonly [string, Path])[], { circular }: Plan): ConfigIssue[] =>
  named.filter(([name]) => circular.has(name)).map(([, path]) => error(`${path}/visibleWhen`, 'rule-cycle'));

/** The parts of an answer that a rule can read. */
const PARTS: Partial<Record<Field['type'], readonly string[]>> = { address: ADDRESS_PARTS, lookup: ['id', 'label'] };

/** The names by which a rule can read a field. */
const namesOf = ({ id, type }: Field): string[] =>
  type === 'note' ? [] : [id, ...(PARTS[type] ?? []).map((part) => `${id}.${part}`)];

const lintRows = (field: FieldOf<'repeat'>, path: Path, outer: ReadonlySet<string>): ConfigIssue[] => {
  const inner = rows(field.fields, `${path}/fields`);
  const known = new Set([...outer, ...inner.flatMap(([, one]) => namesOf(one))]);
  return [
    ...inner.flatMap(([at, one]) => [...lintField(one, at), ...rulesOf(one, at, known)]),
    ...circles(
      inner.map(([at, { id }]) => [id, at]),
      rowPlanOf(field),
    ),
  ];
};

const lintType = (type: RequestType, path: Path): ConfigIssue[] => {
  const sections = rows(type.sections, `${path}/sections`);
  const fields = sections.flatMap(([at, section]) => rows(section.fields, `${at}/fields`));
  const repeats = fields.filter((one): one is [Path, FieldOf<'repeat'>] => one[1].type === 'repeat');
  const all = [...fields, ...repeats.flatMap(([at, one]) => rows<Field>(one.fields, `${at}/fields`))];
  const tooMany = overLimit(`${path}/sections`, all.length, 'fields');
  if (tooMany.length > 0) return tooMany;
  const items = rows(type.checklist, `${path}/checklist`);
  const terms = rows(type.terms, `${path}/terms`);
  const known = new Set([
    ...fields.flatMap(([, field]) => namesOf(field)),
    ...items.map(([, item]) => ITEM_PREFIX + item.id),
  ]);
  const named = [
    ...fields.map(([at, { id }]) => [id, at] as const),
    ...items.map(([at, { id }]) => [ITEM_PREFIX + id, at] as const),
  ];
  return [
    ...[sections, all, items, terms].flatMap(duplicates),
    ...fields.flatMap(([at, field]) => [...lintField(field, at), ...rulesOf(field, at, known)]),
    ...repeats.flatMap(([at, field]) => lintRows(field, at, known)),
    ...items.flatMap(([at, item]) => rulesOf(item, at, known)),
    ...circles(named, planOf(type)),
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
 * `no-options`, `no-fields`, `locale`, `time-zone`, `limit`.
 */
export const lintErrors = ({ portal, requestTypes }: PortalConfig): ConfigIssue[] => {
  const tooMany = overLimit('/requestTypes', requestTypes.length, 'requestTypes');
  if (tooMany.length > 0) return [...lintPortal(portal), ...tooMany];
  const types = rows(requestTypes, '/requestTypes');
  return [...lintPortal(portal), ...duplicates(types), ...types.flatMap(([path, type]) => lintType(type, path))];
};
