import type { StatusTexts } from '../status-texts.js';
import { letter } from './letter.js';

export const de: StatusTexts = {
  asked: ({ portal, name, reference, title, note, link, until }) => ({
    subject: `Wir brauchen noch etwas für Ihre Anfrage ${reference}`,
    text: letter(
      `Guten Tag ${name},`,
      `mit Ihrer Anfrage „${title}“ (${reference}) kommen wir noch nicht weiter. Wir bitten Sie um Folgendes:`,
      note,
      `Antworten Sie hier; eine Anmeldung ist nicht nötig:`,
      link,
      `Dieser Link ist nur für Sie und funktioniert bis einschließlich ${until}.`,
      `Freundliche Grüße\n${portal}`,
    ),
    button: 'Antworten',
  }),
  message: ({ portal, name, reference, title, note, link }) => ({
    subject: `Eine Nachricht zu Ihrer Anfrage ${reference}`,
    text: letter(
      `Guten Tag ${name},`,
      `zu Ihrer Anfrage „${title}“ (${reference}) schreiben wir:`,
      note,
      link && `Ihre Anfragen finden Sie hier:`,
      link,
      `Freundliche Grüße\n${portal}`,
    ),
    button: 'Meine Anfragen',
  }),
  replied: ({ portal, name, reference, title }) => ({
    subject: `Wir haben Ihre Antwort zur Anfrage ${reference} erhalten`,
    text: letter(
      `Guten Tag ${name},`,
      `wir haben Ihre Antwort zu Ihrer Anfrage „${title}“ (${reference}) erhalten und machen damit weiter.`,
      `Freundliche Grüße\n${portal}`,
    ),
  }),
  withdrawn: ({ portal, name, reference, title }) => ({
    subject: `Ihre Anfrage ${reference} wurde zurückgezogen`,
    text: letter(
      `Guten Tag ${name},`,
      `Sie haben Ihre Anfrage „${title}“ (${reference}) zurückgezogen. Wir unternehmen nichts mehr.`,
      `Freundliche Grüße\n${portal}`,
    ),
  }),
  planned: ({ portal, name, reference, title, note }) => ({
    subject: `Die Arbeit zu Ihrer Anfrage ${reference} ist geplant`,
    text: letter(
      `Guten Tag ${name},`,
      `wir haben die Arbeit zu Ihrer Anfrage „${title}“ (${reference}) geplant:`,
      note,
      `Freundliche Grüße\n${portal}`,
    ),
  }),
  done: ({ portal, name, reference, title, note }) => ({
    subject: `Die Arbeit zu Ihrer Anfrage ${reference} ist erledigt`,
    text: letter(
      `Guten Tag ${name},`,
      `die Arbeit zu Ihrer Anfrage „${title}“ (${reference}) ist erledigt.`,
      note,
      `Freundliche Grüße\n${portal}`,
    ),
  }),
};
