import { REASONS, type Reason } from './reasons.js';

/** Something of the form that is not in the configuration: where it stands in the source, what it is, and why. */
export interface LeftOut {
  /** JSON pointer into the file. */
  readonly where: string;
  readonly what: string;
  readonly reason: Reason;
  /** A sentence that says how to mend it. */
  readonly why: string;
}

/** What an import finds out on its way. */
export interface Notes {
  /** Counts a question that people are asked; the number stands for it in its drafts. */
  question(where: string, what: string): number;
  /** Notes what is not carried over; the same thing for the same reason once. */
  leave(where: string, what: string, reason: Reason): void;
  /** Notes a language that a text is in. */
  language(locale: string): void;
  readonly left: readonly LeftOut[];
  readonly questions: readonly { readonly where: string; readonly what: string }[];
  readonly languages: ReadonlySet<string>;
}

/** A name or sentence is shown this long at most. */
const SHOWN = 120;
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);

export const createNotes = (): Notes => {
  const left = new Map<string, LeftOut>();
  const questions: { where: string; what: string }[] = [];
  const languages = new Set<string>();
  return {
    question: (where, what) => questions.push({ where, what: short(what) }) - 1,
    leave: (where, what, reason) => {
      const key = JSON.stringify([where, what, reason]);
      if (!left.has(key)) left.set(key, { where, what: short(what), reason, why: REASONS[reason] });
    },
    language: (locale) => void languages.add(locale),
    get left() {
      return [...left.values()];
    },
    questions,
    languages,
  };
};
