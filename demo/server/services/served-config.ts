import { rememberedConfig } from './accepted-terms.js';
import { etagOf, type Portal } from './portals.js';
import type { Services } from './services.js';
import { findSession } from './sessions.js';

/** The configuration as one caller gets it, and its entity tag. */
export type ServedConfig = Pick<Portal, 'body' | 'etag'>;

/**
 * The configuration for whoever asks: where the portal remembers, a signed-in customer finds at each term what was
 * accepted before. A token that is dead gets what a guest gets.
 */
export const servedTo = async (
  services: Services,
  portal: Portal,
  authorization: string | undefined,
): Promise<ServedConfig> => {
  if (portal.config.portal.remember === undefined || authorization === undefined) return portal;
  const found = await findSession(services, portal, authorization);
  if (!found) return portal;
  const { id } = found.session.customer;
  const asking = { queryable: services.store.db, portals: services.portals, portalId: portal.id };
  const body = JSON.stringify(await rememberedConfig(asking, portal.config, id, services.clock()));
  return { body, etag: etagOf(id, body) };
};
