import { Hono } from 'hono';
import { notFound } from '../problem.js';
import type { Services } from '../services/services.js';

/** Mails style themselves at each element, and load nothing. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** `/dev/mail`: the mails sent, newest first, and below it their HTML, from `0.html`. It is not there in production. */
export const devRoutes = ({ outbox, settings }: Services): Hono => {
  const dev = new Hono();
  if (settings.isProduction) return dev;
  dev.get('/dev/mail/:file{\\d{1,4}\\.html}', async (c) => {
    await outbox.flush('mail');
    const html = await outbox.sentHtml(Number.parseInt(c.req.param('file'), 10));
    if (html === undefined) throw notFound();
    c.header('Cache-Control', 'no-store');
    c.header('Content-Security-Policy', MAIL_POLICY);
    return c.html(html);
  });
  return dev.get('/dev/mail', async (c) => {
    await outbox.flush('mail');
    c.header('Cache-Control', 'no-store');
    return c.json(await outbox.sent());
  });
};
