/** A pattern may be this long, in UTF-16 units. */
const PATTERN_LENGTH = 500;
/** A pattern may grow to this many steps once its `{n,m}` are written out. */
const PROGRAM_SIZE = 1_000;

/** Why a pattern is refused; each is explained in `docs/rules.md`. */
export type PatternRefusal =
  'length' | 'size' | 'look-around' | 'named-group' | 'back-reference' | 'word-boundary' | 'syntax';

/** One character, or a class of them. */
export interface Atom {
  /** Its number within the pattern; what is written in the same way is the same atom. */
  readonly index: number;
  accepts(character: string): boolean;
}

/** One step of the matching program; `to` and `or` are the numbers of the steps that may come next. */
export type Step =
  | { readonly kind: 'one'; readonly atom: Atom }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'fork'; to: number; or: number };

/** Writes the steps of one part of a pattern at the end of the program. */
type Part = (program: Step[]) => void;

const refuse = (why: PatternRefusal): never => {
  throw new SyntaxError(why);
};

const push = <T extends Step>(program: Step[], step: T): T => {
  if (program.length >= PROGRAM_SIZE) refuse('size');
  program.push(step);
  return step;
};

const fork = (program: Step[], to: number) => push(program, { kind: 'fork' as const, to, or: to });

const toAtom = (source: string, index: number): Atom => {
  const test =
    source === '.' || source.length > 2 || source.startsWith('\\') ? new RegExp(`^${source}$`, 'u') : undefined;
  return { index, accepts: (character) => (test ? test.test(character) : character === source) };
};

const one =
  (atom: Atom): Part =>
  (program) =>
    push(program, { kind: 'one', atom });

const sequence =
  (parts: readonly Part[]): Part =>
  (program) => {
    for (const part of parts) part(program);
  };

const either =
  (left: Part, right: Part): Part =>
  (program) => {
    const choice = fork(program, program.length + 1);
    left(program);
    const leave = fork(program, 0);
    choice.or = program.length;
    right(program);
    leave.to = leave.or = program.length;
  };

/** A part that may be skipped, and in a loop be repeated. */
const optional =
  (part: Part, isLoop: boolean): Part =>
  (program) => {
    const at = program.length;
    const choice = fork(program, at + 1);
    part(program);
    if (isLoop) fork(program, at);
    choice.or = program.length;
  };

const repeat =
  (part: Part, min: number, max: number): Part =>
  (program) => {
    const before = program.length;
    for (let count = 0; count < min; count += 1) {
      part(program);
      if (program.length === before) return;
    }
    if (max === Infinity) optional(part, true)(program);
    else for (let count = min; count < max; count += 1) optional(part, false)(program);
  };

/** Where reading is, in the source of a pattern. */
interface Cursor {
  readonly source: string;
  readonly atoms: Map<string, Atom>;
  at: number;
}

/** One character: a class, an escape, or itself. Surrogate escapes and back-references are not among them. */
const ATOM =
  /\[(?:[^\\\]]|\\.)*\]|\\(?:[dDwWsStnrfv]|[pP]\{\w+(?:=\w+)?\}|x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}|u\{[\da-fA-F]+\}|[$()*+./?[\\\]^{|}])|[^\\$()*+?[\]^{|}]/uy;
/** What JavaScript would read here, and this does not: it cannot be matched in one pass, or has no use in a form. */
const OTHERS: readonly (readonly [RegExp, PatternRefusal])[] = [
  [/\?<?[=!]/y, 'look-around'],
  [/\?</y, 'named-group'],
  [/\\[1-9k]/y, 'back-reference'],
  [/\\b/iy, 'word-boundary'],
];
const QUANTIFIER = /(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/y;
const SIGNS: ReadonlyMap<string | undefined, readonly [number, number]> = new Map<string, readonly [number, number]>([
  ['*', [0, Infinity]],
  ['+', [1, Infinity]],
  ['?', [0, 1]],
]);

const read = (cursor: Cursor, expression: RegExp): RegExpExecArray | null => {
  expression.lastIndex = cursor.at;
  const match = expression.exec(cursor.source);
  if (match) cursor.at = expression.lastIndex;
  return match;
};

const refuseHere = (cursor: Cursor): never => refuse(OTHERS.find(([other]) => read(cursor, other))?.[1] ?? 'syntax');

const take = (cursor: Cursor, text: string): boolean => {
  const isTaken = cursor.source.startsWith(text, cursor.at);
  if (isTaken) cursor.at += text.length;
  return isTaken;
};

const quantified = (cursor: Cursor, part: Part): Part => {
  const match = read(cursor, QUANTIFIER);
  if (!match) return part;
  const [, sign, least = '', comma, most = comma ? Infinity : least] = match;
  const [min, max] = SIGNS.get(sign) ?? [Number(least), Number(most)];
  return min > max ? refuse('syntax') : repeat(part, min, max);
};

const group = (cursor: Cursor): Part => {
  if (!take(cursor, '?:') && cursor.source.startsWith('?', cursor.at)) refuseHere(cursor);
  const part = alternatives(cursor);
  return take(cursor, ')') ? part : refuse('syntax');
};

const atom = (cursor: Cursor): Part => {
  const source = read(cursor, ATOM)?.[0] ?? refuseHere(cursor);
  const known = cursor.atoms.get(source) ?? toAtom(source, cursor.atoms.size);
  cursor.atoms.set(source, known);
  return one(known);
};

const term = (cursor: Cursor): Part => {
  if (take(cursor, '^')) return (program) => push(program, { kind: 'start' });
  if (take(cursor, '$')) return (program) => push(program, { kind: 'end' });
  return quantified(cursor, take(cursor, '(') ? group(cursor) : atom(cursor));
};

const alternatives = (cursor: Cursor): Part => {
  const parts: Part[] = [];
  while (cursor.at < cursor.source.length && !/[|)]/.test(cursor.source.charAt(cursor.at))) parts.push(term(cursor));
  return take(cursor, '|') ? either(sequence(parts), alternatives(cursor)) : sequence(parts);
};

/** The program of a pattern; its last step is the one before the match. Throws a SyntaxError for what is refused. */
export const toProgram = (source: string): readonly Step[] => {
  if (source.length > PATTERN_LENGTH) refuse('length');
  const cursor: Cursor = { source, atoms: new Map(), at: 0 };
  const whole = alternatives(cursor);
  if (cursor.at < source.length) refuse('syntax');
  const program: Step[] = [];
  whole(program);
  return program;
};
