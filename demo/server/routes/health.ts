import { Hono } from 'hono';
import { Refusal } from '../problem.js';
import { refuseWithoutRoom } from '../room.js';
import type { Services } from '../services/services.js';

const PATIENCE = 3_000;

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(reject, PATIENCE, new Error('The database is slow')).unref();
  });

/**
 * `/health`: 200 when requests can be kept, 503 when the database does not answer or the disk is full. `/health/live`:
 * 200 as long as the process answers at all; starting it again mends nothing that `/health` complains of.
 */
export const healthRoutes = (services: Services): Hono =>
  new Hono()
    .use('/health/*', async (c, next) => {
      c.header('Cache-Control', 'no-store');
      await next();
    })
    .get('/health/live', (c) => c.json({ status: 'ok' }))
    .get('/health', async (c) => {
      try {
        await Promise.race([services.store.ping(), late()]);
      } catch (error) {
        services.log.warn('database-does-not-answer', { error });
        throw new Refusal(503, 'unavailable', 'The server cannot reach its database', { retryAfter: 5 });
      }
      await refuseWithoutRoom(services);
      return c.json({ status: 'ok' });
    });
