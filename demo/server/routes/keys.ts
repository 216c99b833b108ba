import { Hono } from 'hono';
import type { Services } from '../services/services.js';
import type { PortalEnv } from './portal.js';

/** `GET /keys`: what receipts are checked with, also when the portal is closed. */
export const keyRoutes = ({ signing }: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>().get('/keys', (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.json({
      portal: c.get('portal').id,
      keys: signing.keys.map((key) => ({ ...key, use: 'sig', alg: 'EdDSA' })),
    });
  });
