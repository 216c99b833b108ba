import {
  KIND_ANSWERS,
  type ChecklistItem,
  type Field,
  type PortalConfig,
  type RequestType,
  type Rule,
} from '../contract/index.js';
import { evaluate, isTruthy, operationOf, variables } from './conditions.js';
import { rows, type ConfigIssue, type Path } from './lint-issue.js';
import { lintTexts } from './lint-texts.js';
import { ITEM_PREFIX } from './order.js';

/** Somebody on a phone gives up on a step with more fields than this. */
const MOST_FIELDS = 40;
/** How many combinations of answers are tried to see whether a rule can hold. */
const MOST_COMBINATIONS = 5_000;

const warning = (pointer: Path, code: string, params?: ConfigIssue['params']): ConfigIssue => ({
  pointer,
  code,
  severity: 'warning',
  ...(params ? { params } : {}),
});

/** Every answer that something can have, where there are few; null is none. */
type Domains = ReadonlyMap<string, readonly unknown[]>;

const domainOf = (field: Field): readonly unknown[] | undefined => {
  if (field.type === 'select' || field.type === 'radio') return [null, ...field.options.map(({ id }) => id)];
  return field.type === 'checkbox' ? [null, true, false] : undefined;
};

const domainsOf = (fields: readonly Field[], items: readonly ChecklistItem[]): Domains => {
  const domains = new Map<string, readonly unknown[]>();
  for (const field of fields) {
    const domain = domainOf(field);
    if (domain) domains.set(field.id, domain);
  }
  for (const { id, kind } of items) domains.set(ITEM_PREFIX + id, [null, ...KIND_ANSWERS[kind]]);
  return domains;
};

/** Whether a rule holds for no combination of answers at all; false where there are too many to try. */
const neverHolds = (rule: Rule | undefined, domains: Domains): boolean => {
  if (rule === undefined) return false;
  const names = variables(rule);
  let combinations: ReadonlyMap<string, unknown>[] = [new Map()];
  for (const name of names) {
    const domain = domains.get(name);
    if (!domain || combinations.length * domain.length > MOST_COMBINATIONS) return false;
    combinations = combinations.flatMap((one) => domain.map((value) => new Map([...one, [name, value]])));
  }
  return !combinations.some((answers) => isTruthy(evaluate(rule, (name) => answers.get(name) ?? null)));
};

type Comparison = readonly [name: string, value: unknown];

const nameIn = (part: Rule): string | undefined => {
  const [operator, [name]] = operationOf(part) ?? ['', []];
  return operator === 'var' && typeof name === 'string' ? name : undefined;
};

/** The names in the first operand, each with the values in the second. */
const paired = (part: Rule, values: Rule): Comparison[] => {
  const name = nameIn(part);
  if (name === undefined) return [];
  return (Array.isArray(values) ? (values as readonly Rule[]) : [values]).map((value) => [name, value]);
};

const COMPARING: ReadonlySet<string> = new Set(['==', '===', '!=', '!==', 'in']);

/** The values that a rule compares a field with: `==` and its kin, and `in` a list. */
const comparisons = (rule: Rule): Comparison[] => {
  const [operator, parts] = operationOf(rule) ?? ['', Array.isArray(rule) ? (rule as readonly Rule[]) : []];
  if (!COMPARING.has(operator)) return parts.flatMap(comparisons);
  const [left = null, right = null] = parts;
  return [...paired(left, right), ...paired(right, left)];
};

const unknownOptions = (rule: Rule | undefined, path: Path, options: ReadonlyMap<string, ReadonlySet<unknown>>) =>
  rule === undefined
    ? []
    : comparisons(rule)
        .filter(([name, value]) => typeof value === 'string' && options.get(name)?.has(value) === false)
        .map(([name, value]) => warning(path, 'rule-option', { name, option: String(value) }));

const itemWarnings = (item: ChecklistItem, path: Path): ConfigIssue[] => {
  const answers: readonly string[] = KIND_ANSWERS[item.kind];
  const named = { noteWhen: item.noteWhen, photoWhen: item.photoWhen, stopWhen: item.stopWhen && [item.stopWhen] };
  const never = Object.entries(named).flatMap(([name, list]) =>
    (list ?? [])
      .filter((answer) => !answers.includes(answer))
      .map((answer) => warning(`${path}/${name}`, 'answer-never', { answer, kind: item.kind })),
  );
  const stops = item.required && item.stopWhen !== undefined && answers.every((answer) => answer === item.stopWhen);
  return [...never, ...(stops ? [warning(`${path}/stopWhen`, 'stop-always')] : [])];
};

const typeWarnings = (type: RequestType, path: Path, guests: boolean): ConfigIssue[] => {
  const fields = rows(type.sections, `${path}/sections`).flatMap(([at, { fields: list }]) =>
    rows(list, `${at}/fields`),
  );
  const items = rows(type.checklist, `${path}/checklist`);
  const domains = domainsOf(
    fields.map(([, field]) => field),
    type.checklist,
  );
  const options = new Map([...domains].map(([name, values]) => [name, new Set(values)]));
  for (const [, field] of fields)
    if (field.type === 'checkboxes') options.set(field.id, new Set(field.options.map(({ id }) => id)));
  const isNever = ([, one]: readonly [Path, Field | ChecklistItem]): boolean => neverHolds(one.visibleWhen, domains);
  const steps = { sections: fields, checklist: items };
  return [
    ...Object.entries(steps)
      .filter(([, list]) => list.length > 0 && list.every(isNever))
      .map(([name]) => warning(`${path}/${name}`, 'step-unreachable')),
    ...[...fields, ...items]
      .filter(isNever)
      .map(([at, one]) => warning(`${at}/visibleWhen`, one.required ? 'required-never-shown' : 'never-shown')),
    ...[...fields, ...items].flatMap(([at, one]) => [
      ...unknownOptions(one.visibleWhen, `${at}/visibleWhen`, options),
      ...unknownOptions('requiredWhen' in one ? one.requiredWhen : undefined, `${at}/requiredWhen`, options),
    ]),
    ...(fields.length > MOST_FIELDS
      ? [warning(`${path}/sections`, 'many-fields', { count: fields.length, max: MOST_FIELDS })]
      : []),
    ...fields
      .filter(([, field]) => guests && field.type === 'lookup' && field.required)
      .map(([at]) => warning(`${at}/required`, 'guest-lookup')),
    ...items.flatMap(([at, item]) => itemWarnings(item, at)),
    ...rows(type.terms, `${path}/terms`).flatMap(([at, { text, url, version }]) => [
      ...(text === undefined && url === undefined ? [warning(at, 'term-empty')] : []),
      ...(version.trim() === '' ? [warning(`${at}/version`, 'term-version')] : []),
    ]),
  ];
};

/**
 * What is doubtful about a configuration; it works all the same. Codes: `required-never-shown`, `never-shown`,
 * `step-unreachable`, `rule-option`, `answer-never`, `stop-always`, `many-fields`, `guest-lookup`, `term-empty`,
 * `term-version`, `missing-translation`, `labels-alike`.
 */
export const lintWarnings = (config: PortalConfig): ConfigIssue[] => [
  ...rows(config.requestTypes, '/requestTypes').flatMap(([path, type]) =>
    typeWarnings(type, path, config.access.guests),
  ),
  ...lintTexts(config).map(({ pointer, code, params }) => warning(pointer, code, params)),
];
