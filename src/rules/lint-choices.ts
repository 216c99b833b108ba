import type { Rule } from '../contract/index.js';
import { evaluate, operationOf } from './conditions.js';
import { warning, type ConfigIssue, type Path } from './lint-issue.js';
import type { Scope } from './lint-variables.js';
import { toPointer } from './shape.js';

/** What stands on both sides of a comparison, and how it is compared. */
interface Comparison {
  readonly path: readonly PropertyKey[];
  readonly operator: '==' | '===';
  readonly name: string;
  readonly value: Rule;
}

const OPERATORS: ReadonlyMap<string, '==' | '==='> = new Map([
  ['==', '=='],
  ['!=', '=='],
  ['===', '==='],
  ['!==', '==='],
  ['in', '==='],
]);

const nameIn = (part: Rule): string | undefined => {
  const [operator, [name] = []] = operationOf(part) ?? [];
  return operator === 'var' && typeof name === 'string' ? name : undefined;
};

const compared = (name: string | undefined, given: Rule): (readonly [string, Rule])[] =>
  name === undefined ? [] : (Array.isArray(given) ? (given as readonly Rule[]) : [given]).map((value) => [name, value]);

/** Every comparison of a variable with a plain value; a rule is at most 32 deep. */
const comparisonsIn = (rule: Rule, path: readonly PropertyKey[] = []): Comparison[] => {
  if (Array.isArray(rule))
    return (rule as readonly Rule[]).flatMap((part, index) => comparisonsIn(part, [...path, index]));
  const operation = operationOf(rule);
  if (!operation) return [];
  const [name, parts] = operation;
  const here = [...path, name];
  const inner = parts.flatMap((part, index) => comparisonsIn(part, [...here, index]));
  const operator = OPERATORS.get(name);
  const [left = null, right = null] = parts;
  if (!operator) return inner;
  const pairs = [...compared(nameIn(left), right), ...compared(nameIn(right), left)];
  return [...inner, ...pairs.map(([variable, value]) => ({ path: here, operator, name: variable, value }))];
};

/** Whether `==` could take values for equal that are not the same: only those of another type. */
const isLoose = (values: readonly unknown[], value: unknown): boolean =>
  values.some((one) => typeof one !== typeof value);

/** Where a rule compares a choice with what cannot be chosen there. */
export const unknownChoices = (rule: Rule | undefined, at: Path, { variables }: Scope): ConfigIssue[] => {
  if (rule === undefined) return [];
  return comparisonsIn(rule).flatMap(({ path, operator, name, value }) => {
    const { kind, values } = variables.get(name) ?? {};
    const isPlain = value !== null && typeof value !== 'object';
    if (!values || !isPlain || (kind !== 'few' && kind !== 'list')) return [];
    const isSame = (one: unknown): boolean => Boolean(evaluate({ [operator]: [one as Rule, value] }, () => null));
    const isKnown = values.includes(value) || (isLoose(values, value) && values.some(isSame));
    return isKnown ? [] : [warning(at + toPointer(path), 'rule-option', { name, option: String(value) })];
  });
};
