import { eq } from 'drizzle-orm';
import { portals } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import type { MailLook } from './mail-html.js';
import { mailLanguage } from './mails/language.js';
import type { PublishedSettings } from './portals.js';
import type { Services } from './services.js';
import { textIn } from './texts.js';

/** How the mails of a portal look under these settings, in a language. */
export const lookUnder = ({ config, office }: PublishedSettings, portalId: string, locale: string): MailLook => {
  const { name, locale: fallback } = config.portal;
  const portalName = textIn(name, locale, fallback);
  return { portalId, portalName, locale: mailLanguage(locale), colour: office.mailColour };
};

/** How the mails of a portal look now, in a language. */
export const lookOf = async (
  { portals: settings }: Pick<Services, 'portals'>,
  queryable: Queryable,
  portalId: string,
  locale: string,
): Promise<MailLook> => {
  const [row] = await queryable.select().from(portals).where(eq(portals.id, portalId));
  const current = row && (await settings.settingsOf(queryable, portalId, row.configVersion));
  if (!current) throw new Error('A portal has lost its settings');
  return lookUnder(current, portalId, locale);
};
