import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import type { Settings } from '../settings.js';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Built by Vite; the server starts without them, and then answers 404 for pages. */
const SITE = folder('../../.build/site');
const DOCS = folder('../../.build/docs');
const BACK_OFFICE = folder('../../.build/back-office');
const DIST = folder('../../../dist');

/** Pages as other websites would write them, so nothing builds them. */
const EMBEDS = folder('../../embeds');

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Headers for every page of ours. */
export const PAGE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': POLICY,
};

/** Sets these headers; a route that needs a stricter policy sets its own. */
export const pageHeaders = createMiddleware(async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(PAGE_HEADERS)) {
    if (name !== 'Content-Security-Policy' || !headers.has(name)) headers.set(name, value);
  }
});

const isHashed = (path: string): boolean => /\/(?:chunks|assets)\/[^/]+-[\w-]{8,}\.\w+$/.test(path);

/** A name with a hash never means another file; everything else is asked for again. */
const caching = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.ok || c.res.headers.has('Cache-Control')) return;
  c.res.headers.set('Cache-Control', isHashed(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
});

/** Other sites load the widget's modules from here. */
const forEverybody = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
});

/** Looks for the folder when the first file is asked for, so that a build may come after the start. */
const folderOf = (root: string, prefix = ''): MiddlewareHandler => {
  let serve: MiddlewareHandler | undefined;
  return (c, next) => {
    if (!serve && !existsSync(root)) return next();
    serve ??= serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) });
    return serve(c, next);
  };
};

/** The back office and the built package, and for the demo a company's website and the documentation. */
export const pageRoutes = ({ isDemo }: Pick<Settings, 'isDemo'>): Hono => {
  const pages = new Hono();
  pages.use(compress(), etag(), caching);
  pages.use('/dist/*', forEverybody, folderOf(DIST, '/dist'));
  pages.get('/back-office', (c) => c.redirect('/back-office/', 308));
  pages.use('/back-office/*', folderOf(BACK_OFFICE, '/back-office'));
  pages.get('/back-office/*', async (c, next) => {
    if (/\.\w+$/.test(c.req.path) || !existsSync(BACK_OFFICE)) return next();
    return serveStatic({ root: BACK_OFFICE, path: 'index.html' })(c, next);
  });
  if (isDemo) {
    pages.get('/docs', (c) => c.redirect('/docs/', 308));
    pages.use('/docs/*', folderOf(DOCS, '/docs'));
    pages.use('/embeds/*', folderOf(EMBEDS, '/embeds'));
    pages.use('/*', folderOf(SITE));
  } else {
    pages.get('/', (c) => c.redirect('/back-office/'));
  }
  return pages;
};
