import type { Context } from 'hono';

const isOwnOrigin = (origin: string, host: string | undefined, publicUrl: string): boolean =>
  origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);

/** Whether a call that a browser made came from a page of this server; a caller that does not say is no browser. */
export const isFromOwnPage = (c: Context, publicUrl: string): boolean => {
  const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')];
  const isOwn = origin === undefined || isOwnOrigin(origin, c.req.header('host'), publicUrl);
  return isOwn && site !== 'cross-site';
};
