import type { StatusTexts } from '../status-texts.js';
import { letter } from './letter.js';

export const en: StatusTexts = {
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
