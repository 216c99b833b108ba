import type { Queryable } from '../store/store.js';
import { invitationTexts } from './invitation-texts.js';
import { lookOf } from './letters.js';
import type { Written } from './mail-texts.js';
import type { Services } from './services.js';

/** Writes an invitation in the caller's transaction, in a language; nobody but its recipient sees what it says. */
export const mailInvitation = async (
  services: Services,
  queryable: Queryable,
  { portalId, locale, to }: { readonly portalId: string; readonly locale: string; readonly to: string },
  words: (texts: ReturnType<typeof invitationTexts>, portal: string) => Written,
): Promise<void> => {
  const look = await lookOf(services, queryable, portalId, locale);
  const { link, button, ...written } = words(invitationTexts(locale), look.portalName);
  await services.outbox.write(queryable, { to, look: { ...look, link, button, isPrivate: true }, ...written });
};

/** Counts a mail with a link against what one address may get. Throws a 429. */
export const countInvitation = ({ throttle, settings }: Services, portalId: string, email: string): Promise<void> =>
  throttle.take([{ key: ['mail', portalId, email], limit: settings.limits.mailsPerAccount }]);
