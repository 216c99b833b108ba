import type { Text } from '../../../contract/index.js';
import type { Clause } from '../condition.js';
import type { Desk } from '../draft.js';
import type { wordsIn } from '../words.js';

/** Where reading is: what holds for every element that stands there. */
export interface Place {
  readonly desk: Desk;
  readonly words: ReturnType<typeof wordsIn>;
  /** The path of the answers, `a.b.` */
  readonly prefix: string;
  readonly visibleWhen: readonly Clause[];
  /** Whether this is inside a row, which cannot hold rows again. */
  readonly isRow: boolean;
  readonly depth: number;
  /** The number of the question whose cells these are, and what they are called after. */
  readonly asks?: number | undefined;
  readonly title?: Text | undefined;
  /** Conditions of old surveys, which stand apart from what they show, by its name. */
  readonly shownBy: ReadonlyMap<string, Clause>;
  /** The choices of each question that has some, for questions that use them too. */
  readonly choices: ReadonlyMap<string, unknown>;
}

export interface Located {
  readonly where: string;
  readonly element: unknown;
}
