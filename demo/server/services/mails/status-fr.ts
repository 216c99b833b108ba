import type { StatusTexts } from '../status-texts.js';
import { letter } from './letter.js';

export const fr: StatusTexts = {
  asked: ({ portal, name, reference, title, note, link, until }) => ({
    subject: `Nous avons encore besoin de quelque chose pour votre demande ${reference}`,
    text: letter(
      `Bonjour ${name},`,
      `Nous ne pouvons pas encore avancer avec votre demande « ${title} » (${reference}). Nous vous demandons ceci :`,
      note,
      `Répondez ici ; il n’est pas nécessaire de vous connecter :`,
      link,
      `Ce lien est pour vous seul et fonctionne jusqu’au ${until} inclus.`,
      `Cordialement,\n${portal}`,
    ),
    button: 'Répondre',
  }),
  message: ({ portal, name, reference, title, note, link }) => ({
    subject: `Un message au sujet de votre demande ${reference}`,
    text: letter(
      `Bonjour ${name},`,
      `Au sujet de votre demande « ${title} » (${reference}), nous écrivons :`,
      note,
      link && `Vos demandes sont ici :`,
      link,
      `Cordialement,\n${portal}`,
    ),
    button: 'Mes demandes',
  }),
  replied: ({ portal, name, reference, title }) => ({
    subject: `Nous avons reçu votre réponse pour la demande ${reference}`,
    text: letter(
      `Bonjour ${name},`,
      `Nous avons reçu votre réponse pour votre demande « ${title} » (${reference}) et nous continuons.`,
      `Cordialement,\n${portal}`,
    ),
  }),
  withdrawn: ({ portal, name, reference, title }) => ({
    subject: `Votre demande ${reference} est retirée`,
    text: letter(
      `Bonjour ${name},`,
      `Vous avez retiré votre demande « ${title} » (${reference}). Nous n’en faisons plus rien.`,
      `Cordialement,\n${portal}`,
    ),
  }),
  planned: ({ portal, name, reference, title, note }) => ({
    subject: `Le travail pour votre demande ${reference} est planifié`,
    text: letter(
      `Bonjour ${name},`,
      `Nous avons planifié le travail pour votre demande « ${title} » (${reference}) :`,
      note,
      `Cordialement,\n${portal}`,
    ),
  }),
  done: ({ portal, name, reference, title, note }) => ({
    subject: `Le travail pour votre demande ${reference} est terminé`,
    text: letter(
      `Bonjour ${name},`,
      `Le travail pour votre demande « ${title} » (${reference}) est terminé.`,
      note,
      `Cordialement,\n${portal}`,
    ),
  }),
};
