import type { IncomingHttpHeaders } from 'node:http';
import { Hono } from 'hono';
import type { App } from '../app.js';
import { createPacked, packedEncoding } from '../services/packed.js';
import type { Portal, ServedConfig } from '../services/portals.js';
import { remember } from '../services/remember.js';
import { servedTo } from '../services/served-config.js';
import type { Services } from '../services/services.js';
import { allowing, refuseClosed, type PortalEnv } from './portal.js';
import { PAGE_HEADERS } from './pages.js';

const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

const HEADERS = { 'Cache-Control': 'no-cache', Vary: 'Authorization, Accept-Encoding, Origin' };

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** The configuration, made small where that is made once; nothing but its tag to who has it. */
const answer = (sent: IncomingHttpHeaders, { body, etag, packed }: ServedConfig): Answer => {
  const encoding = packed ? packedEncoding(sent['accept-encoding']) : 'identity';
  const isSmall = encoding !== 'identity';
  const headers: Record<string, string> = { ...HEADERS, ETag: isSmall ? `W/${etag}` : etag };
  if (matches(sent['if-none-match'], etag)) return { status: 304, headers, body: null };
  headers['Content-Type'] = 'application/json; charset=utf-8';
  if (isSmall) headers['Content-Encoding'] = encoding;
  const bytes = (packed ?? createPacked(body))(encoding);
  headers['Content-Length'] = String(bytes.length);
  return { status: 200, headers, body: bytes };
};

/** `GET /config`. */
export const configRoutes = (services: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>().get('/config', async (c) => {
    const portal = c.get('portal');
    refuseClosed(portal);
    const served = await servedTo(services, portal, c.req.header('authorization'));
    const { body, ...told } = answer(c.req.header(), served);
    return new Response(body, told);
  });

const PATH = /^(\/api\/portals\/([A-Za-z0-9_-]{1,100})\/config)(?:\?|$)/;

/** Kept of each configuration: what differs by website, by browser, and by what it has already. */
const MOST_ANSWERS = 50;

/** Makes each answer to guests of a portal once, with all its headers, for as long as that portal is in memory. */
const createAnswers = (): ((portal: Portal, sent: IncomingHttpHeaders) => Answer) => {
  const made = new WeakMap<Portal, Map<string, Answer>>();
  return (portal, sent) => {
    const answers = made.get(portal) ?? new Map<string, Answer>();
    made.set(portal, answers);
    const name = JSON.stringify([sent.origin, sent['accept-encoding'], sent['if-none-match']]);
    const known = answers.get(name);
    if (known) return known;
    const { headers, ...rest } = answer(sent, portal.guest);
    const prepared = { ...rest, headers: { ...headers, ...PAGE_HEADERS, ...allowing(sent.origin, portal) } };
    remember(answers, name, prepared, MOST_ANSWERS);
    return prepared;
  };
};

/**
 * Answers the same to a guest of a portal that is in memory, without a way through all routes; false for every other call,
 * which is left as it is.
 */
export const quickConfig = ({ portals, log }: Pick<Services, 'portals' | 'log'>): App['quick'] => {
  const answers = createAnswers();
  return ({ method, url = '', headers: sent }, outgoing) => {
    const started = performance.now();
    const [, path, id = ''] = PATH.exec(url) ?? [];
    const isGuest = method === 'GET' && sent.authorization === undefined;
    const portal = isGuest ? portals.known(id) : undefined;
    if (!portal || portal.isClosed) return false;
    const { status, headers, body } = answers(portal, sent);
    outgoing.writeHead(status, headers).end(body);
    log.info('call', { method, path, status, milliseconds: Math.round(performance.now() - started) });
    return true;
  };
};
