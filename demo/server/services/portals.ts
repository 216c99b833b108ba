import { eq } from 'drizzle-orm';
import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeSettings } from '../../office-contract/index.js';
import type { Queryable, Store, Transaction } from '../store/store.js';
import { portalConfigs, portals } from '../store/schema.js';
import { guestConfig } from './guest-config.js';
import { sha256 } from './hash.js';
import { createPacked, type PackedEncoding } from './packed.js';
import { createPortalMemory, type PortalMemory } from './portal-memory.js';
import { checkedConfig, isVersion, keepPublication, lockPortal } from './publications.js';
import { remember } from './remember.js';
import type { Services } from './services.js';

/** A configuration as it is sent, and its entity tag. */
export interface ServedConfig {
  readonly body: string;
  readonly etag: string;
  /** The same as bytes, kept for what is sent to more than one. */
  readonly packed?: (encoding: PackedEncoding) => Uint8Array<ArrayBuffer>;
}

/** A portal with the settings of this moment. */
export interface Portal extends ServedConfig {
  readonly id: string;
  readonly isClosed: boolean;
  readonly config: PortalConfig;
  readonly office: OfficeSettings;
  /** What guests get. */
  readonly guest: ServedConfig;
}

/** What a portal begins with besides its configuration; what is left out is as open as it can be. */
export interface PortalSettings extends Partial<OfficeSettings> {
  readonly isClosed?: boolean;
}

/** All that a portal is set to. */
export interface PublishedSettings {
  readonly config: PortalConfig;
  readonly office: OfficeSettings;
}

export interface Portals {
  find(id: string): Promise<Portal | undefined>;
  /** What is known of a portal without asking the database. */
  known(id: string): Portal | undefined;
  /** Says that a portal was changed, once that is committed: what is asked next here finds it. */
  changed(id: string): void;
  /** The origins that may call a portal; those last seen when the database does not answer. */
  origins(id: string): Promise<readonly string[]>;
  /** One version of a portal's settings, however old. */
  settingsOf(queryable: Queryable, portalId: string, version: string): Promise<PublishedSettings | undefined>;
  /** One version of a portal's configuration, however old. */
  configOf(queryable: Queryable, portalId: string, version: string): Promise<PortalConfig | undefined>;
  /** Adds a portal; does nothing when it is there. Throws a `ConfigurationError`. */
  add(id: string, config: unknown, settings?: PortalSettings): Promise<boolean>;
  /** The same in the caller's transaction. */
  addIn(tx: Transaction, id: string, config: unknown, settings?: PortalSettings): Promise<boolean>;
  /** Makes another version of the configuration the current one, under the same office. Throws a `ConfigurationError`. */
  publish(id: string, config: unknown): Promise<void>;
  close(id: string, isClosed: boolean): Promise<void>;
}

const isPortalId = (id: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(id);

/** How many configurations are kept in memory; versions never change, so they never grow stale. */
const REMEMBERED = 200;

type Served = Omit<Portal, 'id' | 'isClosed'>;

/** The entity tag of what is served to everybody, or to one customer. */
export const etagOf = (...parts: readonly string[]): string => `"${sha256(parts.join('\n')).slice(0, 32)}"`;

/** A configuration in the form in which it is sent. */
export const servedForm = (config: PortalConfig): ServedConfig => {
  const body = JSON.stringify(config);
  return { body, etag: etagOf(body), packed: createPacked(body) };
};

const servedSettings = ({ config, office }: PublishedSettings): Served => {
  const form = servedForm(config);
  const ofGuests = guestConfig(config, office);
  return { ...form, config, office, guest: ofGuests === config ? form : servedForm(ofGuests) };
};

const readSettings: Portals['settingsOf'] = async (queryable, portalId, version) => {
  const { config, office } = portalConfigs;
  const [row] = await queryable.select({ config, office }).from(portalConfigs).where(isVersion(portalId, version));
  return row;
};

/** Finds what is served for a version, and remembers what was committed. */
const createServed = ({ db }: Store) => {
  const remembered = new Map<string, Served>();
  return async (queryable: Queryable, portalId: string, version: string): Promise<Served | undefined> => {
    const name = JSON.stringify([portalId, version]);
    const known = remembered.get(name);
    if (known) return known;
    const settings = await readSettings(queryable, portalId, version);
    if (!settings) return undefined;
    const made = servedSettings(settings);
    if (queryable !== db) return made;
    remember(remembered, name, made, REMEMBERED);
    return made;
  };
};

/** Finds the origins of a portal, and falls back on those last seen. */
const createOrigins =
  (find: Portals['find'], seen: ReadonlyMap<string, readonly string[]>): Portals['origins'] =>
  async (id) => {
    if (!isPortalId(id)) return [];
    try {
      return (await find(id))?.office.origins ?? [];
    } catch {
      return seen.get(id) ?? []; // the call itself meets the same failure and reports it
    }
  };

const add = async (
  tx: Transaction,
  config: PortalConfig,
  { id: portalId, isClosed = false, ...office }: PortalSettings & { readonly id: string },
  now: Date,
): Promise<boolean> => {
  const added = await tx
    .insert(portals)
    .values({ id: portalId, configVersion: config.version, isClosed, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (added.length === 0) return false;
  const open: OfficeSettings = { origins: [], needsApproval: true, declineReasons: [], ...office };
  await keepPublication(tx, { portalId, config, office: open, at: now });
  return true;
};

type Needs = Pick<Services, 'store' | 'clock' | 'log'>;

const writers = (
  { store: { db }, clock }: Needs,
  changed: Portals['changed'],
): Pick<Portals, 'add' | 'addIn' | 'publish' | 'close'> => ({
  add: async (id, json, settings) => {
    const config = checkedConfig(json);
    return db.transaction((tx) => add(tx, config, { ...settings, id }, clock()));
  },
  addIn: async (tx, id, json, settings) => add(tx, checkedConfig(json), { ...settings, id }, clock()),
  publish: async (portalId, json) => {
    const config = checkedConfig(json);
    await db.transaction(async (tx) => {
      const { configVersion } = await lockPortal(tx, portalId);
      const current = await readSettings(tx, portalId, configVersion);
      if (!current) throw new Error('A portal has lost its settings');
      await keepPublication(tx, { portalId, config, office: current.office, at: clock() });
    });
    changed(portalId);
  },
  close: async (id, isClosed) => {
    await db.update(portals).set({ isClosed }).where(eq(portals.id, id));
    changed(id);
  },
});

/** The portals of this server and every version of their settings. */
export const createPortals = (needs: Needs): Portals => {
  const { db } = needs.store;
  const served = createServed(needs.store);
  const origins = new Map<string, readonly string[]>();
  const { find, known, forget }: PortalMemory<Portal> = createPortalMemory(
    needs,
    async (id): Promise<Portal | undefined> => {
      const [row] = await db.select().from(portals).where(eq(portals.id, id));
      const form = row && (await served(db, id, row.configVersion));
      if (!row || !form) return undefined;
      origins.set(id, form.office.origins);
      return { id, isClosed: row.isClosed, ...form };
    },
  );
  return {
    ...writers(needs, forget),
    ...{ find, known, changed: forget, settingsOf: served },
    configOf: async (...which) => (await served(...which))?.config,
    origins: createOrigins(find, origins),
  };
};
