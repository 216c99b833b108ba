import { Hono, type Context } from 'hono';
import { Refusal } from '../problem.js';
import { findDraft, keepDraft, listDrafts, removeDraft, type DraftOwner } from '../services/drafts.js';
import type { Services } from '../services/services.js';
import { limitBody, readJson } from './json-body.js';
import { pathId, refuseClosed, requiredSession, type PortalEnv } from './portal.js';

/** The ETag that a draft has to have; nothing when it has to be new. Throws a 428 when the caller says neither. */
const madeFrom = (c: Context<PortalEnv>): string | undefined => {
  const [match, none] = [c.req.header('if-match'), c.req.header('if-none-match')];
  if (match !== undefined && none === undefined) return match.trim();
  if (match === undefined && none?.trim() === '*') return undefined;
  throw new Refusal(428, 'invalid-request', 'Either If-Match with an ETag or If-None-Match: * is needed');
};

const ownerOf = async (services: Services, c: Context<PortalEnv>): Promise<DraftOwner> => {
  c.header('Cache-Control', 'no-store');
  const { customer } = await requiredSession(services, c);
  return { portal: c.get('portal'), customerId: customer.id };
};

/** `/drafts`: what a signed-in customer has not sent yet. */
export const draftRoutes = (services: Services): Hono<PortalEnv> =>
  new Hono<PortalEnv>()
    .get('/drafts', async (c) => c.json(await listDrafts(services, await ownerOf(services, c))))
    .get('/drafts/:id', async (c) => {
      const owner = await ownerOf(services, c);
      const { draft, etag } = await findDraft(services, owner, pathId(c.req.param('id')));
      c.header('ETag', etag);
      return c.req.header('if-none-match')?.trim() === etag ? c.body(null, 304) : c.json(draft);
    })
    .put('/drafts/:id', limitBody, async (c) => {
      refuseClosed(c.get('portal'));
      const owner = await ownerOf(services, c);
      const id = pathId(c.req.param('id'));
      const limit = services.settings.limits.draftsPerCustomer;
      await services.throttle.take([{ key: ['draft', owner.customerId], limit }]);
      const sent = { ...owner, id, madeFrom: madeFrom(c), body: await readJson(c) };
      const { summary, isNew } = await keepDraft(services, sent);
      c.header('ETag', summary.etag);
      return c.json(summary, isNew ? 201 : 200);
    })
    .delete('/drafts/:id', async (c) => {
      const owner = await ownerOf(services, c);
      await removeDraft(services, owner, pathId(c.req.param('id')));
      return c.body(null, 204);
    });
