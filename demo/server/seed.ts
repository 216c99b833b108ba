import { readFile } from 'node:fs/promises';
import { OPTION_SOURCES, type OptionItem, type OptionSource } from 'portal-request-form/contract';
import { DEMO_MANAGER } from './demo-staff.js';
import { addCustomer } from './services/customers.js';
import { addOptions } from './services/options.js';
import type { Services } from './services/services.js';
import { addStaff, type NewStaff } from './services/staff.js';
import { addStreets, type Street } from './services/streets.js';
import type { Queryable } from './store/store.js';

/** Any page on this machine may embed the demo's portal. */
export const LOCAL_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*'];

export const DEMO_PORTAL = 'demo';

/** The portal that has every kind of field once, to try. */
const EVERYTHING_PORTAL = 'everything';

const CUSTOMERS = [
  { name: 'Sanne de Vries', company: 'Bakkerij De Vries', email: 'customer@example.com', password: 'portal-demo-1' },
  { name: 'Tom Jansen', company: 'Jansen Vastgoed', email: 'other@example.com', password: 'portal-demo-2' },
];

interface SeededPortal {
  readonly id: string;
  readonly file: string;
  readonly staff: readonly NewStaff[];
}

/** The portals of the demo, each with its configuration and its staff. */
const PORTALS: readonly SeededPortal[] = [
  {
    id: DEMO_PORTAL,
    file: 'installer.config.json',
    staff: [
      { ...DEMO_MANAGER, role: 'manager' },
      { name: 'Piet Mulder', email: 'office@example.com', password: 'office-demo-3', role: 'office' },
    ],
  },
  {
    id: EVERYTHING_PORTAL,
    file: 'everything.json',
    staff: [{ name: 'Els Kramer', email: 'everything@example.com', password: 'office-demo-2', role: 'manager' }],
  },
];

const readSeed = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../seed/${file}`, import.meta.url), 'utf8'));

/** The configuration of the demo's portal, as JSON. */
export const installerConfig = (): Promise<unknown> => readSeed('installer.config.json');

type SeedOptions = Readonly<Record<string, Readonly<Partial<Record<OptionSource, readonly OptionItem[]>>>>>;

/** Gives a customer the assets, addresses, contacts and projects that one of the demo's customers has. */
export const seedOptions = async (db: Queryable, customerId: string, like: string): Promise<void> => {
  const seeded = (await readSeed('options.json')) as SeedOptions;
  for (const source of OPTION_SOURCES) await addOptions(db, customerId, source, seeded[like]?.[source] ?? []);
};

/** The Dutch addresses that the demo knows. */
export const seedStreets = async (db: Queryable): Promise<void> =>
  addStreets(db, (await readSeed('streets.json')) as Street[]);

/**
 * Adds what the demo has and the database does not: addresses, portals, and accounts, whose passwords everybody knows,
 * with what they can choose from.
 */
export const seedDemo = (services: Services): Promise<void> => {
  const { store, portals } = services;
  return store.alone('portal-request-form seed', async () => {
    await seedStreets(store.db);
    for (const { id, file, staff } of PORTALS) {
      if (!(await portals.find(id))) await portals.add(id, await readSeed(file), { origins: LOCAL_ORIGINS });
      for (const customer of CUSTOMERS) {
        const customerId = await addCustomer(services, id, customer);
        await seedOptions(store.db, customerId, customer.email);
      }
      for (const person of staff) await addStaff(services, id, person);
    }
  });
};
