import { toProgram, type Step } from './pattern-syntax.js';

/** A longer text, in code points, matches no pattern: the time taken stays bounded. */
const TEXT_LENGTH = 10_000;

type Matcher = (text: string) => boolean;

/** The steps that wait for a character at this position, and whether the whole pattern can end here. */
const follow = (program: readonly Step[], from: number[], isStart: boolean, isEnd: boolean) => {
  const waiting: number[] = [];
  const seen = new Uint8Array(program.length + 1);
  const open = from;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen[at]) continue;
    seen[at] = 1;
    const step = program[at];
    if (step?.kind === 'one') waiting.push(at);
    else if (step?.kind === 'fork') open.push(step.to, step.or);
    else if (step?.kind === 'start' ? isStart : step?.kind === 'end' && isEnd) open.push(at + 1);
  }
  return { waiting, canEnd: seen[program.length] === 1 };
};

const matches = (program: readonly Step[], text: string): boolean => {
  const characters = [...text];
  if (characters.length > TEXT_LENGTH) return false;
  let state = follow(program, [0], true, characters.length === 0);
  for (const [position, character] of characters.entries()) {
    const next: number[] = [];
    for (const at of state.waiting) {
      const step = program[at];
      if (step?.kind === 'one' && step.accepts(character)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    state = follow(program, next, false, position + 1 === characters.length);
  }
  return state.canEnd;
};

/**
 * A function that says whether a whole text matches, like the HTML attribute `pattern`, in time linear in the text
 * whatever the pattern; undefined when the pattern is not in the subset that `docs/rules.md` describes.
 */
export const compilePattern = (source: string): Matcher | undefined => {
  try {
    const program = toProgram(source);
    return (text) => matches(program, text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
