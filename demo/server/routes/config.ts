import { Hono } from 'hono';
import { refuseClosed, type PortalEnv } from './portal.js';

const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);

/** `GET /config`. */
export const configRoutes = (): Hono<PortalEnv> =>
  new Hono<PortalEnv>().get('/config', (c) => {
    const { etag, body, ...portal } = c.get('portal');
    refuseClosed({ etag, body, ...portal });
    c.header('ETag', etag);
    c.header('Vary', 'Authorization');
    c.header('Cache-Control', 'no-cache');
    if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    c.header('Content-Type', 'application/json; charset=utf-8');
    return c.body(body);
  });
