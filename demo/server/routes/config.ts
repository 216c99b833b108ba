import { Hono } from 'hono';
import { packedEncoding } from '../services/packed.js';
import type { ServedConfig } from '../services/portals.js';
import { servedTo } from '../services/served-config.js';
import type { Services } from '../services/services.js';
import { allowing, refuseClosed, type PortalEnv } from './portal.js';
import { PAGE_HEADERS } from './pages.js';

const matches = (header: string | null, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

const HEADERS = { 'Cache-Control': 'no-cache', Vary: 'Authorization, Accept-Encoding, Origin' };

/** The configuration, made small where that is made once; nothing but its tag to who has it. */
const answer = (sent: Headers, { body, etag, packed }: ServedConfig, more: Record<string, string> = {}): Response => {
  const encoding = packed && packedEncoding(sent.get('accept-encoding'));
  const headers: Record<string, string> = { ...more, ...HEADERS, ETag: encoding === undefined ? etag : `W/${etag}` };
  if (matches(sent.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  headers['Content-Type'] = 'application/json; charset=utf-8';
  if (encoding === undefined) return new Response(body, { headers });
  headers['Content-Encoding'] = encoding;
  return new Response(packed?.(encoding), { headers });
};

/** `GET /config`. */
export const configRoutes = (services: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>().get('/config', async (c) => {
    const portal = c.get('portal');
    refuseClosed(portal);
    return answer(c.req.raw.headers, await servedTo(services, portal, c.req.header('authorization')));
  });

const PATH = /^https?:\/\/[^/?#]+(\/api\/portals\/([A-Za-z0-9_-]{1,100})\/config)(?:\?|$)/;

/** The same for a guest of a portal that is in memory, without a way through all routes; nothing for every other call. */
export const quickConfig =
  ({ portals, log }: Pick<Services, 'portals' | 'log'>) =>
  ({ method, url, headers }: Request): Response | undefined => {
    const started = performance.now();
    const [, path, id = ''] = PATH.exec(url) ?? [];
    const isGuest = method === 'GET' && headers.get('authorization') === null;
    const portal = isGuest ? portals.known(id) : undefined;
    if (!portal || portal.isClosed) return undefined;
    const response = answer(headers, portal.guest, { ...PAGE_HEADERS, ...allowing(headers.get('origin'), portal) });
    log.info('call', { method, path, status: response.status, milliseconds: Math.round(performance.now() - started) });
    return response;
  };
