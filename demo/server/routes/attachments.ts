import { Hono, type Context } from 'hono';
import type { ProblemCode } from 'portal-request-form/contract';
import { notFound, problemOf, Refusal, sessionExpired } from '../problem.js';
import { TYPE_HEADER, type AttachmentRow } from '../services/attachments.js';
import { isOfOtherDraft } from '../services/handover.js';
import type { Portal } from '../services/portals.js';
import type { Services } from '../services/services.js';
import { optionalSession, pathId, refuseClosed, type PortalEnv } from './portal.js';

const CODES: Record<number, ProblemCode> = {
  404: 'not-found',
  410: 'not-found',
  413: 'too-large',
  415: 'unsupported-file',
  423: 'in-progress',
};

/** Headers of tus's own idea of cross-origin access; ours is set for the whole portal. */
const FOREIGN = ['access-control-allow-origin', 'access-control-expose-headers', 'access-control-allow-credentials'];

const isFailure = (status: number): boolean => status >= 400;

/** The answer of tus with its refusals as problems, under the status that tus chose. */
const asProblem = async (answer: Response, method: string): Promise<Response> => {
  const headers = new Headers(answer.headers);
  for (const name of FOREIGN) headers.delete(name);
  headers.set('Cache-Control', 'no-store');
  if (!isFailure(answer.status) || method === 'HEAD')
    return new Response(answer.body, { status: answer.status, headers });
  const code = CODES[answer.status] ?? (answer.status >= 500 ? 'unavailable' : 'invalid-request');
  const title = answer.status >= 500 ? 'The file could not be kept' : (await answer.text()).trim();
  const problem = { ...problemOf(new Refusal(400, code, title)), status: answer.status };
  headers.delete('content-length');
  headers.set('Content-Type', 'application/problem+json; charset=utf-8');
  return new Response(JSON.stringify(problem), { status: answer.status, headers });
};

/** A link to one request has none of the customer's drafts. */
const NO_DRAFT = '';

interface Uploading {
  readonly customerId: string | undefined;
  /** The only draft whose files may be touched. */
  readonly draft: string | undefined;
}

/** Who calls; no customer for a guest. Throws a 401 where guests may not upload. */
const uploaderOf = async (services: Services, c: Context<PortalEnv>): Promise<Uploading> => {
  const link = c.get('link');
  if (link) return { customerId: link.customerId, draft: link.customerId && NO_DRAFT };
  const session = await optionalSession(services, c);
  if (!session && !c.get('portal').config.access.guests) throw sessionExpired();
  return { customerId: session?.customer.id, draft: session?.draft };
};

/** An attachment that the caller may touch: a guest's belongs to whoever knows its id. Throws a 404 for any other. */
const own = async (
  services: Services,
  c: Context<PortalEnv>,
  { customerId, draft }: Uploading,
): Promise<AttachmentRow> => {
  const row = await services.attachments.find(pathId(c.req.param('id')));
  const isOwn = row?.portalId === c.get('portal').id && (row.customerId === null || row.customerId === customerId);
  if (!isOwn) throw notFound();
  if (
    customerId !== undefined &&
    draft !== undefined &&
    (await isOfOtherDraft(services, { customerId, draft }, row.id))
  )
    throw notFound();
  return row;
};

const isWhole = ({ headers }: Response): boolean =>
  headers.has('upload-length') && headers.get('upload-offset') === headers.get('upload-length');

/**
 * What a HEAD says of a file: the judged type too once it is whole. It may have become whole without being judged, when
 * the server stopped right then; a file that does not pass is refused here.
 */
const withType = async (
  { attachments }: Services,
  portal: Portal,
  row: AttachmentRow,
  response: Response,
): Promise<Response> => {
  if (!isWhole(response)) return response;
  const type = row.isComplete ? row.type : await attachments.complete(row, portal);
  if (type === undefined) return new Response(null, { status: 415, headers: { 'Cache-Control': 'no-store' } });
  response.headers.set(TYPE_HEADER, type);
  return response;
};

/** `/attachments`: tus 1.0 with creation, termination and expiration. */
export const attachmentRoutes = (services: Services): Hono<PortalEnv> => {
  const { attachments, throttle, settings } = services;
  const answer = async (c: Context<PortalEnv>, customerId: string | undefined): Promise<Response> => {
    const portal = c.get('portal');
    const path = `/api/portals/${portal.id}/attachments`;
    const response = await attachments.handle(c.req.raw, { portal, customerId, path });
    return asProblem(response, c.req.method);
  };
  return new Hono<PortalEnv>()
    .options('/attachments', (c) => answer(c, undefined))
    .post('/attachments', async (c) => {
      refuseClosed(c.get('portal'));
      const { customerId } = await uploaderOf(services, c);
      const limit = settings.limits.guestPostsPerClient;
      if (!customerId) await throttle.take([{ key: ['guest-post', c.get('portal').id, c.get('address')], limit }]);
      return answer(c, customerId);
    })
    .on(['GET', 'PATCH', 'DELETE'], '/attachments/:id', async (c) => {
      if (c.req.method === 'GET') throw notFound(); // HEAD comes this way too; reading is for the office
      const uploading = await uploaderOf(services, c);
      const row = await own(services, c, uploading);
      if (row.requestId !== null && c.req.method !== 'HEAD') {
        throw new Refusal(403, 'forbidden', 'This file was sent with a request');
      }
      const response = await answer(c, uploading.customerId);
      if (c.req.method === 'DELETE' && response.status === 204) await attachments.remove(row.id);
      return c.req.method === 'HEAD' ? withType(services, c.get('portal'), row, response) : response;
    });
};
