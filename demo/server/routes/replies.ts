import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Refusal, sessionExpired } from '../problem.js';
import { findReplyLink, isReplyToken } from '../services/reply-link.js';
import { reply } from '../services/replies.js';
import type { Services } from '../services/services.js';
import { withdraw } from '../services/withdrawal.js';
import { limitBody, readJson } from './json-body.js';
import { keyOf, pathId, refuseClosed, requiredSession, type PortalEnv } from './portal.js';

/** What a link to one request may call, below the portal; `{request}` is the id of that request. */
const ALLOWED: readonly (readonly [methods: string, path: string])[] = [
  ['GET', '/config'],
  ['GET', '/requests/{request}'],
  ['POST', '/requests/{request}/replies'],
  ['GET', '/options/*'],
  ['POST', '/attachments'],
  ['HEAD PATCH DELETE', '/attachments/*'],
];

const isAllowed = (method: string, path: string, request: string): boolean =>
  ALLOWED.some(([methods, pattern]) => {
    const isPath = pattern.endsWith('/*')
      ? path.startsWith(pattern.slice(0, -1)) && !path.slice(pattern.length - 1).includes('/')
      : path === pattern.replace('{request}', request);
    return isPath && methods.split(' ').includes(method);
  });

/** Refuses everything but its own request to whoever has a link to one; what is not listed is forbidden. */
export const onlyItsRequest = (services: Services) =>
  createMiddleware<PortalEnv>(async (c, next) => {
    const authorization = c.req.header('authorization');
    if (isReplyToken(authorization)) {
      const portal = c.get('portal');
      const tries = [
        { key: ['reply-link', portal.id, c.get('address')], limit: services.settings.limits.linkTriesPerClient },
      ];
      await services.throttle.take(tries);
      const link = await findReplyLink(services, portal, authorization);
      await services.throttle.giveBack(tries);
      const path = c.req.path.slice(`/api/portals/${portal.id}`.length);
      if (!isAllowed(c.req.method, path, link.requestId))
        throw new Refusal(403, 'forbidden', 'This link is good for one request only');
      if (link.isClosed && !path.endsWith('/replies')) throw sessionExpired();
      c.set('link', link);
    }
    await next();
  });

/** What the customer does with a request that was sent: `/requests/{id}/replies` and `/requests/{id}/withdraw`. */
export const replyRoutes = (services: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>()
    .post('/requests/:id/replies', limitBody, async (c) => {
      const portal = c.get('portal');
      refuseClosed(portal);
      const link = c.get('link');
      const replier = link
        ? { questionId: link.questionId }
        : { customerId: (await requiredSession(services, c)).customer.id };
      const requestId = pathId(c.req.param('id'));
      const key = keyOf(c.req.header('idempotency-key'));
      const limit = services.settings.limits.messagesPerCustomer;
      await services.throttle.take([{ key: ['reply', requestId], limit }]);
      const body = await readJson(c);
      const { receipt, isReplay } = await reply(services, { portalId: portal.id, replier, requestId, key, body });
      c.header('Cache-Control', 'no-store');
      return c.json(receipt, isReplay ? 200 : 201);
    })
    .post('/requests/:id/withdraw', async (c) => {
      const portal = c.get('portal');
      const { customer } = await requiredSession(services, c);
      const requestId = pathId(c.req.param('id'));
      c.header('Cache-Control', 'no-store');
      return c.json(await withdraw(services, { portalId: portal.id, customerId: customer.id, requestId }));
    });
