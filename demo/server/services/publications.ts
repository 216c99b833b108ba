import { and, eq, max } from 'drizzle-orm';
import type { PortalConfig, RequestType } from 'portal-request-form/contract';
import { parseConfig } from 'portal-request-form/rules';
import type { OfficeSettings, SettingsVersion } from '../../office-contract/index.js';
import { notFound } from '../problem.js';
import { portalConfigs, portals } from '../store/schema.js';
import type { Transaction } from '../store/store.js';
import { ConfigurationError } from './configuration-error.js';
import { timeZoneOf } from './time-zone.js';

/** What a customer accepted is added for that customer alone, and published for nobody. */
const withoutAccepted = (type: RequestType): RequestType => ({
  ...type,
  terms: type.terms.map(({ accepted: _ofSomebody, ...term }) => term),
});

/**
 * A configuration that may be published. It says whose days it counts, so that widget and server mean the same today.
 * Throws a `ConfigurationError`.
 */
export const checkedConfig = (json: unknown): PortalConfig => {
  const { config, issues } = parseConfig(json);
  if (!config) throw new ConfigurationError(issues);
  const portal = { ...config.portal, timeZone: timeZoneOf(config) };
  return { ...config, portal, requestTypes: config.requestTypes.map(withoutAccepted) };
};

/** What a portal is set to from some moment on. */
export interface Publication {
  readonly portalId: string;
  /** Checked; its version is a new one. */
  readonly config: PortalConfig;
  readonly office: OfficeSettings;
  readonly at: Date;
  /** Nobody for the first settings of a portal. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly note?: string | undefined;
  /** The version whose content this is. */
  readonly restoredFrom?: string;
}

type PortalRow = typeof portals.$inferSelect;
type VersionRow = typeof portalConfigs.$inferSelect;

export const isVersion = (portalId: string, version: string) =>
  and(eq(portalConfigs.portalId, portalId), eq(portalConfigs.version, version));

/** The portal, whose settings nobody else can publish before the transaction ends. Throws a 404. */
export const lockPortal = async (tx: Transaction, portalId: string): Promise<PortalRow> => {
  const [row] = await tx.select().from(portals).where(eq(portals.id, portalId)).for('no key update');
  if (!row) throw notFound();
  return row;
};

const lastNumber = async (tx: Transaction, portalId: string): Promise<number> => {
  const ofPortal = eq(portalConfigs.portalId, portalId);
  const [row] = await tx
    .select({ number: max(portalConfigs.number) })
    .from(portalConfigs)
    .where(ofPortal);
  return row?.number ?? 0;
};

/** The name of the next version of a locked portal: its number, or the next that is free. */
export const nextVersion = async (tx: Transaction, portalId: string): Promise<string> => {
  for (let number = (await lastNumber(tx, portalId)) + 1; ; number += 1) {
    if ((await tx.$count(portalConfigs, isVersion(portalId, String(number)))) === 0) return String(number);
  }
};

/** A version as the office reads it. */
export const versionOf = (
  row: Pick<VersionRow, 'version' | 'publishedAt' | 'publishedByName' | 'note' | 'restoredFrom'>,
  current: string,
): SettingsVersion => ({
  version: row.version,
  publishedAt: row.publishedAt.toISOString(),
  ...(row.publishedByName === null ? {} : { publishedBy: row.publishedByName }),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.restoredFrom === null ? {} : { restoredFrom: row.restoredFrom }),
  isCurrent: row.version === current,
});

/** Keeps a version of a locked portal and makes it the current one. */
export const keepPublication = async (tx: Transaction, publication: Publication): Promise<SettingsVersion> => {
  const { portalId, config, office, at, by, note, restoredFrom } = publication;
  const { version } = config;
  const row = {
    ...{ portalId, version, config, office, publishedAt: at, number: (await lastNumber(tx, portalId)) + 1 },
    ...{ publishedBy: by?.id ?? null, publishedByName: by?.name ?? null, note: note ?? null },
    restoredFrom: restoredFrom ?? null,
  };
  await tx.insert(portalConfigs).values(row);
  await tx.update(portals).set({ configVersion: version }).where(eq(portals.id, portalId));
  return versionOf(row, version);
};
