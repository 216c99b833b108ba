import { and, eq } from 'drizzle-orm';
import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeSettings, SettingsContent, SettingsDraft } from '../../office-contract/index.js';
import { notFound, Refusal } from '../problem.js';
import { portalConfigs, portals, settingsDrafts } from '../store/schema.js';
import type { Queryable, Transaction } from '../store/store.js';
import { fingerprintOf } from './idempotency.js';
import type { Clerk } from './office-decisions.js';
import { etagOf } from './portals.js';
import { lockPortal } from './publications.js';
import type { Services } from './services.js';
import { readContent } from './settings-content.js';

/** A draft with its ETag. */
export interface FoundSettings {
  readonly draft: SettingsDraft;
  readonly etag: string;
}

type DraftRow = typeof settingsDrafts.$inferSelect;

/** What is published and what is drafted, seen at one moment. */
export interface SettingsState extends FoundSettings {
  readonly published: SettingsContent;
  readonly hasDraft: boolean;
}

/** What was published, as it is edited. */
export const contentOf = ({
  config: { version: _ofPublication, ...config },
  office,
}: {
  config: PortalConfig;
  office: OfficeSettings;
}): SettingsContent => ({ config, office });

const draftOf = (published: SettingsContent, publishedVersion: string, row: DraftRow | null): SettingsDraft =>
  row
    ? {
        content: row.content,
        publishedVersion,
        savedBy: row.savedByName,
        savedAt: row.savedAt.toISOString(),
      }
    : { content: published, publishedVersion };

/** The settings of a portal. Throws a 404. */
export const readSettings = async (db: Queryable, portalId: string): Promise<SettingsState> => {
  const isCurrent = and(eq(portalConfigs.portalId, portals.id), eq(portalConfigs.version, portals.configVersion));
  const [row] = await db
    .select({ current: portalConfigs, draft: settingsDrafts })
    .from(portals)
    .innerJoin(portalConfigs, isCurrent)
    .leftJoin(settingsDrafts, eq(settingsDrafts.portalId, portals.id))
    .where(eq(portals.id, portalId));
  if (!row) throw notFound();
  const { version } = row.current;
  const published = contentOf(row.current);
  return {
    draft: draftOf(published, version, row.draft),
    etag: etagOf(portalId, version, row.draft?.fingerprint ?? ''),
    published,
    hasDraft: row.draft !== null,
  };
};

/** The same, with the portal locked. Throws a 412 when this is not what the caller has seen. */
export const lockSettings = async (
  tx: Transaction,
  portalId: string,
  seen: string | undefined,
): Promise<SettingsState> => {
  await lockPortal(tx, portalId);
  const state = await readSettings(tx, portalId);
  if (seen !== undefined && seen !== state.etag) {
    throw new Refusal(412, 'draft-changed', 'The settings were changed since', { etag: state.etag });
  }
  return state;
};

/** What a manager edits: the draft of the portal, or what is published while there is none. */
export const findSettings = ({ store }: Services, { portalId }: Clerk): Promise<FoundSettings> =>
  readSettings(store.db, portalId);

/**
 * Keeps a draft that was made from what has this ETag; one that says what is published is none. Throws a 412 when that has
 * changed, and a 422 for what is no draft.
 */
export const keepSettings = async (
  { store, clock }: Services,
  { id, name, portalId }: Clerk,
  seen: string,
  body: Record<string, unknown>,
): Promise<FoundSettings> => {
  const content = readContent(body);
  const fingerprint = fingerprintOf(content);
  return store.db.transaction(async (tx) => {
    const { published } = await lockSettings(tx, portalId, seen);
    await tx.delete(settingsDrafts).where(eq(settingsDrafts.portalId, portalId));
    if (fingerprint !== fingerprintOf(published)) {
      const row = { portalId, content, fingerprint, savedBy: id, savedByName: name, savedAt: clock() };
      await tx.insert(settingsDrafts).values(row);
    }
    return readSettings(tx, portalId);
  });
};

/** Drops the draft that has this ETag. Throws a 412 when it has changed. */
export const dropSettings = ({ store }: Services, { portalId }: Clerk, seen: string): Promise<void> =>
  store.db.transaction(async (tx) => {
    await lockSettings(tx, portalId, seen);
    await tx.delete(settingsDrafts).where(eq(settingsDrafts.portalId, portalId));
  });
