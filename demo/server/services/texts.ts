import type { Text } from 'portal-request-form/contract';

/** A text in this language, else in the fallback, else in whatever there is. */
export const textIn = (text: Text, locale: string, fallback: string): string => {
  if (typeof text === 'string') return text;
  const wanted = [locale, locale.split('-')[0] ?? locale, fallback, fallback.split('-')[0] ?? fallback].find((one) =>
    Object.hasOwn(text, one),
  );
  return (wanted === undefined ? Object.values(text)[0] : text[wanted]) ?? '';
};

/** The first language of an `Accept-Language` header that is among these, else the first of these. */
export const preferredLocale = (header: string | undefined, locales: readonly string[]): string => {
  const wanted = (header ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase().split('-')[0]);
  const fitting = wanted.map((one) => locales.find((locale) => locale.toLowerCase().split('-')[0] === one));
  return fitting.find((locale) => locale !== undefined) ?? locales[0] ?? 'en';
};

/** Text of several lines as somebody typed it: without control characters, NFC, no space around it. */
export const typed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '')
    .normalize('NFC')
    .trim();
