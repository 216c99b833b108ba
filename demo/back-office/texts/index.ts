import { en } from './en.js';
import { nl, type TextKey } from './nl.js';

export type { TextKey } from './nl.js';

export const texts = { nl, en };

/** Whether there is a text for a key that is made at run time. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(nl, key);
export type Language = keyof typeof texts;
export const LANGUAGES: readonly Language[] = ['nl', 'en'];
export const LANGUAGE_NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English' };
