import type { StatusTexts } from '../status-texts.js';
import { letter } from './letter.js';

export const nl: StatusTexts = {
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
