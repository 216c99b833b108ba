import type { Comparison, Condition } from '../condition.js';
import { conditionFrom, tokensOf, unquoted, type Token } from '../expression.js';

const TOKEN =
  /\s+|\{(?<name>[^{}]{1,300})\}|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?(?![\w.-]))|(?<sign>&&|\|\||<=|>=|<>|!=|==|\*=|[=<>!()[\],])|(?<word>[\p{L}_][\p{L}\p{N}_.-]*(?![\p{L}\p{N}_.-]|\s*\())|(?<open>[\p{L}_]+\s*(?=\())|(?<day>\d{4}-\d{2}-\d{2})/u;

const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  ['=', 'equal'],
  ['==', 'equal'],
  ['equal', 'equal'],
  ['!=', 'different'],
  ['<>', 'different'],
  ['notequal', 'different'],
  ['<', 'below'],
  ['less', 'below'],
  ['<=', 'at-most'],
  ['lessorequal', 'at-most'],
  ['>', 'above'],
  ['greater', 'above'],
  ['>=', 'at-least'],
  ['greaterorequal', 'at-least'],
  ['*=', 'has'],
  ['contain', 'has'],
  ['contains', 'has'],
  ['notcontain', 'lacks'],
  ['notcontains', 'lacks'],
  ['anyof', 'any-of'],
  ['allof', 'all-of'],
];

const WORDS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ['and', { kind: 'and' }],
  ['&&', { kind: 'and' }],
  ['or', { kind: 'or' }],
  ['||', { kind: 'or' }],
  ['not', { kind: 'not' }],
  ['!', { kind: 'not' }],
  ['negate', { kind: 'not' }],
  ['empty', { kind: 'after', is: 'unanswered' }],
  ['notempty', { kind: 'after', is: 'answered' }],
  ['true', { kind: 'value', value: true }],
  ['false', { kind: 'value', value: false }],
  ['null', { kind: 'value', value: null }],
  ['undefined', { kind: 'value', value: null }],
  ...(['(', ')', '[', ']', ','] as const).map((kind): [string, Token] => [kind, { kind }]),
  ...COMPARISONS.map(([word, is]): [string, Token] => [word, { kind: 'compare', is }]),
]);

/** The name in braces as keys are written here: the row’s own questions without `panel.` or `row.`. */
const nameOf = (name: string): string =>
  name
    .trim()
    .replace(/^#/, '')
    .replace(/^(?:panel|row|item)\./, '')
    .replace(/-Comment$/i, '.comment');

const toToken = ({ groups }: RegExpExecArray): Token | undefined => {
  const { name, text, number, sign, word, open, day } = groups ?? {};
  if (name !== undefined) return { kind: 'name', name: nameOf(name) };
  if (text !== undefined) return { kind: 'value', value: unquoted(text) };
  if (number !== undefined) return { kind: 'value', value: Number(number) };
  if (day !== undefined) return { kind: 'value', value: day };
  const known = WORDS.get((sign ?? word ?? open ?? '').trim().toLowerCase());
  return known ?? (word === undefined ? undefined : { kind: 'value', value: word });
};

/** The condition in an expression such as `{a} = 'x' and {b} notempty`; undefined when it is more than comparisons. */
export const fromExpression = (expression: string): Condition | undefined =>
  conditionFrom(tokensOf(expression.trim(), TOKEN, toToken));
