import { Hono } from 'hono';
import { Refusal } from '../problem.js';
import type { Services } from '../services/services.js';

const PATIENCE = 3_000;

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(reject, PATIENCE, new Error('The database is slow')).unref();
  });

/** `/health`: 200 when the database answers, 503 when it does not. */
export const healthRoutes = ({ store, log }: Services): Hono =>
  new Hono().get('/health', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await Promise.race([store.ping(), late()]);
    } catch (error) {
      log.warn('database-does-not-answer', { error });
      throw new Refusal(503, 'unavailable', 'The server cannot reach its database', { retryAfter: 5 });
    }
    return c.json({ status: 'ok' });
  });
