import type { IncomingMessage, ServerResponse } from 'node:http';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { answerProblem, notFound, refusalOf, type Refusal } from './problem.js';
import { roomToWrite } from './room.js';
import { attachmentRoutes } from './routes/attachments.js';
import { configRoutes, quickConfig } from './routes/config.js';
import { devRoutes } from './routes/dev.js';
import { draftRoutes } from './routes/drafts.js';
import { handoverRoutes, onlyItsDraft } from './routes/handover.js';
import { healthRoutes } from './routes/health.js';
import { keyRoutes } from './routes/keys.js';
import { invitationRoutes } from './routes/invitations.js';
import { officeRoutes } from './routes/office/index.js';
import { openApiRoutes } from './routes/openapi.js';
import { optionRoutes } from './routes/options.js';
import { pageHeaders, pageRoutes } from './routes/pages.js';
import { crossOrigin, knownPortal, type PortalEnv } from './routes/portal.js';
import { previewRoutes } from './routes/previews.js';
import { onlyItsRequest, replyRoutes } from './routes/replies.js';
import { requestRoutes } from './routes/requests.js';
import { resetRoutes } from './routes/reset.js';
import { sessionRoutes } from './routes/session.js';
import { createAddressOf } from './services/caller.js';
import { createServices, type Foundation, type Services } from './services/services.js';

/** Whoever knows the token of a preview can see it, so the log does not. */
const PREVIEW_TOKEN = /^(\/api\/previews\/)[^/]+/;

export interface App {
  readonly app: Hono<PortalEnv>;
  readonly fetch: Hono['fetch'];
  /** Answers at once what needs nothing but memory; false for everything else, which is for `fetch`. */
  readonly quick: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
  readonly services: Services;
}

const connectionAddress = (c: Context): string | undefined =>
  (c.env as { incoming?: unknown } | undefined)?.incoming ? getConnInfo(c).remote.address : undefined;

/** A mistake of the server's own is 503 when the cause is that the database is gone. */
const explain = async ({ store }: Services, error: unknown): Promise<Refusal> => {
  const refusal = refusalOf(error);
  if (refusal.status !== 500) return refusal;
  try {
    await store.ping();
    return refusal;
  } catch (cause) {
    return refusalOf(cause);
  }
};

/** The contract, below `/api/portals/{portal}`. */
const portalRoutes = (services: Services): Hono<PortalEnv> => {
  const portal = new Hono<PortalEnv>();
  portal.use(
    crossOrigin(services),
    roomToWrite(services),
    knownPortal(services),
    onlyItsDraft(services),
    onlyItsRequest(services),
  );
  portal.route('/', configRoutes(services));
  portal.route('/', keyRoutes(services));
  portal.route('/', sessionRoutes(services));
  portal.route('/', requestRoutes(services));
  portal.route('/', replyRoutes(services));
  portal.route('/', draftRoutes(services));
  portal.route('/', handoverRoutes(services));
  portal.route('/', optionRoutes(services));
  portal.route('/', attachmentRoutes(services));
  return portal;
};

/**
 * The reference server as a Hono app that listens nowhere yet. Mail leaves when the outbox is woken or, once
 * `services.outbox.start()` was called, by itself.
 */
export const createApp = (foundation: Foundation): App => {
  const services = createServices(foundation);
  const { log, settings } = foundation;
  const addressOf = createAddressOf(settings.trustedProxies);
  const app = new Hono<PortalEnv>();

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('address', addressOf(connectionAddress(c), c.req.header('x-forwarded-for')));
    await next();
    const { method, path } = c.req;
    log.info('call', {
      method,
      path: path.replace(PREVIEW_TOKEN, '$1…'),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  app.use(pageHeaders);

  app.route('/api/portals/:portal', portalRoutes(services));
  app.route('/api/previews/:preview', previewRoutes(services));
  app.use('/api/office/*', roomToWrite(services));
  app.route('/api/office', officeRoutes(services));
  app.route('/', openApiRoutes(services));
  app.route('/', healthRoutes(services));
  app.route('/', devRoutes(services));
  app.route('/', resetRoutes(services));
  app.route('/', invitationRoutes(services));
  app.route('/', pageRoutes(settings));

  app.notFound((c) => answerProblem(c, notFound()));
  app.onError(async (error, c) => {
    const refusal = await explain(services, error);
    if (refusal.status === 500) log.error('mistake', { error });
    return answerProblem(c, refusal);
  });
  return { app, fetch: app.fetch, quick: quickConfig(services), services };
};
