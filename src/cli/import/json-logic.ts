import { understood, type Comparison, type Condition } from './condition.js';
import { get, isObject, listOf } from './json.js';

const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  ['==', 'equal'],
  ['===', 'equal'],
  ['!=', 'different'],
  ['!==', 'different'],
  ['<', 'below'],
  ['<=', 'at-most'],
  ['>', 'above'],
  ['>=', 'at-least'],
];
const MIRRORED: ReadonlyMap<Comparison, Comparison> = new Map<Comparison, Comparison>([
  ['below', 'above'],
  ['at-most', 'at-least'],
  ['above', 'below'],
  ['at-least', 'at-most'],
]);

type Rename = (name: string) => string;

const nameIn = (rule: unknown, rename: Rename): string | undefined => {
  const name = get(rule, 'var');
  const first: unknown = Array.isArray(name) ? name[0] : name;
  return typeof first === 'string' && first !== '' ? rename(first) : undefined;
};

const isPlain = (value: unknown): boolean => !isObject(value) && !(Array.isArray(value) && value.some(isObject));

const compared = (is: Comparison, [left, right]: readonly unknown[], rename: Rename): Condition | undefined => {
  const name = nameIn(left, rename);
  if (name !== undefined) return isPlain(right) ? { name, is, value: right } : undefined;
  const other = nameIn(right, rename);
  return other !== undefined && isPlain(left) ? { name: other, is: MIRRORED.get(is) ?? is, value: left } : undefined;
};

/** `in`: a value in a list answer, or an answer in a list of values. */
const within = ([part, whole]: readonly unknown[], rename: Rename): Condition | undefined => {
  const [answer, list] = [nameIn(part, rename), nameIn(whole, rename)];
  if (answer !== undefined && Array.isArray(whole) && isPlain(whole))
    return { name: answer, is: 'any-of', value: whole };
  return list !== undefined && isPlain(part) ? { name: list, is: 'has', value: part } : undefined;
};

const truthy = (rule: unknown, rename: Rename): Condition | undefined => {
  const name = nameIn(rule, rename);
  return name === undefined ? fromJsonLogic(rule, rename) : { name, is: 'truthy' };
};

type Convert = (parts: readonly unknown[], rename: Rename) => Condition | undefined;

const negated: Convert = ([part], rename) => {
  const inner = truthy(part, rename);
  return inner && { not: inner };
};

const series =
  (operator: 'all' | 'any'): Convert =>
  (parts, rename) => {
    const inner = understood(parts.map((part) => truthy(part, rename)));
    return inner && (operator === 'all' ? { all: inner } : { any: inner });
  };

const converters: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ...COMPARISONS.map(([operator, is]): [string, Convert] => [operator, (parts, rename) => compared(is, parts, rename)]),
  ['in', within],
  ['!!', ([part], rename) => truthy(part, rename)],
  ['!', negated],
  ['and', series('all')],
  ['or', series('any')],
]);

/** The condition that a JsonLogic rule is, undefined when it is more than comparisons of one answer each. */
export const fromJsonLogic = (rule: unknown, rename: Rename = (name) => name): Condition | undefined => {
  const [entry, ...others] = isObject(rule) ? Object.entries(rule) : [];
  if (!entry || others.length > 0) return undefined;
  const [operator, given] = entry;
  return converters.get(operator)?.(Array.isArray(given) ? listOf(given) : [given], rename);
};
