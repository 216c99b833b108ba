import type { Clause } from '../condition.js';
import type { Desk } from '../draft.js';
import { get, stringOf } from '../json.js';
import type { wordsIn } from '../words.js';

/** Where reading is: what holds for every component that stands there. */
export interface Place {
  readonly desk: Desk;
  readonly words: ReturnType<typeof wordsIn>;
  /** The path of the answers, `a.b.` */
  readonly prefix: string;
  readonly visibleWhen: readonly Clause[];
  /** Whether this is inside a row, which cannot hold rows again. */
  readonly isRow: boolean;
  readonly depth: number;
}

export interface Located {
  readonly where: string;
  readonly component: unknown;
}

/** The type without what some forms put around it: `simpletextfieldadvanced` is a `textfield`. */
export const typeOf = (component: unknown): string => {
  const type = (stringOf(get(component, 'type')) ?? '').toLowerCase();
  return type.replace(/^simple(?=.)/, '').replace(/(?<=.)advanced$/, '');
};
