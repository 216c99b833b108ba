import type { FieldOf, TextFormat } from '../contract/index.js';
import { toProgram } from './pattern-syntax.js';
import { followIn, patternRefusal } from './pattern.js';

/** The least and the most characters that texts can have. */
type Lengths = readonly [least: number, most: number];

const FORMATS: Readonly<Record<TextFormat | 'email' | 'tel' | 'url', Lengths>> = {
  'postcode-nl': [7, 7],
  iban: [15, 34],
  kvk: [8, 8],
  email: [6, 254],
  tel: [6, 16],
  url: [8, Infinity],
};

/** Longer texts than this are not worked out. */
const MOST = 1_000;

/**
 * Whether a pattern could match a text of these lengths if its characters all fitted. Where no length from `least` up
 * to that plus the length of the program is right, none is: a longer match goes round a loop that can be left out.
 */
const canMatch = (pattern: string, [least, most]: Lengths): boolean => {
  if (patternRefusal(pattern) !== undefined || least > MOST) return true;
  const program = toProgram(pattern);
  const last = Math.min(most, least + program.length + 1);
  const follow = followIn(program);
  let state = follow([0], 0, 0);
  for (let length = 1; length <= last && state.waiting.length > 0; length += 1) {
    const next = state.waiting.map((at) => at + 1);
    state = follow(next, length, length);
    if (state.canEnd && length >= least) return true;
  }
  return false;
};

type Texts = FieldOf<'text' | 'textarea' | 'email' | 'tel' | 'url'>;

const lengthsOf = (field: Texts): Lengths => [
  'minLength' in field ? (field.minLength ?? 0) : 0,
  field.maxLength ?? Infinity,
];

const formatOf = (field: Texts): Lengths => {
  if (field.type === 'text') return field.format ? FORMATS[field.format] : [0, Infinity];
  return field.type === 'textarea' ? [0, Infinity] : FORMATS[field.type];
};

/** The setting that leaves no text of this field right, if its lengths show that. */
export const impossibleLength = (field: Texts): 'maxLength' | 'minLength' | 'pattern' | undefined => {
  const [least, most] = lengthsOf(field);
  const [shortest, longest] = formatOf(field);
  if (most < Math.max(1, shortest)) return 'maxLength';
  if (least > longest) return 'minLength';
  const both: Lengths = [Math.max(1, least, shortest), Math.min(most, longest)];
  return field.type === 'text' && field.pattern !== undefined && !canMatch(field.pattern, both) ? 'pattern' : undefined;
};
