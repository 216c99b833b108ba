import type { RequestStatus } from 'portal-request-form/contract';
import type { Contact } from '../store/schema.js';

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

interface MailTexts {
  code(portal: string, code: string, minutes: number): Written;
  passwordReset(portal: string, link: string, minutes: number): Written;
  /** Whether the request was accepted at once is part of what it says. */
  received(mail: RequestMail & { readonly isAccepted: boolean }): Written;
  /** To the office: what came in, and where it is. */
  notice(mail: NoticeMail): Written;
  changed: Partial<Record<RequestStatus, (mail: RequestMail) => Written>>;
}

export const letter = (...paragraphs: (string | undefined)[]): string => paragraphs.filter(Boolean).join('\n\n') + '\n';

const sender = ({ name, company }: Contact): string => (company ? `${name} (${company})` : name);

const en: MailTexts = {
  code: (portal, code, minutes) => ({
    subject: `Your code for ${portal}`,
    text: letter(
      `Your code is ${code}`,
      `It can be used once, for ${minutes} minutes.`,
      'You did not ask for it? Then do nothing.',
    ),
  }),
  passwordReset: (portal, link, minutes) => ({
    subject: `A new password for ${portal}`,
    text: letter(
      `Choose a new password here, within ${minutes} minutes:`,
      link,
      'You did not ask for it? Then do nothing.',
    ),
    link,
    button: 'Choose a new password',
  }),
  received: ({ portal, name, reference, title, isAccepted }) => ({
    subject: `We received your request ${reference}`,
    text: letter(
      `Dear ${name},`,
      `We received your request "${title}". Its reference is ${reference}.`,
      isAccepted ? 'We accepted it and will plan the work.' : undefined,
      `Kind regards,\n${portal}`,
    ),
  }),
  notice: ({ reference, title, contact, link }) => ({
    subject: `New request ${reference}: ${title}`,
    text: letter(`${sender(contact)} sent the request "${title}". Its reference is ${reference}.`, link),
    link,
    button: 'Open the request',
  }),
  changed: {
    accepted: ({ portal, name, reference, title }) => ({
      subject: `Your request ${reference} was accepted`,
      text: letter(
        `Dear ${name},`,
        `We accepted your request "${title}" (${reference}) and will plan the work.`,
        `Kind regards,\n${portal}`,
      ),
    }),
    declined: ({ portal, name, reference, title, reason }) => ({
      subject: `Your request ${reference} was declined`,
      text: letter(
        `Dear ${name},`,
        `We cannot accept your request "${title}" (${reference}):`,
        reason,
        `Kind regards,\n${portal}`,
      ),
    }),
  },
};

const nl: MailTexts = {
  code: (portal, code, minutes) => ({
    subject: `Uw code voor ${portal}`,
    text: letter(
      `Uw code is ${code}`,
      `U kunt de code één keer gebruiken, ${minutes} minuten lang.`,
      'Heeft u er niet om gevraagd? Dan hoeft u niets te doen.',
    ),
  }),
  passwordReset: (portal, link, minutes) => ({
    subject: `Een nieuw wachtwoord voor ${portal}`,
    text: letter(
      `Kies hier binnen ${minutes} minuten een nieuw wachtwoord:`,
      link,
      'Heeft u er niet om gevraagd? Dan hoeft u niets te doen.',
    ),
    link,
    button: 'Nieuw wachtwoord kiezen',
  }),
  received: ({ portal, name, reference, title, isAccepted }) => ({
    subject: `Wij hebben uw aanvraag ${reference} ontvangen`,
    text: letter(
      `Beste ${name},`,
      `Wij hebben uw aanvraag "${title}" ontvangen. Het kenmerk is ${reference}.`,
      isAccepted ? 'Wij hebben hem geaccepteerd en gaan het werk inplannen.' : undefined,
      `Met vriendelijke groet,\n${portal}`,
    ),
  }),
  notice: ({ reference, title, contact, link }) => ({
    subject: `Nieuwe aanvraag ${reference}: ${title}`,
    text: letter(`${sender(contact)} heeft de aanvraag "${title}" ingediend. Het kenmerk is ${reference}.`, link),
    link,
    button: 'Aanvraag openen',
  }),
  changed: {
    accepted: ({ portal, name, reference, title }) => ({
      subject: `Uw aanvraag ${reference} is geaccepteerd`,
      text: letter(
        `Beste ${name},`,
        `Wij hebben uw aanvraag "${title}" (${reference}) geaccepteerd en gaan het werk inplannen.`,
        `Met vriendelijke groet,\n${portal}`,
      ),
    }),
    declined: ({ portal, name, reference, title, reason }) => ({
      subject: `Uw aanvraag ${reference} is afgewezen`,
      text: letter(
        `Beste ${name},`,
        `Wij kunnen uw aanvraag "${title}" (${reference}) niet aannemen:`,
        reason,
        `Met vriendelijke groet,\n${portal}`,
      ),
    }),
  },
};

export const isDutch = (locale: string): boolean => locale.toLowerCase().split('-')[0] === 'nl';

/** The language that mails to somebody with this language are written in. */
export const mailLanguage = (locale: string): 'nl' | 'en' => (isDutch(locale) ? 'nl' : 'en');

/** What mails say, in the customer's language; English for a language that has no texts of its own. */
export const mailTexts = (locale: string): MailTexts => (isDutch(locale) ? nl : en);

/** What a button in a mail says that has no words of its own. */
export const buttonText = (locale: string): string => (isDutch(locale) ? 'Openen' : 'Open');
