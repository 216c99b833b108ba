import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { OPTION_SOURCES } from 'portal-request-form/contract';
import type { ImportKind } from '../../../office-contract/index.js';
import { Refusal } from '../../problem.js';
import { commitImport, previewImport } from '../../services/customer-import.js';
import type { Services } from '../../services/services.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';

const LARGEST = 2 * 1024 * 1024;

const limitFile = bodyLimit({
  maxSize: LARGEST,
  onError: () => {
    throw new Refusal(413, 'too-large', 'The file is larger than 2 MB');
  },
});

const KINDS: readonly ImportKind[] = ['customers', ...OPTION_SOURCES];

const kindIn = (c: Context): ImportKind => {
  const kind = KINDS.find((one) => one === c.req.query('kind'));
  if (!kind) throw new Refusal(400, 'invalid-request', 'There is no such kind of file');
  return kind;
};

const fileIn = async (c: Context): Promise<Uint8Array> => {
  if (!c.req.header('content-type')?.toLowerCase().startsWith('text/csv')) {
    throw new Refusal(415, 'invalid-request', 'The body has to be a file, text/csv');
  }
  return new Uint8Array(await c.req.arrayBuffer());
};

/** Customers, and what they choose from, out of a file: first what it would do, then the same in one go. */
export const customerImportRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .post('/customer-imports', managersOnly, limitFile, async (c) => {
      const { preview, etag } = await previewImport(services, c.get('clerk'), kindIn(c), await fileIn(c));
      c.header('ETag', etag);
      return c.json(preview);
    })
    .post('/customer-imports/commit', managersOnly, limitFile, async (c) => {
      const seen = c.req.header('if-match')?.trim();
      if (!seen) throw new Refusal(428, 'invalid-request', 'If-Match with the ETag of the preview is needed');
      return c.json(await commitImport(services, c.get('clerk'), kindIn(c), await fileIn(c), seen));
    });
