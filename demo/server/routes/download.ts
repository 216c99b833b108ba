import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { notFound } from '../problem.js';
import type { Services } from '../services/services.js';

const asAscii = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');

const asExtended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * A file that was sent with a request of this portal, always to be saved and never to be shown: whoever sent it decided
 * what is in it. Throws a 404.
 */
export const download = async (services: Services, c: Context, portalId: string, id: string): Promise<Response> => {
  const row = await services.attachments.find(id);
  if (row?.portalId !== portalId || row.requestId === null) throw notFound();
  c.header('Content-Type', 'application/octet-stream');
  c.header('Content-Length', String(row.size));
  c.header(
    'Content-Disposition',
    `attachment; filename="${asAscii(row.name)}"; filename*=UTF-8''${asExtended(row.name)}`,
  );
  c.header('Content-Security-Policy', "sandbox; default-src 'none'");
  c.header('X-Content-Type-Options', 'nosniff');
  const file = await services.attachments.read(id);
  return c.body(Readable.toWeb(file) as ReadableStream<Uint8Array>);
};
