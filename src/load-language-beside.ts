import { besideScript } from './beside.js';
import type { LoadOther } from './i18n/languages.js';
import type { Messages } from './i18n/messages.js';

/** Loads the sentences of a language from the file beside the classic script. */
export const loadLanguage: LoadOther = async (language, part) => {
  const file = (await import(/* @vite-ignore */ besideScript(language))) as typeof import('./i18n/whole-de.js');
  return file[part] as Partial<Messages>;
};
