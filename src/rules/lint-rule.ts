import { type RULE_OPERATORS, type Rule } from '../contract/index.js';
import { namesIn, operationOf } from './conditions.js';
import type { ErrorCode } from './lint-sentences.js';

/** A rule may nest operators and lists this deep, and hold this many parts. */
export const RULE_DEPTH = 32;
export const RULE_SIZE = 1_000;

/** What is wrong with a rule: where in it, and why. */
export interface RuleIssue {
  readonly path: readonly PropertyKey[];
  readonly code: ErrorCode;
  readonly params?: Record<string, string | number>;
}

interface Part {
  readonly rule: Rule;
  readonly path: readonly PropertyKey[];
}

/** How many operands each operator takes. */
const OPERANDS: Readonly<Record<(typeof RULE_OPERATORS)[number], readonly [number, number]>> = {
  var: [1, 2],
  missing: [1, Infinity],
  '==': [2, 2],
  '!=': [2, 2],
  '===': [2, 2],
  '!==': [2, 2],
  '!': [1, 1],
  '!!': [1, 1],
  in: [2, 2],
  '<': [2, 3],
  '<=': [2, 3],
  '>': [2, 2],
  '>=': [2, 2],
  and: [1, Infinity],
  or: [1, Infinity],
  if: [2, Infinity],
};
const operands: ReadonlyMap<string, readonly [number, number]> = new Map(Object.entries(OPERANDS));

const named = (name: Rule, known: ReadonlySet<string>, path: readonly PropertyKey[]): RuleIssue[] => {
  if (typeof name !== 'string') return [{ path, code: 'rule-shape' }];
  return known.has(name) ? [] : [{ path, code: 'rule-variable', params: { name } }];
};

const partIssues = ({ rule, path }: Part, known: ReadonlySet<string>): RuleIssue[] => {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return [];
  const operation = operationOf(rule);
  if (!operation) return [{ path, code: 'rule-shape' }];
  const [operator, parts] = operation;
  const here = [...path, operator];
  const takes = operands.get(operator);
  if (!takes) return [{ path: here, code: 'rule-operator', params: { operator } }];
  const isComplete = parts.length >= takes[0] && parts.length <= takes[1];
  return [
    ...(isComplete ? [] : [{ path: here, code: 'rule-shape' as const }]),
    ...namesIn(operator, parts).flatMap((name) => named(name, known, here)),
  ];
};

const inside = ({ rule, path }: Part): Part[] => {
  if (Array.isArray(rule))
    return (rule as readonly Rule[]).map((part, index) => ({ rule: part, path: [...path, index] }));
  const operation = operationOf(rule);
  if (!operation) return [];
  const [operator, parts] = operation;
  const isList = Array.isArray((rule as Record<string, Rule>)[operator]);
  return parts.map((part, index) => ({ rule: part, path: isList ? [...path, operator, index] : [...path, operator] }));
};

/** What is wrong with one rule; walks it level by level, so that its depth cannot overflow the stack. */
export const lintRule = (rule: Rule, known: ReadonlySet<string>): RuleIssue[] => {
  const issues: RuleIssue[] = rule === null ? [{ path: [], code: 'rule-shape' }] : [];
  let level: Part[] = [{ rule, path: [] }];
  let size = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    size += level.length;
    if (depth > RULE_DEPTH) return [...issues, { path: [], code: 'rule-depth', params: { max: RULE_DEPTH } }];
    if (size > RULE_SIZE) return [...issues, { path: [], code: 'limit', params: { max: RULE_SIZE } }];
    for (const part of level) for (const issue of partIssues(part, known)) issues.push(issue);
    level = level.flatMap(inside);
  }
  return issues;
};
