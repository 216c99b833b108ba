import { Hono } from 'hono';
import type { Services } from '../services/services.js';

/** `/dev/mail`: the mails sent, newest first. It is not there in production. */
export const devRoutes = ({ outbox, settings }: Services): Hono => {
  const dev = new Hono();
  if (settings.isProduction) return dev;
  return dev.get('/dev/mail', async (c) => {
    await outbox.flush();
    c.header('Cache-Control', 'no-store');
    return c.json(await outbox.sent());
  });
};
