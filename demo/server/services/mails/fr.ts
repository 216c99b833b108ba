import type { MailTexts } from '../mail-texts.js';
import { letter, sender } from './letter.js';

export const fr: MailTexts = {
  code: (portal, code, minutes) => ({
    subject: `Votre code pour ${portal}`,
    text: letter(
      `Votre code est ${code}`,
      `Il peut être utilisé une fois, pendant ${minutes} minutes.`,
      'Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.',
    ),
  }),
  passwordReset: (portal, link, minutes) => ({
    subject: `Un nouveau mot de passe pour ${portal}`,
    text: letter(
      `Choisissez ici un nouveau mot de passe, dans les ${minutes} minutes :`,
      link,
      'Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.',
    ),
    link,
    button: 'Choisir un nouveau mot de passe',
  }),
  received: ({ portal, name, reference, title, isAccepted }) => ({
    subject: `Nous avons reçu votre demande ${reference}`,
    text: letter(
      `Bonjour ${name},`,
      `Nous avons reçu votre demande « ${title} ». Sa référence est ${reference}.`,
      isAccepted ? 'Nous l’avons acceptée et nous planifions le travail.' : undefined,
      `Cordialement,\n${portal}`,
    ),
  }),
  notice: ({ reference, title, contact, link }) => ({
    subject: `Nouvelle demande ${reference} : ${title}`,
    text: letter(`${sender(contact)} a envoyé la demande « ${title} ». Sa référence est ${reference}.`, link),
    link,
    button: 'Ouvrir la demande',
  }),
  changed: {
    accepted: ({ portal, name, reference, title }) => ({
      subject: `Votre demande ${reference} est acceptée`,
      text: letter(
        `Bonjour ${name},`,
        `Nous avons accepté votre demande « ${title} » (${reference}) et nous planifions le travail.`,
        `Cordialement,\n${portal}`,
      ),
    }),
    declined: ({ portal, name, reference, title, reason }) => ({
      subject: `Votre demande ${reference} est refusée`,
      text: letter(
        `Bonjour ${name},`,
        `Nous ne pouvons pas accepter votre demande « ${title} » (${reference}) :`,
        reason,
        `Cordialement,\n${portal}`,
      ),
    }),
  },
};
