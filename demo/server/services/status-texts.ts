import type { RequestMail } from './mail-texts.js';

interface Written {
  readonly subject: string;
  readonly text: string;
  /** What the button says that leads to the link. */
  readonly button?: string;
}

/** What a mail about a request says besides: the office's own words, and where to go on. */
export interface StatusMail extends RequestMail {
  readonly note?: string;
  readonly link?: string;
  /** Until when the link works, as a day in words. */
  readonly until?: string;
}

/** What happened to a request that its customer hears about by mail. */
export type Occasion = 'asked' | 'message' | 'replied' | 'withdrawn' | 'planned' | 'done';

type Texts = Record<Occasion, (mail: StatusMail) => Written>;

const letter = (...paragraphs: (string | undefined)[]): string => paragraphs.filter(Boolean).join('\n\n') + '\n';

const en: Texts = {
  asked: ({ portal, name, reference, title, note, link, until }) => ({
    subject: `We need something more for your request ${reference}`,
    text: letter(
      `Dear ${name},`,
      `We cannot go on with your request "${title}" (${reference}) yet. We ask you for this:`,
      note,
      `Answer here; you need not sign in:`,
      link,
      `This link is for you alone, and works until ${until}.`,
      `Kind regards,\n${portal}`,
    ),
    button: 'Answer',
  }),
  message: ({ portal, name, reference, title, note, link }) => ({
    subject: `A message about your request ${reference}`,
    text: letter(
      `Dear ${name},`,
      `About your request "${title}" (${reference}) we say:`,
      note,
      link && `Your requests are here:`,
      link,
      `Kind regards,\n${portal}`,
    ),
    button: 'My requests',
  }),
  replied: ({ portal, name, reference, title }) => ({
    subject: `We received your answer for request ${reference}`,
    text: letter(
      `Dear ${name},`,
      `We received your answer for your request "${title}" (${reference}) and go on with it.`,
      `Kind regards,\n${portal}`,
    ),
  }),
  withdrawn: ({ portal, name, reference, title }) => ({
    subject: `Your request ${reference} was withdrawn`,
    text: letter(
      `Dear ${name},`,
      `You withdrew your request "${title}" (${reference}). We do nothing more with it.`,
      `Kind regards,\n${portal}`,
    ),
  }),
  planned: ({ portal, name, reference, title, note }) => ({
    subject: `The work for your request ${reference} is planned`,
    text: letter(
      `Dear ${name},`,
      `We planned the work for your request "${title}" (${reference}):`,
      note,
      `Kind regards,\n${portal}`,
    ),
  }),
  done: ({ portal, name, reference, title, note }) => ({
    subject: `The work for your request ${reference} is done`,
    text: letter(
      `Dear ${name},`,
      `The work for your request "${title}" (${reference}) is done.`,
      note,
      `Kind regards,\n${portal}`,
    ),
  }),
};

const nl: Texts = {
  asked: ({ portal, name, reference, title, note, link, until }) => ({
    subject: `Wij hebben nog iets nodig voor uw aanvraag ${reference}`,
    text: letter(
      `Beste ${name},`,
      `Wij kunnen nog niet verder met uw aanvraag "${title}" (${reference}). Wij vragen u hierom:`,
      note,
      `Antwoord hier; inloggen hoeft niet:`,
      link,
      `Deze link is alleen voor u en werkt tot en met ${until}.`,
      `Met vriendelijke groet,\n${portal}`,
    ),
    button: 'Antwoorden',
  }),
  message: ({ portal, name, reference, title, note, link }) => ({
    subject: `Een bericht over uw aanvraag ${reference}`,
    text: letter(
      `Beste ${name},`,
      `Over uw aanvraag "${title}" (${reference}) schrijven wij:`,
      note,
      link && `Uw aanvragen staan hier:`,
      link,
      `Met vriendelijke groet,\n${portal}`,
    ),
    button: 'Mijn aanvragen',
  }),
  replied: ({ portal, name, reference, title }) => ({
    subject: `Wij hebben uw antwoord voor aanvraag ${reference} ontvangen`,
    text: letter(
      `Beste ${name},`,
      `Wij hebben uw antwoord voor uw aanvraag "${title}" (${reference}) ontvangen en gaan ermee verder.`,
      `Met vriendelijke groet,\n${portal}`,
    ),
  }),
  withdrawn: ({ portal, name, reference, title }) => ({
    subject: `Uw aanvraag ${reference} is ingetrokken`,
    text: letter(
      `Beste ${name},`,
      `U hebt uw aanvraag "${title}" (${reference}) ingetrokken. Wij doen er niets meer mee.`,
      `Met vriendelijke groet,\n${portal}`,
    ),
  }),
  planned: ({ portal, name, reference, title, note }) => ({
    subject: `Het werk voor uw aanvraag ${reference} is gepland`,
    text: letter(
      `Beste ${name},`,
      `Wij hebben het werk voor uw aanvraag "${title}" (${reference}) gepland:`,
      note,
      `Met vriendelijke groet,\n${portal}`,
    ),
  }),
  done: ({ portal, name, reference, title, note }) => ({
    subject: `Het werk voor uw aanvraag ${reference} is klaar`,
    text: letter(
      `Beste ${name},`,
      `Het werk voor uw aanvraag "${title}" (${reference}) is klaar.`,
      note,
      `Met vriendelijke groet,\n${portal}`,
    ),
  }),
};

/** What mails about a request say, in the customer's language; English for one that has no texts of its own. */
export const statusTexts = (locale: string): Texts => (locale.toLowerCase().split('-')[0] === 'nl' ? nl : en);
