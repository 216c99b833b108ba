import { isAllowedOrigin } from './allowed-origin.js';
import type { Transaction } from '../store/store.js';
import { lookOf } from './letters.js';
import type { RequestRow } from './locked-request.js';
import type { Services } from './services.js';
import { statusTexts, type Occasion, type StatusMail } from './status-texts.js';
import { textIn } from './texts.js';
import { timeZoneOf } from './time-zone.js';

/** What the mail says besides what it says of the request itself. */
export interface Said {
  readonly note?: string;
  readonly link?: string;
  readonly until?: Date;
}

const dayIn = (locale: string, timeZone: string, moment: Date): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(moment);

/** Writes to the customer of a request what happened to it, in the language it was sent in; to nobody without an address. */
export const tellCustomer = async (
  services: Services,
  tx: Transaction,
  row: RequestRow,
  occasion: Occasion,
  { note, link, until }: Said = {},
): Promise<void> => {
  const config = await services.portals.configOf(tx, row.portalId, row.configVersion);
  if (!config || row.contact.email === '') return;
  const { name, locale } = config.portal;
  const mail: StatusMail = {
    name: row.contact.name,
    reference: row.reference,
    portal: textIn(name, row.locale, locale),
    title: textIn(row.title, row.locale, locale),
    ...(note ? { note } : {}),
    ...(link === undefined ? {} : { link }),
    ...(until === undefined ? {} : { until: dayIn(row.locale, timeZoneOf(config), until) }),
  };
  const { button, ...written } = statusTexts(row.locale)[occasion](mail);
  const look = { ...(await lookOf(services, tx, row.portalId, row.locale)), link, button };
  await services.outbox.write(tx, { to: row.contact.email, requestId: row.id, look, ...written });
};

const LONGEST_PAGE = 2_000;

/** The address of the page that a call came from, as far as it stands on an origin that the portal allows, or the server's own. */
export const pageOf = (
  referer: string | undefined,
  { origins, publicUrl }: { readonly origins: readonly string[]; readonly publicUrl: string },
): string | undefined => {
  if (referer === undefined || referer.length > LONGEST_PAGE || !URL.canParse(referer)) return undefined;
  const { origin, pathname, search } = new URL(referer);
  return origin === publicUrl || isAllowedOrigin(origin, origins) ? origin + pathname + search : undefined;
};

/** The page where the customer finds the form again: the one it was sent from, else the server's own site. */
export const formPage = ({ page }: RequestRow, publicUrl: string): string => page ?? `${publicUrl}/`;
