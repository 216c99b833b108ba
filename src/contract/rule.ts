import * as z from 'zod/mini';

/** The JsonLogic operators that a rule may use, `var` included. */
export const RULE_OPERATORS = [
  'var',
  '==',
  '!=',
  '===',
  '!==',
  '!',
  '!!',
  'and',
  'or',
  'in',
  '<',
  '<=',
  '>',
  '>=',
  'if',
  'missing',
] as const;
export type RuleOperator = (typeof RULE_OPERATORS)[number];

/** A JsonLogic rule over the answers, limited to {@link RULE_OPERATORS}. */
export type Rule = string | number | boolean | null | readonly Rule[] | { readonly [operator: string]: Rule };

/** Only the outer shape; operators, unknown fields and cycles are the work of `lintConfig`, which needs no recursion. */
export const ruleSchema = z.custom<Rule>((value: unknown) => value !== undefined, { error: 'rule' });
