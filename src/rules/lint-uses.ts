import type { Rule } from '../contract/index.js';
import { operationOf } from './conditions.js';
import type { Scope, Variable } from './lint-variables.js';

type Literal = string | number | boolean | null;

/** What rules compare each variable with; from that it follows which values they can tell apart. */
export interface Uses {
  /** By variable. */
  readonly literals: Map<string, Set<Literal>>;
  /** How many parts the rules have. */
  size: number;
}

const isLiteral = (rule: Rule | undefined): rule is Literal => typeof rule !== 'object' || rule === null;

interface Walk {
  readonly scope: Scope;
  readonly uses: Uses;
}

type Read = (parts: readonly Rule[], isTruth: boolean, walk: Walk) => boolean;

const note = ({ uses }: Walk, name: string, literals: readonly Rule[]): true => {
  const known = uses.literals.get(name) ?? new Set();
  uses.literals.set(name, known);
  for (const literal of literals) if (isLiteral(literal)) known.add(literal);
  return true;
};

interface Free {
  readonly name: string;
  readonly kind: Variable['kind'];
  /** Whether what stands for a missing answer is a plain value. */
  readonly isPlain: boolean;
}

/** The variable that a part reads and that can have any value, if it is one. */
const freeIn = (part: Rule | undefined, { scope }: Walk): Free | undefined => {
  const [operator, [name, otherwise] = []] = operationOf(part ?? null) ?? [];
  if (operator !== 'var' || typeof name !== 'string') return undefined;
  const kind = scope.variables.get(name)?.kind ?? 'whole';
  return kind === 'few' ? undefined : { name, kind, isPlain: isLiteral(otherwise) };
};

const every = (parts: readonly Rule[], isTruth: boolean, walk: Walk): boolean =>
  parts.every((part) => canRead(part, isTruth, walk));

/** Compares a free variable with plain values that `fits` allows for its kind, or only what has few values. */
const comparing =
  (fits: (kind: Variable['kind'], literal: Literal) => boolean): Read =>
  (parts, _isTruth, walk) => {
    const found = parts.map((part) => freeIn(part, walk));
    const [one, ...others] = found.filter((free) => free !== undefined);
    if (!one) return every(parts, false, walk);
    const rest = parts.filter((_part, index) => found[index] === undefined);
    const isTold = rest.every((part) => isLiteral(part) && fits(one.kind, part));
    return others.length === 0 && one.isPlain && isTold && note(walk, one.name, rest);
  };

const equal = comparing(
  (kind, literal) => literal === null || (kind !== 'list' && kind !== 'whole' && typeof literal === typeOf(kind)),
);
const ordered = comparing((kind, literal) => typeof literal === typeOf(kind));
const typeOf = (kind: Variable['kind']): string => (kind === 'text' ? 'string' : kind);

const inList: Read = ([part = null, whole = null], _isTruth, walk) => {
  const one = freeIn(part, walk);
  if (!one) return every([part, whole], false, walk);
  const isTold = one.isPlain && (one.kind === 'text' || one.kind === 'number') && Array.isArray(whole);
  return isTold && (whole as readonly Rule[]).every(isLiteral) && note(walk, one.name, whole as readonly Rule[]);
};

const within: Read = (parts, isTruth, walk) => {
  const [part, whole] = parts;
  const list = freeIn(whole, walk);
  if (!list) return inList(parts, isTruth, walk);
  return list.kind === 'list' && list.isPlain && isLiteral(part) && note(walk, list.name, [part]);
};

const readVariable: Read = ([name, ...otherwise], isTruth, walk) => {
  const isFree = typeof name !== 'string' || walk.scope.variables.get(name)?.kind !== 'few';
  return (isTruth || !isFree) && every(otherwise, isFree ? false : isTruth, walk);
};

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['var', readVariable],
  ['missing', () => true],
  ['!', (parts, _isTruth, walk) => every(parts, true, walk)],
  ['!!', (parts, _isTruth, walk) => every(parts, true, walk)],
  ['and', every],
  ['or', every],
  [
    'if',
    (parts, isTruth, walk) =>
      parts.every((part, index) => canRead(part, isTruth || (index % 2 === 0 && index + 1 < parts.length), walk)),
  ],
  ...['==', '!=', '===', '!=='].map((operator) => [operator, equal] as const),
  ...['<', '<=', '>', '>='].map((operator) => [operator, ordered] as const),
  ['in', within],
]);

/**
 * Whether all that a rule can say of its variables follows from how they compare with plain values; those are noted.
 * `isTruth` when only the truth of the value counts.
 */
const canRead = (rule: Rule, isTruth: boolean, walk: Walk): boolean => {
  walk.uses.size += 1;
  if (isLiteral(rule)) return true;
  if (Array.isArray(rule)) return every(rule as readonly Rule[], false, walk);
  const operation = operationOf(rule);
  return operation !== undefined && (readers.get(operation[0])?.(operation[1], isTruth, walk) ?? false);
};

/** What these rules compare with what, or undefined when that does not tell all they can say. */
export const usesOf = (rules: readonly Rule[], scope: Scope): Uses | undefined => {
  const uses: Uses = { literals: new Map(), size: 0 };
  return rules.every((rule) => canRead(rule, true, { scope, uses })) ? uses : undefined;
};

/** Unlike anything in a rule. */
const OTHER = '\u{10FFFD}';
/** How many options of a list are told apart; more make too many combinations. */
const MOST_OF_LIST = 5;

const subsets = (values: readonly unknown[]): unknown[][] =>
  values.reduce<unknown[][]>((all, value) => [...all, ...all.map((one) => [...one, value])], [[]]);

const listsOf = (values: readonly unknown[], literals: ReadonlySet<unknown>): unknown[] | undefined => {
  const named = values.filter((value) => literals.has(value));
  const other = values.find((value) => !literals.has(value));
  if (named.length > MOST_OF_LIST) return undefined;
  return subsets(other === undefined ? named : [...named, other]).filter((list) => list.length > 0);
};

const numbersOf = (literals: readonly unknown[]): unknown[] => {
  const points = [0, ...literals.filter((one) => typeof one === 'number')].toSorted((a, b) => a - b);
  const between = points.map((point, index) => (point + (points[index + 1] ?? point + 2)) / 2);
  return [(points[0] ?? 0) - 1, ...points, ...between, OTHER];
};

const textsOf = (literals: readonly unknown[]): unknown[] => {
  const points = literals.filter((one) => typeof one === 'string' && one !== '');
  return ['\0', ...points, ...points.map((point) => `${String(point)}\0`), OTHER];
};

/**
 * Values of a variable, one of each kind that the rules can tell apart, null among them; undefined when there are too
 * many. No rule can hold for another value and for none of these.
 */
export const valuesOf = (
  { kind, values }: Variable,
  literals: ReadonlySet<unknown> = new Set(),
): unknown[] | undefined => {
  const all = {
    few: () => [...values],
    list: () => listsOf(values, literals),
    number: () => numbersOf([...literals]),
    text: () => textsOf([...literals]),
    whole: () => [[OTHER]],
  }[kind]();
  return all && [null, ...all];
};
