import type { MailTexts } from '../mail-texts.js';
import { letter, sender } from './letter.js';

export const de: MailTexts = {
  code: (portal, code, minutes) => ({
    subject: `Ihr Code für ${portal}`,
    text: letter(
      `Ihr Code lautet ${code}`,
      `Er kann einmal verwendet werden, ${minutes} Minuten lang.`,
      'Sie haben nicht darum gebeten? Dann brauchen Sie nichts zu tun.',
    ),
  }),
  passwordReset: (portal, link, minutes) => ({
    subject: `Ein neues Passwort für ${portal}`,
    text: letter(
      `Wählen Sie hier innerhalb von ${minutes} Minuten ein neues Passwort:`,
      link,
      'Sie haben nicht darum gebeten? Dann brauchen Sie nichts zu tun.',
    ),
    link,
    button: 'Neues Passwort wählen',
  }),
  received: ({ portal, name, reference, title, isAccepted }) => ({
    subject: `Wir haben Ihre Anfrage ${reference} erhalten`,
    text: letter(
      `Guten Tag ${name},`,
      `wir haben Ihre Anfrage „${title}“ erhalten. Die Referenz lautet ${reference}.`,
      isAccepted ? 'Wir haben sie angenommen und planen die Arbeit ein.' : undefined,
      `Freundliche Grüße\n${portal}`,
    ),
  }),
  notice: ({ reference, title, contact, link }) => ({
    subject: `Neue Anfrage ${reference}: ${title}`,
    text: letter(`${sender(contact)} hat die Anfrage „${title}“ gesendet. Die Referenz lautet ${reference}.`, link),
    link,
    button: 'Anfrage öffnen',
  }),
  changed: {
    accepted: ({ portal, name, reference, title }) => ({
      subject: `Ihre Anfrage ${reference} wurde angenommen`,
      text: letter(
        `Guten Tag ${name},`,
        `wir haben Ihre Anfrage „${title}“ (${reference}) angenommen und planen die Arbeit ein.`,
        `Freundliche Grüße\n${portal}`,
      ),
    }),
    declined: ({ portal, name, reference, title, reason }) => ({
      subject: `Ihre Anfrage ${reference} wurde abgelehnt`,
      text: letter(
        `Guten Tag ${name},`,
        `wir können Ihre Anfrage „${title}“ (${reference}) nicht annehmen:`,
        reason,
        `Freundliche Grüße\n${portal}`,
      ),
    }),
  },
};
