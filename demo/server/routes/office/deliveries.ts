import { Hono } from 'hono';
import type { Delivery, DeliveryState } from '../../../office-contract/index.js';
import { notFound, Refusal } from '../../problem.js';
import { findDelivery, listDeliveries, sendAgain } from '../../services/deliveries.js';
import type { Services } from '../../services/services.js';
import {
  addEndpoint,
  changeEndpoint,
  listEndpoints,
  removeEndpoint,
  rotateSecret,
  sendTest,
} from '../../services/webhook-endpoints.js';
import { listMappings, setMapping } from '../../services/work-order-mappings.js';
import { limitBody, readJson } from '../json-body.js';
import { pathId } from '../portal.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';

const KINDS: readonly Delivery['kind'][] = ['mail', 'webhook'];
const STATES: readonly DeliveryState[] = ['waiting', 'sent', 'gave-up'];

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined => {
  if (!text) return undefined;
  const found = all.find((one) => one === text);
  if (!found) throw new Refusal(400, 'invalid-request', 'There is no such filter');
  return found;
};

const LONGEST_ID = 15;

/** Deliveries are counted. Throws a 404 for anything but a number. */
const deliveryId = (text: string): number => {
  if (!/^\d+$/.test(text) || text.length > LONGEST_ID) throw notFound();
  return Number(text);
};

/** Where events of a portal go. */
const endpointRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/webhooks', managersOnly, async (c) => c.json({ items: await listEndpoints(services, c.get('clerk')) }))
    .post('/webhooks', managersOnly, limitBody, async (c) =>
      c.json(await addEndpoint(services, c.get('clerk'), await readJson(c)), 201),
    )
    .put('/webhooks/:id', managersOnly, limitBody, async (c) =>
      c.json(await changeEndpoint(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c))),
    )
    .delete('/webhooks/:id', managersOnly, async (c) => {
      await removeEndpoint(services, c.get('clerk'), pathId(c.req.param('id')));
      return c.body(null, 204);
    })
    .post('/webhooks/:id/secret', managersOnly, async (c) =>
      c.json(await rotateSecret(services, c.get('clerk'), pathId(c.req.param('id')))),
    )
    .post('/webhooks/:id/test', managersOnly, async (c) =>
      c.json(await sendTest(services, c.get('clerk'), pathId(c.req.param('id'))), 202),
    );

/** What leaves the server for a portal, and what becomes of answers in work orders elsewhere. */
export const deliveryRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .route('/', endpointRoutes(services))
    .get('/deliveries', managersOnly, async (c) => {
      const cursor = c.req.query('cursor');
      const filter = {
        kind: oneOf(KINDS, c.req.query('kind')),
        state: oneOf(STATES, c.req.query('state')),
        before: cursor === undefined ? undefined : deliveryId(cursor),
      };
      return c.json(await listDeliveries(services, c.get('clerk'), filter));
    })
    .get('/deliveries/:id', managersOnly, async (c) =>
      c.json(await findDelivery(services, c.get('clerk'), deliveryId(c.req.param('id')))),
    )
    .post('/deliveries/:id/retry', managersOnly, async (c) =>
      c.json(await sendAgain(services, c.get('clerk'), deliveryId(c.req.param('id'))), 202),
    )
    .get('/work-order-fields', managersOnly, async (c) =>
      c.json({ items: await listMappings(services, c.get('clerk')) }),
    )
    .put('/work-order-fields/:type', managersOnly, limitBody, async (c) =>
      c.json(await setMapping(services, c.get('clerk'), pathId(c.req.param('type')), await readJson(c))),
    );
