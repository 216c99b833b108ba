import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { Refusal, sessionExpired } from '../../problem.js';
import type { Services } from '../../services/services.js';
import { findStaff } from '../../services/staff-sessions.js';
import { isFromOwnPage } from '../own-pages.js';
import { askingRoutes } from './asking.js';
import { auditRoutes } from './audit.js';
import { customerImportRoutes } from './customer-imports.js';
import { customerRoutes } from './customers.js';
import type { OfficeEnv } from './env.js';
import { deliveryRoutes } from './deliveries.js';
import { eventRoutes } from './events.js';
import { exportRoutes } from './exports.js';
import { privacyRoutes } from './privacy.js';
import { portalRoutes } from './portals.js';
import { requestRoutes } from './requests.js';
import { samePortal } from './same-portal.js';
import { COOKIE, sessionRoutes } from './session.js';
import { settingsRoutes } from './settings.js';
import { staffRoutes } from './staff.js';
import { workOrderRoutes } from './work-orders.js';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** Refuses writes that another site's page makes a browser send. */
const sameOrigin = (publicUrl: string) =>
  createMiddleware(async (c, next) => {
    if (!isSafe(c.req.method) && !isFromOwnPage(c, publicUrl)) {
      throw new Refusal(403, 'forbidden', 'This call came from another site');
    }
    await next();
  });

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
    c.set('sessionId', found.sessionId);
    await next();
  }, samePortal);
  office.route('/', requestRoutes(services));
  office.route('/', askingRoutes(services));
  office.route('/', eventRoutes(services));
  office.route('/', exportRoutes(services));
  office.route('/', workOrderRoutes(services));
  office.route('/', settingsRoutes(services));
  office.route('/', deliveryRoutes(services));
  office.route('/', customerRoutes(services));
  office.route('/', customerImportRoutes(services));
  office.route('/', staffRoutes(services));
  office.route('/', portalRoutes(services));
  office.route('/', auditRoutes(services));
  office.route('/', privacyRoutes(services));
  return office;
};
