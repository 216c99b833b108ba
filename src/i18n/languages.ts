import type { EntryMessages, Messages, RequestMessages } from './messages.js';

/** The parts that the sentences of a language are loaded in. */
export type TextPart = 'entry' | 'request' | 'more';

/** The languages that are loaded from beside the script. */
const OTHER_LANGUAGES = ['de', 'fr', 'ar'] as const;
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];

const loaders = {
  nl: {
    entry: async () => (await import('./nl.js')).nl,
    request: async () => (await import('./nl-request.js')).nlRequest,
  },
  en: {
    entry: async () => (await import('./en.js')).en,
    request: async () => (await import('./en-request.js')).enRequest,
  },
} satisfies Record<string, { entry(): Promise<EntryMessages>; request(): Promise<RequestMessages> }>;

/** The languages that go along with the script; of these, the sentences of the more part come with that part. */
type OwnLanguage = keyof typeof loaders;

/** The languages that the widget speaks. */
export type Language = OwnLanguage | OtherLanguage;

const isOwn = (tag: string): tag is OwnLanguage => Object.hasOwn(loaders, tag);
const isLanguage = (tag: string): tag is Language => isOwn(tag) || (OTHER_LANGUAGES as readonly string[]).includes(tag);

/** The language of a BCP 47 tag, if the widget speaks it: `nl-BE` is `nl`. */
export const languageOf = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return isLanguage(primary) ? primary : undefined;
};

/** Loads a part of the sentences of a language that does not go along with the script. */
export type LoadOther = (language: OtherLanguage, part: TextPart) => Promise<Partial<Messages>>;

/** Loads one part of the sentences of a language; each is a chunk of its own. */
export const loadMessages = async (
  language: Language,
  part: TextPart,
  loadOther: LoadOther,
): Promise<Partial<Messages>> => {
  if (!isOwn(language)) return loadOther(language, part);
  return part === 'more' ? {} : (loaders[language][part]() as Promise<Partial<Messages>>);
};
