import { Hono } from 'hono';
import { servedTo } from '../services/served-config.js';
import type { Services } from '../services/services.js';
import { refuseClosed, type PortalEnv } from './portal.js';

const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);

/** `GET /config`. */
export const configRoutes = (services: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>().get('/config', async (c) => {
    const portal = c.get('portal');
    refuseClosed(portal);
    const { etag, body } = await servedTo(services, portal, c.req.header('authorization'));
    c.header('ETag', etag);
    c.header('Vary', 'Authorization');
    c.header('Cache-Control', 'no-cache');
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    c.header('Content-Type', 'application/json; charset=utf-8');
    return c.body(body);
  });
