import type { Messages } from './messages.js';

/** The parts that the sentences of a language are loaded in. */
export type TextPart = 'entry' | 'request' | 'more';

/** The languages that the widget speaks. */
const LANGUAGES = ['nl', 'en', 'de', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/** The language of a BCP 47 tag, if the widget speaks it: `nl-BE` is `nl`. */
export const languageOf = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return isLanguage(primary) ? primary : undefined;
};

/** Loads a part of the sentences of a language; those of the more part come with that part in Dutch and English. */
export type LoadMessages = (language: Language, part: TextPart) => Promise<Partial<Messages>>;
