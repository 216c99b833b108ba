import type { RequestStatus, Text } from 'portal-request-form/contract';
import {
  LANGUAGES,
  loadTexts,
  texts,
  type Language,
  type OwnLanguage,
  type TextKey,
  type Texts,
} from './texts/index.js';

const STORAGE_KEY = 'back-office.language';
const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Everything a page needs to speak one language. */
export interface Words {
  readonly language: Language;
  say(key: TextKey, params?: Readonly<Record<string, string | number>>): string;
  /** How many there are, in words. */
  count(what: 'requests' | 'work-orders', count: number): string;
  /** A text of a portal; `fallback` is that portal's own language. */
  text(text: Text | undefined, fallback: string): string;
  status(status: RequestStatus | 'open'): string;
  /** A moment (RFC 3339) as date and time here. */
  moment(moment: string): string;
  /** A calendar date (`YYYY-MM-DD`). */
  date(date: string): string;
  number(value: number): string;
  /** A size in bytes, with its unit. */
  bytes(size: number): string;
  /** The name of a language, as `nl` is "Nederlands". */
  languageName(tag: string): string;
  /** The name of a country, as `NL` is "Nederland". */
  countryName(code: string): string;
}

const own = (record: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const chooseText = (text: Text | undefined, language: string, fallback: string): string => {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return own(text, language) ?? own(text, fallback) ?? Object.values(text)[0] ?? '';
};

const bytes = (size: number, locale: string): string => {
  const power = Math.min(Math.floor(Math.log(Math.max(size, 1)) / Math.log(1024)), UNITS.length - 1);
  const style = { style: 'unit', unit: UNITS[power], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(size / 1024 ** power);
};

const formatTime = (time: string, locale: string, style: Intl.DateTimeFormatOptions): string => {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : new Intl.DateTimeFormat(locale, style).format(at);
};

const displayName = (code: string, locale: string, type: 'language' | 'region'): string => {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
};

const wordsOf = (language: Language, said: Texts): Words => {
  const locale = LOCALES[language];
  const plurals = new Intl.PluralRules(locale);
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
  const say: Words['say'] = (key, params = {}) =>
    said[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return {
    language,
    say,
    number,
    count: (what, count) => {
      const form = plurals.select(count) === 'one' ? 'one' : 'other';
      return say(`${what}.${form}`, { count: number(count) });
    },
    text: (text, fallback) => chooseText(text, language, fallback),
    status: (status) => say(`status.${status}`),
    moment: (moment) => formatTime(moment, locale, { dateStyle: 'medium', timeStyle: 'short' }),
    date: (date) => formatTime(`${date}T12:00:00Z`, locale, { dateStyle: 'full', timeZone: 'UTC' }),
    bytes: (size) => bytes(size, locale),
    languageName: (tag) => displayName(tag, locale, 'language'),
    countryName: (code) => displayName(code, locale, 'region'),
  };
};

/** The words of a language that comes along. */
export const createWords = (language: OwnLanguage): Words => wordsOf(language, texts[language]);

/** The words of any language; rejects when they cannot be loaded. */
export const loadWords = async (language: Language): Promise<Words> => wordsOf(language, await loadTexts(language));

/** The language of the office for a language tag; English where there is no better one. */
export const nearestLanguage = (tag: string): Language =>
  LANGUAGES.find((language) => language === tag.toLowerCase().split('-')[0]) ?? 'en';

/** The language chosen here before, else the browser's. */
export const chooseLanguage = (): Language => readLanguage() ?? nearestLanguage(navigator.language);

const readLanguage = (): Language | undefined => {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return LANGUAGES.find((language) => language === stored);
  } catch (error) {
    console.warn('The back office cannot read the chosen language.', error);
    return undefined;
  }
};

/** Keeps the language for the next visit; a browser that refuses storage chooses again then. */
export const rememberLanguage = (language: Language): void => {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch (error) {
    console.warn('The back office cannot remember the chosen language.', error);
  }
};
