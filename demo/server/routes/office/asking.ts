import { Hono } from 'hono';
import { sendOfficeMessage } from '../../services/office-messages.js';
import { askBack } from '../../services/questions.js';
import type { Services } from '../../services/services.js';
import { setProgress } from '../../services/work-progress.js';
import { limitBody, readJson } from '../json-body.js';
import { keyOf, pathId } from '../portal.js';
import type { OfficeEnv } from './env.js';

/** What the office asks and tells the customer of a request. */
export const askingRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .post('/requests/:id/ask', limitBody, async (c) => {
      await askBack(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c));
      return c.json({});
    })
    .post('/requests/:id/messages', limitBody, async (c) => {
      const key = keyOf(c.req.header('idempotency-key'));
      const { text } = await readJson(c);
      await sendOfficeMessage(services, c.get('clerk'), pathId(c.req.param('id')), { key, text });
      return c.json({});
    })
    .post('/work-orders/:id/status', limitBody, async (c) => {
      await setProgress(services, c.get('clerk'), pathId(c.req.param('id')), await readJson(c));
      return c.json({});
    });
