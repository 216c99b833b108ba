import type { Rule } from '../contract/index.js';

/** Answers a rule's variable: the value of a field id or of `checklist.<item id>`, null when there is none. */
export type Lookup = (name: string) => unknown;

/** How deep values from outside are read when they are compared as text; JSON may be nested without end. */
const COMPARE_DEPTH = 8;

/** Whether a value counts as true in JsonLogic: an empty array does not. */
export const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** What JavaScript's comparison would make of a value, without its throwing or endless `toString`. */
const primitive = (value: unknown, depth = 0): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return '[object Object]';
  if (depth === COMPARE_DEPTH) return '';
  return value.map((part: unknown) => (isNothing(part) ? '' : String(primitive(part, depth + 1)))).join(',');
};

const isNothing = (value: unknown): boolean => value === null || value === undefined;
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const isLooselyEqual = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  // eslint-disable-next-line eqeqeq -- JsonLogic's == is JavaScript's
  return !(isObject(a) && isObject(b)) && primitive(a) == primitive(b);
};

/** JavaScript's own comparison, whose operands may be of any type. */
type Compare = (a: never, b: never) => boolean;

const isOrdered = (compare: Compare, [a, b, c]: readonly unknown[]): boolean => {
  const holds = (x: unknown, y: unknown): boolean => compare(primitive(x) as never, primitive(y) as never);
  return holds(a, b) && (c === undefined || holds(b, c));
};

const includes = (part: unknown, whole: unknown): boolean =>
  typeof whole === 'string'
    ? whole !== '' && whole.includes(String(primitive(part)))
    : Array.isArray(whole) && whole.includes(part);

const valueOf = ([name, otherwise]: readonly unknown[], lookup: Lookup): unknown => {
  const found = isNothing(name) || name === '' ? null : lookup(String(primitive(name)));
  return found ?? otherwise ?? null;
};

const missing = (names: readonly unknown[], lookup: Lookup): unknown[] =>
  (Array.isArray(names[0]) ? (names[0] as unknown[]) : names).filter((name) => {
    const value = valueOf([name], lookup);
    return value === null || value === '';
  });

type Operation = (values: readonly unknown[], lookup: Lookup) => unknown;

const eager: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['var', valueOf],
  ['missing', missing],
  ['==', ([a, b]) => isLooselyEqual(a, b)],
  ['!=', ([a, b]) => !isLooselyEqual(a, b)],
  ['===', ([a, b]) => a === b],
  ['!==', ([a, b]) => a !== b],
  ['!', ([a]) => !isTruthy(a)],
  ['!!', ([a]) => isTruthy(a)],
  ['in', ([part, whole]) => includes(part, whole)],
  ['<', (values) => isOrdered((a, b) => a < b, values)],
  ['<=', (values) => isOrdered((a, b) => a <= b, values)],
  ['>', ([a, b]) => isOrdered((x, y) => x > y, [a, b])],
  ['>=', ([a, b]) => isOrdered((x, y) => x >= y, [a, b])],
]);

type LazyOperation = (parts: readonly Rule[], lookup: Lookup) => unknown;

const firstWhere =
  (wanted: boolean): LazyOperation =>
  (parts, lookup) => {
    let value: unknown;
    for (const part of parts) {
      value = evaluate(part, lookup);
      if (isTruthy(value) === wanted) break;
    }
    return value;
  };

const choose: LazyOperation = (parts, lookup) => {
  let at = 0;
  while (at + 1 < parts.length) {
    if (isTruthy(evaluate(parts[at] ?? null, lookup))) return evaluate(parts[at + 1] ?? null, lookup);
    at += 2;
  }
  return evaluate(parts[at] ?? null, lookup);
};

const lazy: ReadonlyMap<string, LazyOperation> = new Map<string, LazyOperation>([
  ['and', firstWhere(false)],
  ['or', firstWhere(true)],
  ['if', choose],
]);

/** The operator of a rule and what it works on, or undefined when the rule is a plain value. */
export const operationOf = (rule: Rule): readonly [string, readonly Rule[]] | undefined => {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return undefined;
  const [entry, ...others] = Object.entries(rule as { readonly [operator: string]: Rule });
  if (!entry || others.length > 0) return undefined;
  return [entry[0], Array.isArray(entry[1]) ? (entry[1] as readonly Rule[]) : [entry[1]]];
};

/**
 * The value of a rule, as JsonLogic gives it. An operator outside the subset is null. The rule has to be one that
 * `lintConfig` accepts: nesting is followed as deep as it goes.
 */
export const evaluate = (rule: Rule, lookup: Lookup): unknown => {
  if (Array.isArray(rule)) return (rule as readonly Rule[]).map((part) => evaluate(part, lookup));
  const operation = operationOf(rule);
  if (!operation) return rule;
  const [operator, parts] = operation;
  const lazily = lazy.get(operator);
  if (lazily) return lazily(parts, lookup);
  return (
    eager.get(operator)?.(
      parts.map((part) => evaluate(part, lookup)),
      lookup,
    ) ?? null
  );
};

/** The names that an operator reads: those of `var` and `missing`, none for any other. */
export const namesIn = (operator: string, parts: readonly Rule[]): readonly Rule[] => {
  if (operator === 'var') return parts.slice(0, 1);
  if (operator !== 'missing') return [];
  return Array.isArray(parts[0]) ? (parts[0] as readonly Rule[]) : parts;
};

const addName = (names: Set<string>, name: Rule): void => {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects were left out just before
  if (!isObject(name)) names.add(String(name));
};

/** The names that a rule reads, each once; found without recursion, so a rule of any depth is safe here. */
export const variables = (rule: Rule): string[] => {
  const names = new Set<string>();
  const open: Rule[] = [rule];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const operation = operationOf(part);
    for (const name of operation ? namesIn(...operation) : []) addName(names, name);
    const inner = Array.isArray(part) ? (part as readonly Rule[]) : (operation?.[1] ?? []);
    for (const one of inner) open.push(one);
  }
  return [...names];
};
