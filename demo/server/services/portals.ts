import { and, eq } from 'drizzle-orm';
import type { PortalConfig, RequestType } from 'portal-request-form/contract';
import { parseConfig } from 'portal-request-form/rules';
import type { Queryable, Store } from '../store/store.js';
import { portalConfigs, portals } from '../store/schema.js';
import { ConfigurationError } from './configuration-error.js';
import { sha256 } from './hash.js';
import { timeZoneOf } from './time-zone.js';

/** A portal with the configuration of this moment. */
export interface Portal {
  readonly id: string;
  readonly origins: readonly string[];
  readonly isClosed: boolean;
  readonly config: PortalConfig;
  /** The configuration as it is sent, and its entity tag. */
  readonly body: string;
  readonly etag: string;
}

export interface PortalSettings {
  readonly origins: readonly string[];
  readonly isClosed?: boolean;
}

export interface Portals {
  find(id: string): Promise<Portal | undefined>;
  /** The origins that may call a portal; those last seen when the database does not answer. */
  origins(id: string): Promise<readonly string[]>;
  /** One version of a portal's configuration, however old. */
  configOf(queryable: Queryable, portalId: string, version: string): Promise<PortalConfig | undefined>;
  /** Adds a portal; does nothing when it is there. Throws a `ConfigurationError`. */
  add(id: string, config: unknown, settings: PortalSettings): Promise<boolean>;
  /** Makes another version the current one. Throws a `ConfigurationError`. */
  publish(id: string, config: unknown): Promise<void>;
  close(id: string, isClosed: boolean): Promise<void>;
}

const isPortalId = (id: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(id);

/** What a customer accepted is added for that customer alone, and published for nobody. */
const withoutAccepted = (type: RequestType): RequestType => ({
  ...type,
  terms: type.terms.map(({ accepted: _ofSomebody, ...term }) => term),
});

/** A configuration that may be published. It says whose days it counts, so that widget and server mean the same today. */
const checked = (json: unknown): PortalConfig => {
  const { config, issues } = parseConfig(json);
  if (!config) throw new ConfigurationError(issues);
  const portal = { ...config.portal, timeZone: timeZoneOf(config) };
  return { ...config, portal, requestTypes: config.requestTypes.map(withoutAccepted) };
};

/** How many configurations are kept in memory; versions never change, so they never grow stale. */
const REMEMBERED = 200;

type Served = Pick<Portal, 'config' | 'body' | 'etag'>;

/** The entity tag of what is served to everybody, or to one customer. */
export const etagOf = (...parts: readonly string[]): string => `"${sha256(parts.join('\n')).slice(0, 32)}"`;

const servedForm = (config: PortalConfig): Served => {
  const body = JSON.stringify(config);
  return { config, body, etag: etagOf(body) };
};

const configOf: Portals['configOf'] = async (queryable, portalId, version) => {
  const which = and(eq(portalConfigs.portalId, portalId), eq(portalConfigs.version, version));
  const [row] = await queryable.select({ config: portalConfigs.config }).from(portalConfigs).where(which);
  return row?.config;
};

/** Finds what is served for a version, and remembers it. */
const createServed = ({ db }: Store) => {
  const remembered = new Map<string, Served>();
  return async (portalId: string, version: string): Promise<Served | undefined> => {
    const name = JSON.stringify([portalId, version]);
    const known = remembered.get(name);
    if (known) return known;
    const config = await configOf(db, portalId, version);
    if (!config) return undefined;
    const made = servedForm(config);
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(name, made);
    return made;
  };
};

/** Finds the origins of a portal, and falls back on those last seen. */
const createOrigins = ({ db }: Store): Portals['origins'] => {
  const last = new Map<string, readonly string[]>();
  return async (id) => {
    if (!isPortalId(id)) return [];
    try {
      const [row] = await db.select({ origins: portals.origins }).from(portals).where(eq(portals.id, id));
      if (row) last.set(id, row.origins);
      return row?.origins ?? [];
    } catch {
      return last.get(id) ?? []; // the call itself meets the same failure and reports it
    }
  };
};

const writers = ({ db }: Store, clock: () => Date): Pick<Portals, 'add' | 'publish' | 'close'> => ({
  add: async (id, json, { origins, isClosed = false }) => {
    const config = checked(json);
    const now = clock();
    return db.transaction(async (tx) => {
      const added = await tx
        .insert(portals)
        .values({ id, configVersion: config.version, origins: [...origins], isClosed, createdAt: now })
        .onConflictDoNothing()
        .returning();
      if (added.length === 0) return false;
      await tx.insert(portalConfigs).values({ portalId: id, version: config.version, config, publishedAt: now });
      return true;
    });
  },
  publish: async (id, json) => {
    const config = checked(json);
    await db.transaction(async (tx) => {
      await tx.insert(portalConfigs).values({ portalId: id, version: config.version, config, publishedAt: clock() });
      await tx.update(portals).set({ configVersion: config.version }).where(eq(portals.id, id));
    });
  },
  close: async (id, isClosed) => void (await db.update(portals).set({ isClosed }).where(eq(portals.id, id))),
});

/** The portals of this server and every version of their configurations. */
export const createPortals = (store: Store, clock: () => Date): Portals => {
  const served = createServed(store);
  return {
    ...writers(store, clock),
    configOf,
    origins: createOrigins(store),
    find: async (id) => {
      const [row] = await store.db.select().from(portals).where(eq(portals.id, id));
      const form = row && (await served(id, row.configVersion));
      return row && form ? { id, origins: row.origins, isClosed: row.isClosed, ...form } : undefined;
    },
  };
};
