/** The languages that mails are written in. */
const MAIL_LANGUAGES = ['nl', 'en', 'de', 'fr'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** The language that mails to somebody with this language are written in: English where there is no better one. */
export const mailLanguage = (locale: string): MailLanguage =>
  MAIL_LANGUAGES.find((language) => language === locale.toLowerCase().split('-')[0]) ?? 'en';

/** What is said in the language of a locale. */
export const inLanguageOf = <T>(locale: string, said: Readonly<Record<MailLanguage, T>>): T =>
  said[mailLanguage(locale)];
