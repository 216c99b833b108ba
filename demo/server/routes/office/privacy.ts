import { Hono } from 'hono';
import { erasePerson } from '../../services/person-erasure.js';
import { exportPerson } from '../../services/person-export.js';
import { keptOfPerson } from '../../services/person.js';
import type { Services } from '../../services/services.js';
import { limitBody, readJson } from '../json-body.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';

/** What is kept of one person: told, handed out, erased. */
export const privacyRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .post('/privacy/person', managersOnly, limitBody, async (c) =>
      c.json(await keptOfPerson(services, c.get('clerk'), await readJson(c))),
    )
    .post('/privacy/export', managersOnly, limitBody, async (c) => {
      const file = await exportPerson(services, c.get('clerk'), await readJson(c));
      const day = services.clock().toISOString().slice(0, 10);
      c.header('Content-Type', 'application/json');
      c.header('Content-Disposition', `attachment; filename="customer-${day}.json"`);
      return c.body(file);
    })
    .post('/privacy/erasure', managersOnly, limitBody, async (c) =>
      c.json(await erasePerson(services, c.get('clerk'), await readJson(c))),
    );
