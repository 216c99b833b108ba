import type { Comparison, Condition } from './condition.js';

/** A word of an expression. */
export type Token =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'compare'; readonly is: Comparison }
  | { readonly kind: 'after'; readonly is: Comparison }
  | { readonly kind: 'and' | 'or' | 'not' | '(' | ')' | '[' | ']' | ',' };

/** A part of an expression: what is compared, or a condition already. */
type Part = { readonly name: string } | { readonly value: unknown } | { readonly condition: Condition };

const MIRRORED: Readonly<Partial<Record<Comparison, Comparison>>> = {
  equal: 'equal',
  different: 'different',
  below: 'above',
  'at-most': 'at-least',
  above: 'below',
  'at-least': 'at-most',
};

/** Where reading is; thrown away with the expression. */
interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** Says that the expression is more than comparisons; never leaves this file. */
class NotUnderstood extends Error {}

const refuse = (): never => {
  throw new NotUnderstood();
};

const take = (cursor: Cursor, kind: Token['kind']): boolean => {
  const isTaken = cursor.tokens[cursor.at]?.kind === kind;
  if (isTaken) cursor.at += 1;
  return isTaken;
};

const conditionOf = (part: Part): Condition => {
  if ('condition' in part) return part.condition;
  return 'name' in part ? { name: part.name, is: 'truthy' } : refuse();
};

const compared = (left: Part, is: Comparison, right: Part): Part => {
  if ('name' in left && 'value' in right) return { condition: { name: left.name, is, value: right.value } };
  const mirrored = MIRRORED[is];
  if ('value' in left && 'name' in right && mirrored) {
    return { condition: { name: right.name, is: mirrored, value: left.value } };
  }
  return refuse();
};

const list = (cursor: Cursor): Part => {
  const values: unknown[] = [];
  while (!take(cursor, ']')) {
    const part = operand(cursor);
    if (!('value' in part)) return refuse();
    values.push(part.value);
    take(cursor, ',');
  }
  return { value: values };
};

const operand = (cursor: Cursor): Part => {
  const token = cursor.tokens[cursor.at];
  cursor.at += 1;
  if (token?.kind === 'name') return { name: token.name };
  if (token?.kind === 'value') return { value: token.value };
  if (token?.kind === '[') return list(cursor);
  if (token?.kind !== '(') return refuse();
  const inner = either(cursor);
  return take(cursor, ')') ? inner : refuse();
};

const comparison = (cursor: Cursor): Part => {
  const left = operand(cursor);
  const token = cursor.tokens[cursor.at];
  if (token?.kind === 'after') {
    cursor.at += 1;
    return 'name' in left ? { condition: { name: left.name, is: token.is } } : refuse();
  }
  if (token?.kind !== 'compare') return left;
  cursor.at += 1;
  return compared(left, token.is, operand(cursor));
};

const negation = (cursor: Cursor): Part =>
  take(cursor, 'not') ? { condition: { not: conditionOf(negation(cursor)) } } : comparison(cursor);

const series =
  (kind: 'and' | 'or', next: (cursor: Cursor) => Part) =>
  (cursor: Cursor): Part => {
    const parts = [next(cursor)];
    while (take(cursor, kind)) parts.push(next(cursor));
    const [first] = parts;
    if (first !== undefined && parts.length === 1) return first;
    const conditions = parts.map(conditionOf);
    return { condition: kind === 'and' ? { all: conditions } : { any: conditions } };
  };

const every = series('and', negation);
const either = series('or', every);

/** The condition that an expression is, undefined when it is more than comparisons of one answer each. */
export const conditionFrom = (tokens: readonly Token[] | undefined): Condition | undefined => {
  if (!tokens || tokens.length === 0) return undefined;
  const cursor: Cursor = { tokens, at: 0 };
  try {
    const condition = conditionOf(either(cursor));
    return cursor.at === tokens.length ? condition : undefined;
  } catch (problem) {
    if (problem instanceof NotUnderstood) return undefined;
    throw problem;
  }
};

/** Longer expressions are for a person to read. */
const LONGEST = 2_000;

/** Cuts an expression into tokens, undefined when something in it belongs to none. */
export const tokensOf = (
  source: string,
  expression: RegExp,
  toToken: (match: RegExpExecArray) => Token | undefined,
): Token[] | undefined => {
  if (source.length > LONGEST) return undefined;
  const pattern = new RegExp(expression, 'iuy');
  const tokens: Token[] = [];
  while (pattern.lastIndex < source.length) {
    const match = pattern.exec(source);
    if (!match || match[0] === '') return undefined;
    if (match[0].trim() === '') continue;
    const token = toToken(match);
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
};

/** A quoted text without its quotes. */
export const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1');
