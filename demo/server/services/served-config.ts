import { rememberedConfig } from './accepted-terms.js';
import { etagOf, type Portal, type ServedConfig } from './portals.js';
import type { Services } from './services.js';
import { findSession } from './sessions.js';

const isSameForAll = ({ config, guest, body }: Portal): boolean =>
  config.portal.remember === undefined && guest.body === body;

/**
 * The configuration for whoever asks: a guest finds what guests may ask for, and where the portal remembers, a signed-in
 * customer finds at each term what was accepted before. A token that is dead gets what a guest gets.
 */
export const servedTo = async (
  services: Services,
  portal: Portal,
  authorization: string | undefined,
): Promise<ServedConfig> => {
  if (isSameForAll(portal)) return portal;
  const found = authorization === undefined ? undefined : await findSession(services, portal, authorization);
  if (!found) return portal.guest;
  if (portal.config.portal.remember === undefined) return portal;
  const { id } = found.session.customer;
  const asking = { queryable: services.store.db, portals: services.portals, portalId: portal.id };
  const body = JSON.stringify(await rememberedConfig(asking, portal.config, id, services.clock()));
  return { body, etag: etagOf(id, body) };
};
