import { Hono } from 'hono';
import { archiveOf } from '../../services/person-archive.js';
import { erasePerson } from '../../services/person-erasure.js';
import { exportPerson } from '../../services/person-export.js';
import { keptOfPerson } from '../../services/person.js';
import type { Services } from '../../services/services.js';
import { limitBody, readJson } from '../json-body.js';
import { streamOf } from '../stream.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';

/** What is kept of one person: told, handed out, erased. */
export const privacyRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .post('/privacy/person', managersOnly, limitBody, async (c) =>
      c.json(await keptOfPerson(services, c.get('clerk'), await readJson(c))),
    )
    .post('/privacy/export', managersOnly, limitBody, async (c) => {
      const exported = await exportPerson(services, c.get('clerk'), await readJson(c));
      const day = services.clock().toISOString().slice(0, 10);
      c.header('Content-Type', 'application/zip');
      c.header('Content-Disposition', `attachment; filename="customer-${day}.zip"`);
      return c.body(streamOf(archiveOf(services, exported)));
    })
    .post('/privacy/erasure', managersOnly, limitBody, async (c) =>
      c.json(await erasePerson(services, c.get('clerk'), await readJson(c))),
    );
