import type { Text } from '../../contract/index.js';
import { plainText } from './html.js';
import { entriesOf, isObject, stringOf, type JsonObject } from './json.js';
import type { Notes } from './notes.js';

/** A key such as `firstName` or `first_name` as words: "First name". */
export const humanised = (key: string): string => {
  const words = key
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const LOCALE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/;

const localeOf = (key: string): string | undefined => {
  if (!LOCALE.test(key)) return undefined;
  try {
    return Intl.getCanonicalLocales(key.replaceAll('_', '-'))[0];
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
};

/** A language tag in its usual form, undefined when it is none. */
export const languageOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? localeOf(value) : undefined;

/** Whose language the texts are in that name none, and who is told of the others. */
interface TextDesk {
  readonly notes: Notes;
  readonly locale: string;
}

const fromLanguages = (
  value: JsonObject,
  { notes, locale }: TextDesk,
  convert: (html: string) => string,
): Text | undefined => {
  const texts = new Map<string, string>();
  for (const [key, one] of entriesOf(value)) {
    const language = key === 'default' ? locale : localeOf(key);
    const text = convert(stringOf(one) ?? '');
    const isFirst = language !== undefined && (key === 'default' || !texts.has(language));
    if (isFirst && text !== '') texts.set(language, text);
  }
  if (texts.size === 0) return undefined;
  if (texts.size === 1 && texts.has(locale)) return texts.get(locale);
  for (const language of texts.keys()) notes.language(language);
  return Object.fromEntries(texts);
};

/**
 * A text in one or several languages, undefined when it says nothing. An object has one text for each language;
 * that under `default` is in the form's own. `convert` makes HTML into what is shown.
 */
export const textOf = (
  value: unknown,
  desk: TextDesk,
  convert: (html: string) => string = plainText,
): Text | undefined => {
  if (isObject(value)) return fromLanguages(value, desk, convert);
  return (typeof value === 'number' ? String(value) : convert(stringOf(value) ?? '')) || undefined;
};

/** One of the texts, to name something by. */
export const anyOf = (text: Text | undefined): string =>
  typeof text === 'string' ? text : (Object.values(text ?? {})[0] ?? '');

/** The text with something behind it in every language. */
export const joined = (text: Text, separator: string, other: Text): Text => {
  if (typeof text === 'string' && typeof other === 'string') return text + separator + other;
  const languages = [text, other].flatMap((one) => (typeof one === 'string' ? [] : Object.keys(one)));
  const inLanguage = (one: Text, language: string): string =>
    typeof one === 'string' ? one : Object.hasOwn(one, language) ? (one[language] ?? '') : anyOf(one);
  return Object.fromEntries(
    languages.map((language) => [language, inLanguage(text, language) + separator + inLanguage(other, language)]),
  );
};
