import { besideScript } from './beside.js';
import * as en from './i18n/whole-en.js';
import type { LoadMessages, TextPart } from './i18n/languages.js';
import type { Messages } from './i18n/messages.js';

type Whole = Readonly<Record<TextPart, object>>;

/** English goes along with the classic script; the sentences of another language are loaded from the file beside it. */
export const loadLanguage: LoadMessages = async (language, part) => {
  const whole = language === 'en' ? en : ((await import(/* @vite-ignore */ besideScript(language))) as Whole);
  return whole[part] as Partial<Messages>;
};
