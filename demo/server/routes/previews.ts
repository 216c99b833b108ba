import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { passwordResetSchema, signInSchema } from 'portal-request-form/contract';
import { notFound, Refusal, sessionExpired } from '../problem.js';
import { findPreview, previewConfig, tryRequest, type Preview } from '../services/previews.js';
import type { Services } from '../services/services.js';
import { findAddresses, readAskedAddress } from '../services/streets.js';
import { limitBody, readJson } from './json-body.js';
import { isFromOwnPage } from './own-pages.js';

interface PreviewEnv {
  Variables: { preview: Preview };
}

/** Whoever signs in gets this; what guards a preview is the token in its path. */
const SESSION_TOKEN = 'preview';

const isGuest = (c: Context): boolean => c.req.header('authorization') === undefined;

/** Looks the preview up; refuses pages of other sites. */
const knownPreview = (services: Services) =>
  createMiddleware<PreviewEnv>(async (c, next) => {
    if (!isFromOwnPage(c, services.settings.publicUrl)) {
      throw new Refusal(403, 'forbidden', 'A preview is for pages of this server only');
    }
    const preview = await findPreview(services, c.req.param('preview') ?? '');
    if (!preview) throw notFound();
    c.set('preview', preview);
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });

const sessionRoutes = (): Hono<PreviewEnv> =>
  new Hono<PreviewEnv>()
    .post('/session', limitBody, async (c) => {
      const parsed = signInSchema.safeParse(await readJson(c));
      if (!parsed.success) throw new Refusal(400, 'invalid-request', 'This is not a way to sign in');
      const { method, email } = parsed.data;
      if (method === 'code' && parsed.data.code === undefined) return c.json({ codeSentTo: email }, 202);
      const { customer, expiresAt } = c.get('preview');
      return c.json({ token: SESSION_TOKEN, customer, expiresAt });
    })
    .get('/session', (c) => {
      if (isGuest(c)) throw sessionExpired();
      const { customer, expiresAt } = c.get('preview');
      return c.json({ customer, expiresAt });
    })
    .delete('/session', (c) => c.body(null, 204))
    .post('/password-reset', limitBody, async (c) => {
      if (!passwordResetSchema.safeParse(await readJson(c)).success) {
        throw new Refusal(400, 'invalid-request', 'An e-mail address is needed');
      }
      return c.body(null, 202);
    });

const TUS = { 'Tus-Resumable': '1.0.0' };

/** How many bytes a body has, none of which is kept. */
const drained = async (body: ReadableStream<Uint8Array> | null): Promise<number> => {
  let bytes = 0;
  for await (const piece of body ?? []) bytes += piece.byteLength;
  return bytes;
};

/** Takes files as tus does and throws them away: what a preview is tried with is nobody's. */
const fileRoutes = (): Hono<PreviewEnv> =>
  new Hono<PreviewEnv>()
    .post('/attachments', (c) => {
      const id = randomBytes(16).toString('hex');
      return c.body(null, 201, { ...TUS, Location: `${new URL(c.req.url).pathname}/${id}`, 'Upload-Offset': '0' });
    })
    .patch('/attachments/:id', async (c) => {
      const offset = Number(c.req.header('upload-offset') ?? Number.NaN);
      if (!Number.isSafeInteger(offset) || offset < 0) {
        throw new Refusal(400, 'invalid-request', 'Upload-Offset is needed');
      }
      const end = offset + (await drained(c.req.raw.body));
      return c.body(null, 204, { ...TUS, 'Upload-Offset': String(end) });
    })
    .delete('/attachments/:id', (c) => c.body(null, 204, TUS));

/** `/api/previews/{token}`: the draft of a portal, for the widget. Nothing that is sent here is kept. */
export const previewRoutes = (services: Services): Hono<PreviewEnv> => {
  const previews = new Hono<PreviewEnv>();
  previews.use(knownPreview(services));
  previews.route('/', sessionRoutes());
  previews.route('/', fileRoutes());
  return previews
    .get('/config', (c) => {
      const { body, etag } = previewConfig(c.get('preview'), isGuest(c));
      return c.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8', ETag: etag });
    })
    .post('/requests', limitBody, async (c) =>
      c.json(await tryRequest(services, c.get('preview'), await readJson(c), isGuest(c)), 201),
    )
    .get('/requests', (c) => c.json({ items: [] }))
    .get('/options/:source', async (c) => {
      const { postcode, houseNumber } = c.req.query();
      if (postcode === undefined && houseNumber === undefined) return c.json({ items: [] });
      return c.json(await findAddresses(services.store.db, readAskedAddress({ postcode, houseNumber })));
    });
};
