import { Hono, type Context } from 'hono';
import { notFound, Refusal } from '../../problem.js';
import { openPreview } from '../../services/previews.js';
import type { Services } from '../../services/services.js';
import { dropSettings, findSettings, keepSettings, type FoundSettings } from '../../services/settings-drafts.js';
import {
  findSettingsVersion,
  listSettingsVersions,
  publishSettings,
  restoreSettings,
} from '../../services/settings-versions.js';
import { limitBody, readJson } from '../json-body.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';

/** Rules may be nested as deep as the linter lets them, below the fields that they stand at. */
const DEEPEST = 128;

/** The ETag of the settings that the caller has seen. Throws a 428 when it does not say. */
const seenBy = (c: Context): string => {
  const match = c.req.header('if-match')?.trim();
  if (!match) throw new Refusal(428, 'invalid-request', 'If-Match with the ETag of the settings is needed');
  return match;
};

const answer = (c: Context, { draft, etag }: FoundSettings): Response => {
  c.header('ETag', etag);
  return c.json(draft);
};

const LONGEST_VERSION = 200;

/** A version may be any text; no database takes a NUL. */
const versionIn = (c: Context): string => {
  const version = c.req.param('version') ?? '';
  if (version.includes('\0') || version.length > LONGEST_VERSION) throw notFound();
  return version;
};

/** What the portal asks and under which terms. */
export const settingsRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/settings', managersOnly, async (c) => answer(c, await findSettings(services, c.get('clerk'))))
    .put('/settings', managersOnly, limitBody, async (c) => {
      const seen = seenBy(c);
      return answer(c, await keepSettings(services, c.get('clerk'), seen, await readJson(c, DEEPEST)));
    })
    .delete('/settings', managersOnly, async (c) => {
      await dropSettings(services, c.get('clerk'), seenBy(c));
      return c.body(null, 204);
    })
    .post('/settings/publish', managersOnly, limitBody, async (c) => {
      const seen = seenBy(c);
      return c.json(await publishSettings(services, c.get('clerk'), seen, await readJson(c)), 201);
    })
    .post('/settings/previews', managersOnly, async (c) =>
      c.json(await openPreview(services, c.get('clerk'), c.get('sessionId')), 201),
    )
    .get('/settings/versions', managersOnly, async (c) =>
      c.json(await listSettingsVersions(services, c.get('clerk'), c.req.query('cursor'))),
    )
    .get('/settings/versions/:version', managersOnly, async (c) =>
      c.json(await findSettingsVersion(services, c.get('clerk'), versionIn(c))),
    )
    .post('/settings/versions/:version/restore', managersOnly, async (c) => {
      const seen = c.req.header('if-match')?.trim();
      return c.json(await restoreSettings(services, c.get('clerk'), versionIn(c), seen), 201);
    });
