import { Hono } from 'hono';
import { findWorkOrder, listWorkOrders } from '../../services/office-work-orders.js';
import type { Services } from '../../services/services.js';
import { pathId, queryText } from '../portal.js';
import type { OfficeEnv } from './env.js';
import { placeOf } from './request-query.js';

/** What was accepted. */
export const workOrderRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/work-orders', async (c) => {
      const query = queryText(c.req.query('query'));
      return c.json(await listWorkOrders(services, c.get('clerk'), query, placeOf(c)));
    })
    .get('/work-orders/:id', async (c) =>
      c.json(await findWorkOrder(services, c.get('clerk'), pathId(c.req.param('id')))),
    );
