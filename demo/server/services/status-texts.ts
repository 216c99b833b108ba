import type { RequestMail, Written } from './mail-texts.js';
import { inLanguageOf } from './mails/language.js';
import { de } from './mails/status-de.js';
import { en } from './mails/status-en.js';
import { fr } from './mails/status-fr.js';
import { nl } from './mails/status-nl.js';

/** What a mail about a request says besides: the office's own words, and where to go on. */
export interface StatusMail extends RequestMail {
  readonly note?: string;
  readonly link?: string;
  /** Until when the link works, as a day in words. */
  readonly until?: string;
}

/** What happened to a request that its customer hears about by mail. */
export type Occasion = 'asked' | 'message' | 'replied' | 'withdrawn' | 'planned' | 'done';

export type StatusTexts = Record<Occasion, (mail: StatusMail) => Omit<Written, 'link'>>;

/** What mails about a request say, in the customer's language; English for one that has no texts of its own. */
export const statusTexts = (locale: string): StatusTexts => inLanguageOf(locale, { nl, en, de, fr });
