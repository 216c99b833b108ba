import type { MailTexts } from '../mail-texts.js';
import { letter, sender } from './letter.js';

export const nl: MailTexts = {
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
