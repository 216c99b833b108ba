import { toProgram, type Atom, type PatternRefusal, type Step } from './pattern-syntax.js';

/** A longer text, in code points, matches no pattern: the time taken stays bounded. */
const TEXT_LENGTH = 10_000;

type Matcher = (text: string) => boolean;

/** Whether an atom accepts a character; each pair is tried once a text, because classes are slow to try. */
const rememberedVerdicts = () => {
  const verdicts = new Map<string, (boolean | undefined)[]>();
  return (character: string): ((atom: Atom) => boolean) => {
    const known = verdicts.get(character) ?? [];
    verdicts.set(character, known);
    return (atom) => (known[atom.index] ??= atom.accepts(character));
  };
};

/**
 * Finds the steps that wait for a character at a position, and whether the whole pattern can end there; positions have
 * to grow from call to call.
 */
export const followIn = (program: readonly Step[]) => {
  const seenAt = new Int32Array(program.length + 1).fill(-1);
  return (open: number[], position: number, end: number) => {
    const waiting: number[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seenAt[at] === position) continue;
      seenAt[at] = position;
      const step = program[at];
      if (step?.kind === 'one') waiting.push(at);
      else if (step?.kind === 'fork') open.push(step.to, step.or);
      else if (step && position === (step.kind === 'start' ? 0 : end)) open.push(at + 1);
    }
    return { waiting, canEnd: seenAt[program.length] === position };
  };
};

const matches = (program: readonly Step[], text: string): boolean => {
  const characters = text.length > 2 * TEXT_LENGTH ? [] : [...text];
  const end = characters.length;
  if (end > TEXT_LENGTH || (end === 0 && text !== '')) return false;
  const [follow, verdictsOn] = [followIn(program), rememberedVerdicts()];
  let state = follow([0], 0, end);
  for (const [position, character] of characters.entries()) {
    const isAccepted = verdictsOn(character);
    const next: number[] = [];
    for (const at of state.waiting) {
      const step = program[at];
      if (step?.kind === 'one' && isAccepted(step.atom)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    state = follow(next, position + 1, end);
  }
  return state.canEnd;
};

const REFUSALS: ReadonlySet<string> = new Set<PatternRefusal>([
  'length',
  'size',
  'look-around',
  'named-group',
  'back-reference',
  'word-boundary',
]);

const isRefusal = (reason: string): reason is PatternRefusal => REFUSALS.has(reason);

/** The program of a pattern, or why there is none. */
const programOf = (source: string): readonly Step[] | PatternRefusal => {
  try {
    return toProgram(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return isRefusal(error.message) ? error.message : 'syntax';
  }
};

/** Why a pattern is refused: because it is none, or because it cannot be shown to stay fast; undefined when it is fine. */
export const patternRefusal = (source: string): PatternRefusal | undefined => {
  const program = programOf(source);
  return typeof program === 'string' ? program : undefined;
};

/**
 * A function that says whether a whole text matches, like the HTML attribute `pattern`, in time linear in the text
 * whatever the pattern; undefined when the pattern is not in the subset that `docs/rules.md` describes.
 */
export const compilePattern = (source: string): Matcher | undefined => {
  const program = programOf(source);
  return typeof program === 'string' ? undefined : (text) => matches(program, text);
};
