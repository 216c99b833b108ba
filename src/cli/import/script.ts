import type { Comparison, Condition } from './condition.js';
import { conditionFrom, tokensOf, unquoted, type Token } from './expression.js';

const TOKEN =
  /\s+|(?<name>\b(?:data|row)(?:\??\.(?!includes\b|indexOf\b)[a-z_$][\w$]*|\[\s*(?:'[^']*'|"[^"]*")\s*\])+)|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?)|(?<word>\b(?:true|false|null|undefined)\b)|(?<has>\??\.includes(?=\())|(?<sign>[!=]==?|[<>]=?|&&|\|\||[!()[\],])/u;

const SIGNS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ['&&', { kind: 'and' }],
  ['||', { kind: 'or' }],
  ['!', { kind: 'not' }],
  ...(['(', ')', '[', ']', ','] as const).map((kind): [string, Token] => [kind, { kind }]),
  ...(
    [
      ['==', 'equal'],
      ['===', 'equal'],
      ['!=', 'different'],
      ['!==', 'different'],
      ['<', 'below'],
      ['<=', 'at-most'],
      ['>', 'above'],
      ['>=', 'at-least'],
    ] satisfies [string, Comparison][]
  ).map(([sign, is]): [string, Token] => [sign, { kind: 'compare', is }]),
]);

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
]);

const pathIn = (name: string): string =>
  name
    .replace(/\[\s*['"]([^'"]*)['"]\s*\]/g, '.$1')
    .replaceAll('?.', '.')
    .replace(/^(?:data|row)\./, '');

const toToken = ({ groups }: RegExpExecArray): Token | undefined => {
  const { name, text, number, word, has, sign } = groups ?? {};
  if (name !== undefined) return { kind: 'name', name: pathIn(name) };
  if (text !== undefined) return { kind: 'value', value: unquoted(text) };
  if (number !== undefined) return { kind: 'value', value: Number(number) };
  if (word !== undefined) return { kind: 'value', value: WORDS.get(word) };
  return has === undefined ? SIGNS.get(sign ?? '') : { kind: 'compare', is: 'has' };
};

/** The ways in which scripts set `show`; the first group is the condition, the second what it then is. */
const ASSIGNED = /^(?:(?:var|let|const)\s+)?show\s*=\s*([^;{}?]+?)(?:\?\s*(true|false)\s*:\s*(?:true|false)\s*)?;?$/u;
const BRANCHED =
  /^if\s*(\([^;{}]+\))\s*\{?\s*show\s*=\s*(true|false)\s*;?\s*\}?\s*(?:else\s*\{?\s*show\s*=\s*(?:true|false)\s*;?\s*\}?)?;?$/u;

/**
 * The condition in a script such as `show = data.a === 'x' && !data.b;`. Nothing is run: a script that is more
 * than comparisons is undefined.
 */
export const fromScript = (script: string): Condition | undefined => {
  const source = script
    .slice(0, 4_000)
    .replace(/\/\/[^\n]*/g, '')
    .trim();
  const match = ASSIGNED.exec(source) ?? BRANCHED.exec(source);
  if (!match) return undefined;
  const condition = conditionFrom(tokensOf((match[1] ?? '').trim(), TOKEN, toToken));
  return condition && match[2] === 'false' ? { not: condition } : condition;
};
