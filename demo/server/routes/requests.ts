import { Hono } from 'hono';
import { sessionExpired } from '../problem.js';
import { addMessage } from '../services/messages.js';
import { pageOf } from '../services/request-mail.js';
import { findRequest, findRequestByLink, listRequests } from '../services/request-queries.js';
import type { Services } from '../services/services.js';
import { createSubmit } from '../services/submit.js';
import { limitBody, readJson } from './json-body.js';
import { keyOf, optionalSession, pathId, queryText, refuseClosed, requiredSession, type PortalEnv } from './portal.js';

/** `/requests`. */
export const requestRoutes = (services: Services): Hono<PortalEnv> => {
  const submit = createSubmit(services);
  return new Hono<PortalEnv>()
    .post('/requests', limitBody, async (c) => {
      const portal = c.get('portal');
      refuseClosed(portal);
      const session = await optionalSession(services, c);
      if (!session && !portal.config.access.guests) throw sessionExpired();
      const key = keyOf(c.req.header('idempotency-key'));
      const limit = services.settings.limits.guestPostsPerClient;
      if (!session) await services.throttle.take([{ key: ['guest-post', portal.id, c.get('address')], limit }]);
      const body = await readJson(c);
      const { receipt, isReplay } = await submit({
        ...{ portal, customer: session?.customer, key, body },
        page: pageOf(c.req.header('referer'), {
          origins: await services.portals.origins(portal.id),
          publicUrl: services.settings.publicUrl,
        }),
      });
      c.header('Cache-Control', 'no-store');
      c.header('Location', `${new URL(c.req.url).pathname}/${receipt.id}`);
      return c.json(receipt, isReplay ? 200 : 201);
    })
    .get('/requests', async (c) => {
      const { customer } = await requiredSession(services, c);
      const { cursor, about, open } = c.req.query();
      const wanted = { cursor, about: about && queryText(about), isOpen: open === 'true' };
      c.header('Cache-Control', 'no-store');
      return c.json(await listRequests(services.store.db, c.get('portal').id, customer.id, wanted));
    })
    .post('/requests/:id/messages', limitBody, async (c) => {
      const portal = c.get('portal');
      refuseClosed(portal);
      const { customer } = await requiredSession(services, c);
      const requestId = pathId(c.req.param('id'));
      const key = keyOf(c.req.header('idempotency-key'));
      const limit = services.settings.limits.messagesPerCustomer;
      await services.throttle.take([{ key: ['message', customer.id], limit }]);
      const body = await readJson(c);
      const sent = { portalId: portal.id, customerId: customer.id, requestId, key, body };
      const { entry, isReplay } = await addMessage(services, sent);
      c.header('Cache-Control', 'no-store');
      return c.json(entry, isReplay ? 200 : 201);
    })
    .get('/requests/:id', async (c) => {
      c.header('Cache-Control', 'no-store');
      const link = c.get('link');
      if (link) return c.json(await findRequestByLink(services, c.get('portal').id, link.requestId));
      const { customer } = await requiredSession(services, c);
      return c.json(await findRequest(services, c.get('portal').id, customer.id, pathId(c.req.param('id'))));
    });
};
