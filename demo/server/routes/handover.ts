import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { takeHandoverSchema } from 'portal-request-form/contract';
import { Refusal, sessionExpired } from '../problem.js';
import { draftOfToken, handDraftOver, isHandoverToken, takeOverDraft } from '../services/handover.js';
import type { Services } from '../services/services.js';
import { findOwnSession, findSession } from '../services/sessions.js';
import { limitBody, readJson } from './json-body.js';
import { pathId, refuseClosed, type PortalEnv } from './portal.js';

/** What a device may call that goes on with one draft, below the portal; `{draft}` is the id of that draft. */
const ALLOWED: readonly (readonly [methods: string, path: string])[] = [
  ['GET', '/config'],
  ['GET DELETE', '/session'],
  ['GET PUT', '/drafts/{draft}'],
  ['GET', '/options/*'],
  ['POST', '/attachments'],
  ['HEAD PATCH DELETE', '/attachments/*'],
];

const isAllowed = (method: string, path: string, draft: string): boolean =>
  ALLOWED.some(([methods, pattern]) => {
    const isPath = pattern.endsWith('/*')
      ? path.startsWith(pattern.slice(0, -1)) && !path.slice(pattern.length - 1).includes('/')
      : path === pattern.replace('{draft}', draft);
    return isPath && methods.split(' ').includes(method);
  });

/** Refuses everything but its own draft to a device that goes on with one draft; what is not listed is forbidden. */
export const onlyItsDraft = (services: Services) =>
  createMiddleware<PortalEnv>(async (c, next) => {
    const authorization = c.req.header('authorization');
    if (isHandoverToken(authorization)) {
      const portal = c.get('portal');
      const draft = await draftOfToken(services, portal, authorization);
      const path = c.req.path.slice(`/api/portals/${portal.id}`.length);
      if (!isAllowed(c.req.method, path, draft))
        throw new Refusal(403, 'forbidden', 'This device goes on with one draft only');
    }
    await next();
  });

/** Handing a draft over to another device: `/drafts/{id}/handover` and `/handover`. */
export const handoverRoutes = (services: Services): Hono<PortalEnv> => {
  const { throttle, settings } = services;
  return new Hono<PortalEnv>()
    .post('/drafts/:id/handover', async (c) => {
      c.header('Cache-Control', 'no-store');
      const portal = c.get('portal');
      refuseClosed(portal);
      const found = await findOwnSession(services, portal, c.req.header('authorization') ?? '');
      if (!found) throw sessionExpired();
      const customerId = found.session.customer.id;
      await throttle.take([{ key: ['handover', customerId], limit: settings.limits.handoversPerCustomer }]);
      return c.json(await handDraftOver(services, { portal, customerId }, pathId(c.req.param('id')), found.id), 201);
    })
    .post('/handover', limitBody, async (c) => {
      c.header('Cache-Control', 'no-store');
      const portal = c.get('portal');
      refuseClosed(portal);
      const tries = [
        { key: ['handover-try', portal.id, c.get('address')], limit: settings.limits.handoverTriesPerClient },
      ];
      await throttle.take(tries);
      const parsed = takeHandoverSchema.safeParse(await readJson(c));
      if (!parsed.success) throw new Refusal(400, 'invalid-request', 'A code is needed');
      const token = await takeOverDraft(services, portal, parsed.data.code);
      const found = await findSession(services, portal, `Bearer ${token}`);
      if (!found) throw sessionExpired(); // the draft was sent at this very moment
      await throttle.giveBack(tries);
      return c.json({ token, ...found.session });
    });
};
