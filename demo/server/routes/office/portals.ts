import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionExpired } from '../../problem.js';
import type { Services } from '../../services/services.js';
import { createPortal, listStaffPortals, switchPortal } from '../../services/staff-portals.js';
import { findStaff } from '../../services/staff-sessions.js';
import { limitBody, readJson } from '../json-body.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';
import { COOKIE } from './session.js';

/** Which portals somebody works for, and which one now. */
export const portalRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/portals', async (c) => c.json({ items: await listStaffPortals(services, c.get('clerk')) }))
    .post('/portals', managersOnly, limitBody, async (c) =>
      c.json(await createPortal(services, c.get('clerk'), await readJson(c)), 201),
    )
    .post('/session/portal', limitBody, async (c) => {
      const { id } = await readJson(c);
      await switchPortal(services, c.get('clerk'), c.get('sessionId'), id);
      const found = await findStaff(services, getCookie(c, COOKIE) ?? '');
      if (!found) throw sessionExpired();
      return c.json(found.session);
    });
