import { Hono } from 'hono';
import { undoMerge } from '../../services/merge-undo.js';
import { duplicateCandidates, mergeRequest } from '../../services/merges.js';
import { acceptRequest, declineRequest } from '../../services/office-decisions.js';
import { checkOfficeReceipt } from '../../services/office-receipts.js';
import { keepFileReading } from '../../services/office-files.js';
import { findOfficeRequest } from '../../services/office-requests.js';
import { assignRequest, markRequest, requestChoices } from '../../services/request-desk.js';
import { listOfficeRequests } from '../../services/request-list.js';
import type { Services } from '../../services/services.js';
import { download } from '../download.js';
import { limitBody, readJson } from '../json-body.js';
import { pathId } from '../portal.js';
import type { OfficeEnv } from './env.js';
import { placeOf, requestQueryOf } from './request-query.js';

/** What customers sent, with their files. */
export const requestRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/requests', async (c) =>
      c.json(await listOfficeRequests(services, c.get('clerk'), requestQueryOf(c), placeOf(c))),
    )
    .get('/request-choices', async (c) => c.json(await requestChoices(services, c.get('clerk'))))
    .get('/requests/:id', async (c) =>
      c.json(await findOfficeRequest(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/requests/:id/accept', async (c) =>
      c.json(await acceptRequest(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/requests/:id/decline', limitBody, async (c) => {
      await declineRequest(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c));
      return c.json({});
    })
    .get('/requests/:id/duplicates', async (c) =>
      c.json({ items: await duplicateCandidates(services, c.get('clerk'), pathId(c.req.param('id'))) }),
    )
    .post('/requests/:id/merge', limitBody, async (c) => {
      const { into } = await readJson(c);
      await mergeRequest(services, c.get('clerk'), pathId(c.req.param('id')), into);
      return c.json({});
    })
    .delete('/requests/:id/merge', async (c) => {
      await undoMerge(services, c.get('clerk'), pathId(c.req.param('id')));
      return c.json({});
    })
    .put('/requests/:id/assignee', limitBody, async (c) => {
      const { staffId } = await readJson(c);
      await assignRequest(services, c.get('clerk'), pathId(c.req.param('id')), staffId);
      return c.json({});
    })
    .put('/requests/:id/unread', limitBody, async (c) => {
      const { isUnread } = await readJson(c);
      await markRequest(services, c.get('clerk'), pathId(c.req.param('id')), isUnread);
      return c.json({});
    })
    .post('/requests/:id/receipt-checks', limitBody, async (c) =>
      c.json(await checkOfficeReceipt(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c))),
    )
    .get('/attachments/:id', async (c) => {
      const id = pathId(c.req.param('id'));
      await keepFileReading(services, c.get('clerk'), id);
      return download(services, c, c.get('clerk').portalId, id);
    });
