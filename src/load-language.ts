import type { LoadOther } from './i18n/languages.js';
import type { Messages } from './i18n/messages.js';

const loaders = {
  ar: {
    entry: async () => (await import('./i18n/ar.js')).ar,
    request: async () => (await import('./i18n/ar-request.js')).arRequest,
    more: async () => (await import('./i18n/ar-more.js')).arMore,
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
};

/** Loads a part of the sentences of a language; each is a chunk of its own. */
export const loadLanguage: LoadOther = (language, part) => loaders[language][part]() as Promise<Partial<Messages>>;
