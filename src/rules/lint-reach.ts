import type { RequestType, Rule } from '../contract/index.js';
import { evaluate, isTruthy, variables } from './conditions.js';
import { usesOf, valuesOf } from './lint-uses.js';
import { ownerOf, scopeOf, type Conditional, type Scope } from './lint-variables.js';
import { planOf, rowPlanOf, subjectOf } from './order.js';

/** How many parts of rules are worked out for one field, and for one request type; beyond that nothing is said. */
const MOST = { field: 100_000, type: 3_000_000 } as const;

interface Search {
  readonly scope: Scope;
  /** Names that were found never to be shown. */
  readonly never: Set<string>;
  left: number;
}

/** The rules that decide about a name: its own, and that of the repeat it is in. */
const rulesOn = (one: Conditional | undefined, { conditionals }: Scope): Rule[] => {
  const outer = one?.repeat === undefined ? undefined : conditionals.get(one.repeat);
  return [one?.rule, outer?.rule].filter((rule) => rule !== undefined);
};

/** How many names are followed back from one rule, at first and then; more have too many combinations. */
const ANCESTORS = [3, 10] as const;

/** The nearest names that decide about some rules, each with its rule; not those that say too much. */
const ancestors = (rules: readonly Rule[], scope: Scope, most: number): Map<string, Rule> => {
  const found = new Map<string, Rule>();
  const open = rules.flatMap(variables);
  for (const name of open) {
    if (found.size === most) break;
    const subject = subjectOf(name);
    const rule = ownerOf(scope, name)?.rule;
    if (rule === undefined || found.has(subject) || !usesOf([rule], scope)) continue;
    found.set(subject, rule);
    open.push(...variables(rule));
  }
  return found;
};

type Assignment = ReadonlyMap<string, unknown>;

/** Every combination of the values, one after the other. */
function* combinations(domains: readonly (readonly [string, readonly unknown[]])[]): Generator<Assignment> {
  const [first, ...others] = domains;
  if (!first) {
    yield new Map();
    return;
  }
  const [name, values] = first;
  for (const rest of combinations(others)) for (const value of values) yield new Map([...rest, [name, value]]);
}

/** What rules see when these are the answers and these rules hide some of them. */
const lookupWith = (answers: Assignment, hiding: ReadonlyMap<string, Rule>) => {
  const shown = new Map<string, boolean>();
  const isShown = (subject: string): boolean => {
    const rule = hiding.get(subject);
    const known = shown.get(subject) ?? (rule === undefined || isTruthy(evaluate(rule, lookup)));
    shown.set(subject, known);
    return known;
  };
  const lookup = (name: string): unknown => (isShown(subjectOf(name)) ? (answers.get(name) ?? null) : null);
  return lookup;
};

/** Whether the rules together hold for no answers, given what hides their variables; false when that is too much. */
const isHopeless = (rules: readonly Rule[], hiding: ReadonlyMap<string, Rule>, search: Search): boolean => {
  const { scope, never } = search;
  const all = [...rules, ...hiding.values()];
  const uses = usesOf(all, scope);
  if (!uses) return false;
  const domains: [string, unknown[]][] = [];
  let cost = uses.size;
  for (const name of new Set(all.flatMap(variables))) {
    const variable = scope.variables.get(name);
    const values = never.has(subjectOf(name)) ? [null] : variable && valuesOf(variable, uses.literals.get(name));
    cost *= values?.length ?? Infinity;
    if (!values || cost > MOST.field) return false;
    domains.push([name, values]);
  }
  for (const answers of combinations(domains)) {
    search.left -= uses.size;
    if (search.left < 0) return false;
    const lookup = lookupWith(answers, hiding);
    if (rules.every((rule) => isTruthy(evaluate(rule, lookup)))) return false;
  }
  return true;
};

/** Each of these is sound by itself: a rule that is left out can only hide more. */
const isNeverShown = (name: string, search: Search): boolean => {
  const one = search.scope.conditionals.get(name);
  if (one?.repeat !== undefined && search.never.has(one.repeat)) return true;
  const rules = rulesOn(one, search.scope);
  if (rules.length === 0) return false;
  const own = rules.slice(0, 1);
  return (
    isHopeless(own, new Map(), search) ||
    (rules.length > 1 && isHopeless(rules, new Map(), search)) ||
    ANCESTORS.some((most) => isHopeless(rules, ancestors(rules, search.scope, most), search))
  );
};

/**
 * The fields, row fields and items (`checklist.<id>`) of a request type that no answers ever show. Says nothing of
 * what it cannot decide. The rules have to be ones that `lintErrors` accepts.
 */
export const neverShown = (type: RequestType): ReadonlySet<string> => {
  const search: Search = { scope: scopeOf(type), never: new Set(), left: MOST.type };
  const inOrder = planOf(type).conditional.map(({ name }) => name);
  const repeats = type.sections.flatMap(({ fields }) => fields).filter((field) => field.type === 'repeat');
  const inRows = repeats.flatMap((field) => [
    ...rowPlanOf(field).conditional.map(({ name }) => name),
    ...field.fields.filter(({ visibleWhen }) => visibleWhen === undefined).map(({ id }) => id),
  ]);
  for (const name of [...inOrder, ...inRows]) if (isNeverShown(name, search)) search.never.add(name);
  return search.never;
};
