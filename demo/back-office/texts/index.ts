import { en } from './en.js';
import { nl } from './nl.js';

export type { TextKey } from './nl.js';

export const texts = { nl, en };
export type Language = keyof typeof texts;
export const LANGUAGES: readonly Language[] = ['nl', 'en'];
export const LANGUAGE_NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English' };
