import { Hono } from 'hono';
import { REQUEST_STATUSES, type RequestStatus } from 'portal-request-form/contract';
import { Refusal } from '../../problem.js';
import { acceptRequest, declineRequest } from '../../services/office-decisions.js';
import { checkOfficeReceipt } from '../../services/office-receipts.js';
import { findOfficeRequest, listOfficeRequests } from '../../services/office-requests.js';
import type { Services } from '../../services/services.js';
import { download } from '../download.js';
import { limitBody, readJson } from '../json-body.js';
import { pathId, queryText } from '../portal.js';
import type { OfficeEnv } from './env.js';
import { pageOf } from './paging.js';

const statusOf = (text: string | undefined): RequestStatus | undefined => {
  if (!text) return undefined;
  const status = REQUEST_STATUSES.find((one) => one === text);
  if (!status) throw new Refusal(400, 'invalid-request', 'There is no such status');
  return status;
};

/** What customers sent, with their files. */
export const requestRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/requests', async (c) => {
      const filter = {
        query: queryText(c.req.query('query')),
        status: statusOf(c.req.query('status')),
        page: pageOf(c.req.query('page')),
      };
      return c.json(await listOfficeRequests(services, c.get('clerk'), filter));
    })
    .get('/requests/:id', async (c) =>
      c.json(await findOfficeRequest(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/requests/:id/accept', async (c) =>
      c.json(await acceptRequest(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/requests/:id/decline', limitBody, async (c) => {
      const { reason } = await readJson(c);
      await declineRequest(services, c.get('clerk'), pathId(c.req.param('id')), reason);
      return c.json({});
    })
    .post('/requests/:id/receipt-checks', limitBody, async (c) =>
      c.json(await checkOfficeReceipt(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c))),
    )
    .get('/attachments/:id', (c) => download(services, c, c.get('clerk').portalId, pathId(c.req.param('id'))));
