import * as audit from './audit.js';
import * as customers from './customers.js';
import * as deliveries from './deliveries.js';
import * as asking from './asking.js';
import { en } from './en.js';
import { nl } from './nl.js';
import * as portals from './portals.js';
import * as privacy from './privacy.js';
import * as requestList from './request-list.js';
import * as imports from './imports.js';
import * as settings from './settings.js';
import * as staff from './staff.js';

/**
 * The texts of the two languages that come along; an area with many of its own has a file that gives `nl` and `en`, and is
 * added here, and to the folder of each other language.
 */
export const texts = {
  nl: {
    ...nl,
    ...requestList.nl,
    ...settings.nl,
    ...deliveries.nl,
    ...asking.nl,
    ...portals.nl,
    ...audit.nl,
    ...privacy.nl,
    ...customers.nl,
    ...imports.nl,
    ...staff.nl,
  },
  en: {
    ...en,
    ...requestList.en,
    ...settings.en,
    ...deliveries.en,
    ...asking.en,
    ...portals.en,
    ...audit.en,
    ...privacy.en,
    ...customers.en,
    ...imports.en,
    ...staff.en,
  },
} satisfies Record<string, Record<string, string>>;

export type TextKey = keyof typeof texts.nl;
export type Texts = Readonly<Record<TextKey, string>>;

/** Whether there is a text for a key that is made at run time. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(texts.nl, key);

const LOADERS = {
  nl: () => texts.nl,
  en: () => texts.en,
  de: async () => (await import('./de/index.js')).de,
  fr: async () => (await import('./fr/index.js')).fr,
} satisfies Record<string, () => Texts | Promise<Texts>>;

export type Language = keyof typeof LOADERS;
/** The languages that are there without being loaded. */
export type OwnLanguage = keyof typeof texts;
export const LANGUAGES: readonly Language[] = ['nl', 'en', 'de', 'fr'];
export const LANGUAGE_NAMES: Record<Language, string> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};

/** The texts of a language; rejects when their part of the office cannot be loaded. */
export const loadTexts = async (language: Language): Promise<Texts> => LOADERS[language]();
