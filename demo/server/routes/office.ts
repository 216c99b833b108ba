import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod/mini';
import { REQUEST_STATUSES, type RequestStatus } from 'portal-request-form/contract';
import { Refusal, sessionExpired } from '../problem.js';
import { acceptRequest, declineRequest, type Clerk } from '../services/office-decisions.js';
import { checkOfficeReceipt } from '../services/office-receipts.js';
import { findOfficeRequest, listOfficeRequests } from '../services/office-requests.js';
import { findWorkOrder, listWorkOrders } from '../services/office-work-orders.js';
import type { Services } from '../services/services.js';
import { findStaff, signInStaff, signOutStaff } from '../services/staff-sessions.js';
import { download } from './download.js';
import { limitBody, readJson } from './json-body.js';
import { pathId, queryText } from './portal.js';

interface OfficeEnv {
  Variables: { address: string; clerk: Clerk };
}

const COOKIE = 'office_session';
const PATH = '/api/office';

const credentialsSchema = z.strictObject({
  email: z.string().check(z.minLength(1), z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** Refuses writes that another site's page makes a browser send. */
const sameOrigin = (publicUrl: string) =>
  createMiddleware(async (c, next) => {
    const origin = c.req.header('origin');
    const host = c.req.header('host');
    const isOwn =
      origin === undefined || origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
    if (!isSafe(c.req.method) && (!isOwn || c.req.header('sec-fetch-site') === 'cross-site')) {
      throw new Refusal(403, 'forbidden', 'This call came from another site');
    }
    await next();
  });

const pageOf = (text: string | undefined): number => {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
};

const statusOf = (text: string | undefined): RequestStatus | undefined => {
  if (!text) return undefined;
  const status = REQUEST_STATUSES.find((one) => one === text);
  if (!status) throw new Refusal(400, 'invalid-request', 'There is no such status');
  return status;
};

const sessionRoutes = (services: Services): Hono<OfficeEnv> => {
  const secure = services.settings.publicUrl.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'Strict', secure, path: PATH } as const;
  return new Hono<OfficeEnv>()
    .post('/session', limitBody, async (c) => {
      const parsed = credentialsSchema.safeParse(await readJson(c));
      if (!parsed.success) throw new Refusal(400, 'invalid-request', 'An e-mail address and a password are needed');
      const { token, session } = await signInStaff(services, parsed.data, c.get('address'));
      setCookie(c, COOKIE, token, { ...cookie, expires: new Date(session.expiresAt) });
      return c.json(session);
    })
    .get('/session', async (c) => {
      const found = await findStaff(services, getCookie(c, COOKIE) ?? '');
      return found ? c.json(found.session) : c.body(null, 204);
    })
    .delete('/session', async (c) => {
      await signOutStaff(services, getCookie(c, COOKIE) ?? '');
      deleteCookie(c, COOKIE, cookie);
      return c.body(null, 204);
    });
};

const workRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/requests', async (c) => {
      const filter = {
        query: queryText(c.req.query('query')),
        status: statusOf(c.req.query('status')),
        page: pageOf(c.req.query('page')),
      };
      return c.json(await listOfficeRequests(services, c.get('clerk'), filter));
    })
    .get('/requests/:id', async (c) =>
      c.json(await findOfficeRequest(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/requests/:id/accept', async (c) =>
      c.json(await acceptRequest(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/requests/:id/decline', limitBody, async (c) => {
      const { reason } = await readJson(c);
      await declineRequest(services, c.get('clerk'), pathId(c.req.param('id')), reason);
      return c.json({});
    })
    .post('/requests/:id/receipt-checks', limitBody, async (c) =>
      c.json(await checkOfficeReceipt(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c))),
    )
    .get('/work-orders', async (c) => {
      const filter = { query: queryText(c.req.query('query')), page: pageOf(c.req.query('page')) };
      return c.json(await listWorkOrders(services, c.get('clerk'), filter));
    })
    .get('/work-orders/:id', async (c) =>
      c.json(await findWorkOrder(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .get('/attachments/:id', (c) => download(services, c, c.get('clerk').portalId, pathId(c.req.param('id'))));

/** `/api/office`, for the demo's back office: a session cookie of staff, and only from its own pages. */
export const officeRoutes = (services: Services): Hono<OfficeEnv> => {
  const office = new Hono<OfficeEnv>();
  office.use(sameOrigin(services.settings.publicUrl), async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  office.route('/', sessionRoutes(services));
  office.use(async (c, next) => {
    const found = await findStaff(services, getCookie(c, COOKIE) ?? '');
    if (!found) throw sessionExpired();
    c.set('clerk', found.clerk);
    await next();
  });
  office.route('/', workRoutes(services));
  return office;
};
