import type { MailTexts } from '../mail-texts.js';
import { letter, sender } from './letter.js';

export const en: MailTexts = {
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
