import { Hono } from 'hono';
import { OPTION_SOURCES } from 'portal-request-form/contract';
import { notFound } from '../problem.js';
import { listOptions } from '../services/options.js';
import type { Services } from '../services/services.js';
import { findAddresses, readAskedAddress } from '../services/streets.js';
import { queryText, refuseClosed, requiredSession, type PortalEnv } from './portal.js';

/** `/options/{source}`: what the signed-in customer can choose from, and for everyone the Dutch addresses. */
export const optionRoutes = (services: Services): Hono<PortalEnv> => {
  const { throttle, settings, store } = services;
  return new Hono<PortalEnv>().get('/options/:source', async (c) => {
    const portal = c.get('portal');
    refuseClosed(portal);
    const source = OPTION_SOURCES.find((one) => one === c.req.param('source'));
    if (!source) throw notFound();
    c.header('Cache-Control', 'no-store');
    const { postcode, houseNumber, query, cursor } = c.req.query();
    if (source === 'addresses' && (postcode !== undefined || houseNumber !== undefined)) {
      const asked = readAskedAddress({ postcode, houseNumber });
      const limit = settings.limits.addressLookupsPerClient;
      await throttle.take([{ key: ['address', portal.id, c.get('address')], limit }]);
      return c.json(await findAddresses(store.db, asked));
    }
    const ofLink = c.get('link')?.customerId;
    const customerId = ofLink ?? (await requiredSession(services, c)).customer.id;
    return c.json(await listOptions(store.db, customerId, source, { query: queryText(query), cursor }));
  });
};
