import { and, desc, eq, lt } from 'drizzle-orm';
import type { SettingsContent, SettingsVersion } from '../../office-contract/index.js';
import { incomplete, notFound, Refusal } from '../problem.js';
import { portalConfigs, portals, settingsDrafts } from '../store/schema.js';
import { record } from './audit.js';
import { notOurs, readCursor, writeCursor } from './cursor.js';
import type { Clerk } from './office-decisions.js';
import { keepPublication, nextVersion, versionOf } from './publications.js';
import type { Services } from './services.js';
import { publishable } from './settings-content.js';
import { contentOf, lockSettings } from './settings-drafts.js';
import { typed } from './texts.js';

const PAGE_SIZE = 25;
const LONGEST_NOTE = 500;

const readNote = (given: unknown): string | undefined => {
  if (given === undefined) return undefined;
  if (typeof given !== 'string') throw incomplete([{ pointer: '/note', code: 'type' }]);
  const note = typed(given);
  if ([...note].length > LONGEST_NOTE) {
    throw incomplete([{ pointer: '/note', code: 'too-long', params: { max: LONGEST_NOTE } }]);
  }
  return note || undefined;
};

/**
 * Makes the draft with this ETag what the portal is. Throws a 409 when there is none, a 412 when it has changed, and a 422
 * with what keeps it from being published.
 */
export const publishSettings = async (
  services: Services,
  clerk: Clerk,
  seen: string,
  body: Record<string, unknown>,
): Promise<SettingsVersion> => {
  const note = readNote(body['note']);
  const { store, clock } = services;
  const { id, name, portalId } = clerk;
  const made = await store.db.transaction(async (tx) => {
    const { draft, hasDraft } = await lockSettings(tx, portalId, seen);
    if (!hasDraft) throw new Refusal(409, 'invalid-request', 'There is nothing to publish');
    const settings = publishable(draft.content, await nextVersion(tx, portalId));
    await tx.delete(settingsDrafts).where(eq(settingsDrafts.portalId, portalId));
    const details = note === undefined ? {} : { details: { note } };
    await record(services, tx, clerk, 'settings.published', { label: settings.config.version, ...details });
    return keepPublication(tx, { portalId, ...settings, at: clock(), by: { id, name }, note });
  });
  services.portals.changed(portalId);
  return made;
};

/** Makes what was published before what the portal is, under a new version. Throws a 404, or a 412 as above. */
export const restoreSettings = async (
  services: Services,
  clerk: Clerk,
  version: string,
  seen: string | undefined,
): Promise<SettingsVersion> => {
  const { id, name, portalId } = clerk;
  const made = await services.store.db.transaction(async (tx) => {
    await lockSettings(tx, portalId, seen);
    const earlier = await services.portals.settingsOf(tx, portalId, version);
    if (!earlier) throw notFound();
    const config = { ...earlier.config, version: await nextVersion(tx, portalId) };
    const about = { label: config.version, details: { from: version } };
    await record(services, tx, clerk, 'settings.restored', about);
    return keepPublication(tx, {
      portalId,
      config,
      office: earlier.office,
      at: services.clock(),
      by: { id, name },
      restoredFrom: version,
    });
  });
  services.portals.changed(portalId);
  return made;
};

/** What a version set the portal to. Throws a 404. */
export const findSettingsVersion = async (
  { store, portals: published }: Services,
  { portalId }: Clerk,
  version: string,
): Promise<{ content: SettingsContent }> => {
  const found = await published.settingsOf(store.db, portalId, version);
  if (!found) throw notFound();
  return { content: contentOf(found) };
};

const afterCursor = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined;
  const [number, ...more] = readCursor(cursor);
  if (!Number.isSafeInteger(number) || more.length > 0) throw notOurs();
  return lt(portalConfigs.number, number as number);
};

/** The versions of a portal, newest first. Throws a 400 for a cursor that was made up. */
export const listSettingsVersions = async (
  { store: { db } }: Services,
  { portalId }: Clerk,
  cursor: string | undefined,
): Promise<{ items: SettingsVersion[]; nextCursor?: string }> => {
  const { version, publishedAt, publishedByName, note, restoredFrom, number } = portalConfigs;
  const rows = await db
    .select({ version, publishedAt, publishedByName, note, restoredFrom, number, current: portals.configVersion })
    .from(portalConfigs)
    .innerJoin(portals, eq(portals.id, portalConfigs.portalId))
    .where(and(eq(portalConfigs.portalId, portalId), afterCursor(cursor)))
    .orderBy(desc(number))
    .limit(PAGE_SIZE + 1);
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE_SIZE).map((row) => versionOf(row, row.current)),
    ...(last ? { nextCursor: writeCursor(last.number) } : {}),
  };
};
