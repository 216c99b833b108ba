import { readFile } from 'node:fs/promises';
import { addCustomer } from './services/customers.js';
import type { Services } from './services/services.js';
import { addStaff } from './services/staff.js';

/** Any page on this machine may embed the demo's portal. */
export const LOCAL_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*'];

export const DEMO_PORTAL = 'demo';

const CUSTOMERS = [
  { name: 'Sanne de Vries', company: 'Bakkerij De Vries', email: 'customer@example.com', password: 'portal-demo-1' },
  { name: 'Tom Jansen', company: 'Jansen Vastgoed', email: 'other@example.com', password: 'portal-demo-2' },
];
const STAFF = { name: 'Noor Bakker', email: 'staff@example.com', password: 'office-demo-1' };

/** The configuration of the demo's portal, as JSON. */
export const installerConfig = async (): Promise<unknown> =>
  JSON.parse(await readFile(new URL('../seed/installer.config.json', import.meta.url), 'utf8'));

/**
 * Adds the demo's portal when the database does not have it. The accounts, whose passwords everybody knows, are added
 * where `withAccounts` is true and they are missing.
 */
export const seedDemo = ({ store, portals, customersOf, staff }: Services, withAccounts: boolean): Promise<void> =>
  store.alone('portal-request-form seed', async () => {
    if (!(await portals.find(DEMO_PORTAL))) {
      await portals.add(DEMO_PORTAL, await installerConfig(), { origins: LOCAL_ORIGINS });
    }
    if (!withAccounts) return;
    for (const customer of CUSTOMERS) await addCustomer(customersOf({ id: DEMO_PORTAL }), customer);
    await addStaff(staff, DEMO_PORTAL, STAFF);
  });
