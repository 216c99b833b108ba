import type { RequestType } from 'portal-request-form/contract';
import type { Contact } from '../store/schema.js';
import { lookUnder } from './letters.js';
import { mailTexts } from './mail-texts.js';
import type { Letter } from './mailer.js';
import type { PublishedSettings } from './portals.js';
import type { Services } from './services.js';
import { textIn } from './texts.js';

interface Received {
  readonly id: string;
  readonly portalId: string;
  readonly reference: string;
  readonly contact: Contact;
  /** The customer's language. */
  readonly locale: string;
  /** Whether it became a work order at once. */
  readonly isAccepted: boolean;
}

const confirmation = (settings: PublishedSettings, type: RequestType, received: Received): Letter => {
  const { id, portalId, reference, contact, locale, isAccepted } = received;
  const { name, email } = contact;
  const { portal } = settings.config;
  const title = textIn(type.label, locale, portal.locale);
  const words = { name, reference, isAccepted, portal: textIn(portal.name, locale, portal.locale), title };
  const look = lookUnder(settings, portalId, locale);
  return { to: email, requestId: id, look, ...mailTexts(locale).received(words) };
};

const notice = (
  { settings: { publicUrl } }: Pick<Services, 'settings'>,
  settings: PublishedSettings,
  type: RequestType,
  { id, portalId, reference, contact }: Received,
): Letter => {
  const { locale } = settings.config.portal;
  const { mailbox = '' } = settings.office;
  const title = textIn(type.label, locale, locale);
  const link = `${publicUrl}/back-office/requests/${id}`;
  const { link: address, button, ...written } = mailTexts(locale).notice({ reference, title, contact, link });
  const look = { ...lookUnder(settings, portalId, locale), link: address, button };
  return { to: mailbox, requestId: id, look, ...written };
};

/** The mails that confirm a request to its customer and announce it to the office's mailbox, where they have an address. */
export const lettersOfSubmission = (
  services: Pick<Services, 'settings'>,
  settings: PublishedSettings,
  type: RequestType,
  received: Received,
): Letter[] => [
  ...(received.contact.email === '' ? [] : [confirmation(settings, type, received)]),
  ...(settings.office.mailbox ? [notice(services, settings, type, received)] : []),
];
