import type { Language, LoadMessages, TextPart } from './i18n/languages.js';

type Loaders = Readonly<Record<Language, Readonly<Record<TextPart, () => Promise<object>>>>>;

const nothing = (): Promise<object> => Promise.resolve({});

const loaders: Loaders = {
  nl: {
    entry: async () => (await import('./i18n/nl.js')).nl,
    request: async () => (await import('./i18n/nl-request.js')).nlRequest,
    more: nothing,
  },
  en: {
    entry: async () => (await import('./i18n/en.js')).en,
    request: async () => (await import('./i18n/en-request.js')).enRequest,
    more: nothing,
  },
  de: {
    entry: async () => (await import('./i18n/de.js')).de,
    request: async () => (await import('./i18n/de-request.js')).deRequest,
    more: async () => (await import('./i18n/de-more.js')).deMore,
  },
  fr: {
    entry: async () => (await import('./i18n/fr.js')).fr,
    request: async () => (await import('./i18n/fr-request.js')).frRequest,
    more: async () => (await import('./i18n/fr-more.js')).frMore,
  },
  ar: {
    entry: async () => (await import('./i18n/ar.js')).ar,
    request: async () => (await import('./i18n/ar-request.js')).arRequest,
    more: async () => (await import('./i18n/ar-more.js')).arMore,
  },
};

/** Loads a part of the sentences of a language; each is a chunk of its own. */
export const loadLanguage: LoadMessages = (language, part) => loaders[language][part]();
