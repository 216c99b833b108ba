import type { Rule } from 'portal-request-form/contract';

export const ROW_OPERATORS = [
  'is',
  'is-not',
  'one-of',
  'contains',
  'filled',
  'empty',
  'more',
  'at-least',
  'less',
  'at-most',
] as const;
export type RowOperator = (typeof ROW_OPERATORS)[number];

/** One comparison: an answer, how it is compared, and with what; `filled` and `empty` compare with nothing. */
export interface RuleRow {
  readonly field: string;
  readonly operator: RowOperator;
  readonly value: Rule;
}

/** A rule as somebody reads it: comparisons that all hold, or of which one holds. */
export interface RuleRows {
  readonly join: 'and' | 'or';
  readonly rows: readonly RuleRow[];
}

type RuleObject = Readonly<Record<string, Rule>>;

const COMPARED: ReadonlyMap<string, RowOperator> = new Map([
  ['==', 'is'],
  ['!=', 'is-not'],
  ['>', 'more'],
  ['>=', 'at-least'],
  ['<', 'less'],
  ['<=', 'at-most'],
]);

const isPlain = (rule: Rule | undefined): rule is string | number | boolean =>
  typeof rule === 'string' || typeof rule === 'number' || typeof rule === 'boolean';

const isList = (rule: Rule | undefined): rule is readonly Rule[] => Array.isArray(rule);

const operation = (rule: Rule | undefined): readonly [string, readonly Rule[]] | undefined => {
  if (typeof rule !== 'object' || rule === null || isList(rule)) return undefined;
  const [entry, ...others] = Object.entries(rule as RuleObject);
  return entry && others.length === 0 ? [entry[0], isList(entry[1]) ? entry[1] : [entry[1]]] : undefined;
};

const fieldOf = (rule: Rule | undefined): string | undefined => {
  const found = operation(rule);
  if (found?.[0] !== 'var' || found[1].length !== 1) return undefined;
  return typeof found[1][0] === 'string' ? found[1][0] : undefined;
};

const readIn = ([part, whole, ...more]: readonly Rule[]): RuleRow | undefined => {
  if (more.length > 0) return undefined;
  const field = fieldOf(part);
  if (field !== undefined) {
    return isList(whole) && whole.every(isPlain) ? { field, operator: 'one-of', value: whole } : undefined;
  }
  const list = fieldOf(whole);
  return list !== undefined && isPlain(part) ? { field: list, operator: 'contains', value: part } : undefined;
};

const readRow = (rule: Rule): RuleRow | undefined => {
  const found = operation(rule);
  if (!found) return undefined;
  const [operator, parts] = found;
  if (operator === 'in') return readIn(parts);
  const field = fieldOf(parts[0]);
  if (field === undefined) return undefined;
  if ((operator === '!!' || operator === '!') && parts.length === 1) {
    return { field, operator: operator === '!' ? 'empty' : 'filled', value: null };
  }
  const compared = COMPARED.get(operator);
  const value = parts[1];
  return compared && parts.length === 2 && isPlain(value) ? { field, operator: compared, value } : undefined;
};

/** The rows that say the same as a rule; none when only JSON can say it. */
export const readRows = (rule: unknown): RuleRows | undefined => {
  if (rule === undefined) return { join: 'and', rows: [] };
  const found = operation(rule as Rule);
  const join = found?.[0] === 'or' ? 'or' : 'and';
  const parts = found && (found[0] === 'and' || found[0] === 'or') ? found[1] : [rule as Rule];
  const rows = parts.map(readRow).filter((row) => row !== undefined);
  return rows.length === parts.length ? { join, rows } : undefined;
};

const writeRow = ({ field, operator, value }: RuleRow): Rule => {
  const answer = { var: field };
  if (operator === 'filled') return { '!!': [answer] };
  if (operator === 'empty') return { '!': [answer] };
  if (operator === 'one-of') return { in: [answer, isList(value) ? value : [value]] };
  if (operator === 'contains') return { in: [value, answer] };
  const sign = [...COMPARED].find(([, name]) => name === operator)?.[0] ?? '==';
  return { [sign]: [answer, value] };
};

/** The rule that the rows say; none when there are none. */
export const writeRows = ({ join, rows }: RuleRows): Rule | undefined => {
  const [only, ...more] = rows;
  if (!only) return undefined;
  return more.length === 0 ? writeRow(only) : { [join]: rows.map(writeRow) };
};
