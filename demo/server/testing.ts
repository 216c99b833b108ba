import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortalConfig } from 'portal-request-form/contract';
import type { StaffRole } from '../office-contract/index.js';
import { createApp, type App } from './app.js';
import { listen } from './listen.js';
import { createLog, type Log } from './log.js';
import { installerConfig, LOCAL_ORIGINS, seedOptions, seedStreets } from './seed.js';
import { addCustomer } from './services/customers.js';
import { openFolder, type Files } from './services/files.js';
import { createLocalMailer, type Mail, type Mailer } from './services/mailer.js';
import type { PortalSettings } from './services/portals.js';
import type { Services } from './services/services.js';
import { createSigning, type Signing } from './services/signing.js';
import { addStaff } from './services/staff.js';
import { DEFAULT_LIMITS, type Settings } from './settings.js';
import { openCopy } from './testing-image.js';
import { quickPasswords } from './testing-passwords.js';
import { openPostgres, type Store } from './store/store.js';

export interface TestServerOptions {
  /** The configuration of the first portal, `demo`; the installer's when left out. */
  readonly config?: PortalConfig;
  /** A PostgreSQL database; an embedded one in memory when left out. */
  readonly databaseUrl?: string;
  readonly clock?: () => Date;
  readonly settings?: Partial<Settings>;
  readonly mailer?: Mailer;
  /** A folder of its own when left out. */
  readonly files?: Files;
  /** Signs with a new key when left out. */
  readonly signing?: Signing;
  readonly log?: Log;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly company?: string;
}

export interface TestServer {
  readonly url: string;
  /** The endpoint of the first portal. */
  readonly endpoint: string;
  readonly app: App['app'];
  readonly services: Services;
  readonly store: Store;
  /** The mails sent so far, newest first. */
  mails(): Promise<Mail[]>;
  /** Adds a portal, empty of requests and customers, and gives its endpoint. */
  addPortal(id: string, config: unknown, settings?: PortalSettings): Promise<string>;
  /** Adds a customer who can sign in to a portal (`demo` when not said), and gives the id. */
  addCustomer(person: Person, portalId?: string): Promise<string>;
  /** Adds somebody to the office of a portal (`demo` when not said), as a manager when not said. */
  addStaff(person: Person, portalId?: string, role?: StaffRole): Promise<string>;
  /** Gives a customer what a customer of the demo can choose from: `customer@example.com` or `other@example.com`. */
  giveOptions(customerId: string, like: string): Promise<void>;
  close(): Promise<void>;
}

/** A new id for a portal of one test. */
export const freshPortalId = (): string => `p-${randomUUID()}`;

const silent = createLog(() => undefined);

/** Starts the real server on a free port of this machine, with a database of its own: one portal and the demo's addresses. */
export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const { databaseUrl, clock = () => new Date(), mailer = createLocalMailer(), log = silent } = options;
  const { signing = createSigning(generateKeyPairSync('ed25519').privateKey) } = options;
  const lost = (error: Error): void => {
    log.warn('connection-lost', { error });
  };
  const store = databaseUrl ? await openPostgres(databaseUrl, lost) : await openCopy();
  const folder = await mkdtemp(join(tmpdir(), 'portal-attachments-'));
  const { files = openFolder(folder) } = options;
  const settings: Settings = {
    publicUrl: 'http://localhost',
    isProduction: false,
    isDemo: true,
    authSecret: randomBytes(32).toString('hex'),
    trustedProxies: [],
    webhookNetworks: [],
    ...(options.files ? {} : { attachmentFolder: folder }),
    limits: DEFAULT_LIMITS,
    passwords: quickPasswords,
    ...options.settings,
  };
  const { app, fetch, quick, services } = createApp({ store, mailer, files, signing, clock, log, settings });
  const listening = await listen({ fetch, quick }, { port: 0, host: '127.0.0.1' });
  const { portals, outbox } = services;
  const url = `http://127.0.0.1:${listening.port}`;
  const endpointOf = (id: string): string => `${url}/api/portals/${id}`;
  const addPortal: TestServer['addPortal'] = async (id, config, portalSettings = {}) => {
    await portals.add(id, config, { origins: LOCAL_ORIGINS, ...portalSettings });
    return endpointOf(id);
  };
  await seedStreets(store.db);
  await addPortal('demo', options.config ?? (await installerConfig()));
  return {
    url,
    endpoint: endpointOf('demo'),
    ...{ app, services, store, addPortal },
    mails: async () => {
      await outbox.flush('mail');
      return outbox.sent();
    },
    addCustomer: (person, portalId = 'demo') => addCustomer(services, portalId, person),
    addStaff: (person, portalId = 'demo', role = 'manager') => addStaff(services, portalId, { ...person, role }),
    giveOptions: (customerId, like) => seedOptions(store.db, customerId, like),
    close: async () => {
      await services.officeEvents.stop();
      await listening.close();
      await outbox.stop();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
