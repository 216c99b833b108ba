import type { RequestStatus } from 'portal-request-form/contract';
import type { Contact } from '../store/schema.js';
import { de } from './mails/de.js';
import { en } from './mails/en.js';
import { fr } from './mails/fr.js';
import { nl } from './mails/nl.js';
import { inLanguageOf, type MailLanguage } from './mails/language.js';

export interface Written {
  readonly subject: string;
  readonly text: string;
  /** The paragraph that leads somewhere, shown as a button. */
  readonly link?: string;
  readonly button?: string;
}

export interface RequestMail {
  readonly portal: string;
  readonly name: string;
  readonly reference: string;
  readonly title: string;
  readonly reason?: string;
}

interface NoticeMail extends Pick<RequestMail, 'reference' | 'title'> {
  readonly contact: Contact;
  readonly link: string;
}

export interface MailTexts {
  code(portal: string, code: string, minutes: number): Written;
  passwordReset(portal: string, link: string, minutes: number): Written;
  /** Whether the request was accepted at once is part of what it says. */
  received(mail: RequestMail & { readonly isAccepted: boolean }): Written;
  /** To the office: what came in, and where it is. */
  notice(mail: NoticeMail): Written;
  changed: Partial<Record<RequestStatus, (mail: RequestMail) => Written>>;
}

const BUTTONS: Record<MailLanguage, string> = { nl: 'Openen', en: 'Open', de: 'Öffnen', fr: 'Ouvrir' };

/** What mails say, in the customer's language; English for a language that has no texts of its own. */
export const mailTexts = (locale: string): MailTexts => inLanguageOf(locale, { nl, en, de, fr });

/** What a button in a mail says that has no words of its own. */
export const buttonText = (locale: string): string => inLanguageOf(locale, BUTTONS);
