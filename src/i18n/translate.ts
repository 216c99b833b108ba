import type { Text } from '../contract/index.js';
import type { MessageKey, Messages, Plural } from './messages.js';

export type Params = Readonly<Record<string, string | number>>;

/** Everything that a view needs to speak one language. A new one is made when the language or the texts change. */
export interface Translator {
  readonly locale: string;
  /** A sentence of the widget, empty until its part is loaded; `count` in the parameters chooses the plural. */
  message(key: MessageKey, params?: Params): string;
  /** The sentence for a key that is made at run time, or nothing when there is none. */
  find(key: string, params?: Params): string | undefined;
  /** A text from the configuration, in this language if it has it. */
  text(text: Text | undefined): string;
  /** The language of what `text` gives, where it is known to be another one than this. */
  otherLanguage(text: Text | undefined): string | undefined;
  number(value: number): string;
  /** A number as people type it: their decimal sign, no grouping. */
  plain(value: number): string;
  /** A number of bytes in kB or MB. */
  bytes(size: number): string;
  /** A calendar date (`YYYY-MM-DD`) in words. */
  date(date: string): string;
  /** A moment (RFC 3339) as date and time on this device. */
  moment(moment: string): string;
  /** The time of day of a moment on this device. */
  time(moment: string): string;
}

const fill = (sentence: string, params: Params): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

const chooseTag = (text: Exclude<Text, string>, locale: string, fallback: string): string =>
  [locale, primary(locale), fallback, primary(fallback)].find((tag) => Object.hasOwn(text, tag)) ??
  Object.keys(text)[0] ??
  '';

/** The best of a text's languages: the language asked for, its primary language, the portal's own, or the first. */
export const chooseText = (text: Text | undefined, locale: string, fallback: string): string =>
  typeof text === 'object' ? (text[chooseTag(text, locale, fallback)] ?? '') : (text ?? '');

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const formatBytes = (size: number, locale: Intl.Locale): string => {
  const power = Math.min(Math.floor(Math.log(Math.max(size, 1)) / Math.log(1024)), UNITS.length - 1);
  const style = { style: 'unit', unit: UNITS[power], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(size / 1024 ** power);
};

/** Days and digits are those of the inputs they are typed in, also where a language has others. */
const WRITTEN = { calendar: 'gregory', numberingSystem: 'latn' } as const;

/**
 * Makes a translator for a language; `fallback` is the portal's own, `regionTag` the one that dates and numbers follow,
 * `only` the language of texts that do not say theirs, where the portal has no other.
 */
export const createTranslator = (
  messages: Partial<Messages>,
  locale: string,
  fallback: string,
  regionTag: string = locale,
  only = locale,
): Translator => {
  let made: Intl.Locale | undefined; // as the rules below, when a sentence needs it: the first ones do not
  const region = () => (made ??= new Intl.Locale(regionTag, WRITTEN));
  let plurals: Intl.PluralRules | undefined;
  const choose = (plural: Plural, count: number): string =>
    (count === 0 ? plural.zero : undefined) ??
    plural[(plurals ??= new Intl.PluralRules(locale)).select(count)] ??
    plural.other;
  const message = (key: MessageKey, params: Params = {}): string => {
    const entry = messages[key] ?? '';
    return fill(typeof entry === 'string' ? entry : choose(entry, Number(params.count)), params);
  };
  const moments = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(region(), style);
  let times: Intl.DateTimeFormat | undefined; // made once: it is told with each keystroke
  return {
    locale,
    message,
    find: (key, params) => (Object.hasOwn(messages, key) ? message(key as MessageKey, params) : undefined),
    text: (text) => chooseText(text, locale, fallback),
    otherLanguage: (text) => {
      const tag = typeof text === 'object' ? chooseTag(text, locale, fallback) : only;
      return primary(tag) === locale ? undefined : tag;
    },
    number: (value) => new Intl.NumberFormat(region(), { maximumFractionDigits: 10 }).format(value),
    plain: (value) => new Intl.NumberFormat(region(), { maximumFractionDigits: 10, useGrouping: false }).format(value),
    bytes: (size) => formatBytes(size, region()),
    date: (date) => {
      const day = new Date(`${date}T12:00:00Z`);
      return Number.isNaN(day.getTime()) ? date : moments({ dateStyle: 'long', timeZone: 'UTC' }).format(day);
    },
    moment: (moment) => moments({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(moment)),
    time: (moment) => (times ??= moments({ timeStyle: 'short' })).format(new Date(moment)),
  };
};
