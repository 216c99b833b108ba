import { Hono } from 'hono';
import { loadWords, nearestLanguage } from '../../../back-office/words.js';
import { Refusal } from '../../problem.js';
import { keepExport, requestsAsCsv, requestsAsJson } from '../../services/request-export.js';
import type { Services } from '../../services/services.js';
import { streamOf } from '../stream.js';
import type { OfficeEnv } from './env.js';
import { requestQueryOf } from './request-query.js';

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json' } as const;

/** What the overview shows, with all of its pages, as a file. */
export const exportRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/request-export', async (c) => {
    const { format, language } = c.req.query();
    if (format !== 'csv' && format !== 'json') throw new Refusal(400, 'invalid-request', 'There is no such format');
    const clerk = c.get('clerk');
    const wanted = requestQueryOf(c);
    await keepExport(services, clerk, wanted, format);
    const words = await loadWords(nearestLanguage(language ?? 'en'));
    const day = services.clock().toISOString().slice(0, 10);
    c.header('Content-Type', TYPES[format]);
    c.header('Content-Disposition', `attachment; filename="requests-${day}.${format}"`);
    return c.body(
      streamOf(
        format === 'csv' ? requestsAsCsv(services, clerk, wanted, words) : requestsAsJson(services, clerk, wanted),
      ),
    );
  });
