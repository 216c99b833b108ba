import type { Text } from 'portal-request-form/contract';

/** The languages of a portal, its own first. */
export interface Languages {
  readonly locale: string;
  readonly locales: readonly string[];
}

/** Every language that there is a text for or that the portal speaks, its own first. */
export const languagesOf = ({ locale, locales }: Languages): string[] => [...new Set([locale, ...locales])];

const isText = (value: unknown): value is Text =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value));

/** What is written in a language; a text that is the same in every language counts as that of the portal's own. */
export const textIn = (text: unknown, language: string, { locale }: Languages): string => {
  if (!isText(text)) return '';
  if (typeof text === 'string') return language === locale ? text : '';
  return Object.hasOwn(text, language) ? String(text[language]) : '';
};

/** What is shown to who reads a language that nothing is written in. */
export const fallbackFor = (text: unknown, language: string, languages: Languages): string => {
  if (!isText(text)) return '';
  if (typeof text === 'string') return language === languages.locale ? '' : text;
  if (Object.hasOwn(text, language) && text[language]) return '';
  return textIn(text, languages.locale, languages) || Object.values(text).find((one) => one !== '') || '';
};

/** The text with other words in one language; nothing when no words are left, one string when there is one language. */
export const withText = (text: unknown, language: string, words: string, languages: Languages): Text | undefined => {
  const isOnly = languagesOf(languages).length === 1;
  const before = isText(text) ? (typeof text === 'string' ? { [languages.locale]: text } : text) : {};
  const left = Object.entries({ ...before, [language]: words }).filter(([, one]) => one !== '');
  if (left.length === 0) return undefined;
  return isOnly && left.length === 1 ? words : Object.fromEntries(left);
};
