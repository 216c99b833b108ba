import type { PortalConfig, RequestType } from 'portal-request-form/contract';
import type { Contact } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { lookOf } from './letters.js';
import { mailTexts } from './mail-texts.js';
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
  /** Where new requests are announced; nowhere when left out. */
  readonly mailbox?: string | undefined;
}

const confirm = async (
  services: Services,
  tx: Transaction,
  { portal }: PortalConfig,
  type: RequestType,
  { id, portalId, reference, contact: { name, email }, locale, isAccepted }: Received,
): Promise<void> => {
  const title = textIn(type.label, locale, portal.locale);
  const words = { name, reference, isAccepted, portal: textIn(portal.name, locale, portal.locale), title };
  const look = await lookOf(services, tx, portalId, locale);
  await services.outbox.write(tx, { to: email, requestId: id, look, ...mailTexts(locale).received(words) });
};

const notify = async (
  services: Services,
  tx: Transaction,
  { portal }: PortalConfig,
  type: RequestType,
  { id, portalId, reference, contact, mailbox = '' }: Received,
): Promise<void> => {
  const { locale } = portal;
  const title = textIn(type.label, locale, locale);
  const link = `${services.settings.publicUrl}/back-office/requests/${id}`;
  const { link: address, button, ...written } = mailTexts(locale).notice({ reference, title, contact, link });
  const look = { ...(await lookOf(services, tx, portalId, locale)), link: address, button };
  await services.outbox.write(tx, { to: mailbox, requestId: id, look, ...written });
};

/** Confirms a request to its customer, and announces it to the office's mailbox. */
export const tellOfSubmission = async (
  services: Services,
  tx: Transaction,
  config: PortalConfig,
  type: RequestType,
  received: Received,
): Promise<void> => {
  if (received.contact.email !== '') await confirm(services, tx, config, type, received);
  if (received.mailbox) await notify(services, tx, config, type, received);
};
