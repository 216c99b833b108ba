import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { CurrentSession } from 'portal-request-form/contract';
import { notFound, Refusal, sessionExpired } from '../problem.js';
import { isAllowedOrigin } from '../services/allowed-origin.js';
import type { Portal } from '../services/portals.js';
import { isReplyToken, type ReplyLink } from '../services/reply-link.js';
import { findSession, type Caller } from '../services/sessions.js';
import type { Services } from '../services/services.js';

/** What a route below `/api/portals/{portal}` knows about its call. */
export interface PortalEnv {
  Variables: {
    portal: Portal;
    address: string;
    /** The link to one request that the call was made with. */ link?: ReplyLink;
  };
}

const ALLOWED_METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
const TUS_HEADERS = 'Upload-Length, Upload-Offset, Upload-Metadata, Upload-Defer-Length, Upload-Concat, Tus-Resumable';
const ALLOWED_HEADERS = `Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Match, ${TUS_HEADERS}`;
const EXPOSED_HEADERS = `ETag, Location, Retry-After, Date, ${TUS_HEADERS}, Upload-Expires, Upload-Type, Tus-Version, Tus-Extension, Tus-Max-Size`;
const PREFLIGHT_SECONDS = '600';

/** The `Idempotency-Key` of a call. Throws a 400 where there is none. */
export const keyOf = (header: string | undefined): string => {
  if (header === undefined || !/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new Refusal(400, 'invalid-request', 'An Idempotency-Key of at most 200 characters is needed');
  }
  return header;
};

/** An id as it may stand in a path; anything else cannot exist. */
export const pathId = (id: string | undefined): string => {
  if (id === undefined || !/^[A-Za-z0-9_-]{1,100}$/.test(id)) throw notFound();
  return id;
};

const LONGEST_QUERY = 200;

/** What somebody is looking for; no database takes a NUL. */
export const queryText = (given: string | undefined): string =>
  (given ?? '').replaceAll('\0', '').slice(0, LONGEST_QUERY);

const allowed = (origin: string) => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
});

/** The headers that let a website read an answer, where the portal allows it; none otherwise. */
export const allowing = (origin: string | undefined, { office: { origins } }: Pick<Portal, 'office'>) =>
  origin !== undefined && isAllowedOrigin(origin, origins) ? allowed(origin) : {};

const isPreflight = (c: Context): boolean =>
  c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;

/**
 * Answers preflights, and lets the origins that the portal allows read every answer: refusals too, and also the one that
 * says that the database is gone.
 */
export const crossOrigin = ({ portals }: Services) =>
  createMiddleware<PortalEnv>(async (c, next) => {
    const id = c.req.param('portal') ?? '';
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && isAllowedOrigin(origin, await portals.origins(id));
    if (isPreflight(c)) {
      c.res = new Response(null, { status: 204 });
      c.res.headers.set('Access-Control-Allow-Methods', ALLOWED_METHODS);
      c.res.headers.set('Access-Control-Allow-Headers', ALLOWED_HEADERS);
      c.res.headers.set('Access-Control-Max-Age', PREFLIGHT_SECONDS);
    } else {
      await next();
    }
    const { headers } = c.res;
    if (!/\bOrigin\b/.test(headers.get('Vary') ?? '')) headers.append('Vary', 'Origin');
    if (isAllowed) for (const [name, value] of Object.entries(allowed(origin))) headers.set(name, value);
  });

/** Looks the portal up; refuses calls to one that does not exist. */
export const knownPortal = ({ portals }: Services) =>
  createMiddleware<PortalEnv>(async (c, next) => {
    const portal = await portals.find(pathId(c.req.param('portal')));
    if (!portal) throw notFound();
    c.set('portal', portal);
    await next();
  });

/** Refuses calls to a portal that the office has closed. */
export const refuseClosed = ({ isClosed }: Portal): void => {
  if (isClosed) throw new Refusal(503, 'portal-closed', 'This portal takes no requests now');
};

export const callerOf = (c: Context<PortalEnv>): Caller => ({
  address: c.get('address'),
  authorization: c.req.header('authorization'),
  acceptLanguage: c.req.header('accept-language'),
});

/** The session of the caller; undefined for a guest, who sends no token. Throws a 401 for a token that is dead. */
export const optionalSession = async (
  services: Services,
  c: Context<PortalEnv>,
): Promise<CurrentSession | undefined> => {
  const authorization = c.req.header('authorization');
  if (authorization === undefined || isReplyToken(authorization)) return undefined;
  const found = await findSession(services, c.get('portal'), authorization);
  if (!found) throw sessionExpired();
  return found.session;
};

/** The session of the caller. Throws a 401 when there is none. */
export const requiredSession = async (services: Services, c: Context<PortalEnv>): Promise<CurrentSession> => {
  const session = await optionalSession(services, c);
  if (!session) throw sessionExpired();
  return session;
};
