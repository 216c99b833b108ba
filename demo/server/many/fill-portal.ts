import { sql } from 'drizzle-orm';
import { createLog } from '../log.js';
import { installerConfig, LOCAL_ORIGINS } from '../seed.js';
import { createPortals } from '../services/portals.js';
import type { Store } from '../store/store.js';
import { countOn, makeCustomers, makeRequests, STAFF, staffId, type Stretch } from './make-requests.js';

const YEARS = 5;
/** Few enough for one statement to stay within the time that the server gives any. */
const BATCH = 10_000;
const REQUESTS_PER_CUSTOMER = 50;

/** Who works on the made-up requests, without a password; the demo's manager may see all of them. */
const makeStaff = async ({ db }: Store, portalId: string): Promise<void> => {
  for (let number = 1; number <= STAFF; number += 1) {
    await db.execute(sql`
      INSERT INTO staff (id, portal_id, name, email, email_verified, created_at, updated_at)
      VALUES (${staffId(number)}, ${portalId}, ${`Behandelaar ${number}`}, ${`seeded-${number}@example.com`}, true, now(), now())
      ON CONFLICT DO NOTHING`);
  }
  await db.execute(sql`
    INSERT INTO staff_portal (staff_id, portal_id, role)
    SELECT id, ${portalId}, CASE WHEN email = 'staff@example.com' THEN 'manager' ELSE 'office' END
    FROM staff WHERE email = 'staff@example.com' OR id LIKE 'seeded-staff-%' ON CONFLICT DO NOTHING`);
};

/**
 * Makes a portal with so many made-up requests of the last five years, their work orders, customers and staff; `said` hears
 * how many there are. Throws when there is such a portal already.
 */
export const fillPortal = async (
  store: Store,
  portalId: string,
  total: number,
  said: (count: number) => void = () => undefined,
): Promise<void> => {
  const portals = createPortals({ store, clock: () => new Date(), log: createLog(() => undefined) });
  if (await portals.find(portalId)) throw new Error(`There is a portal ${portalId} already: take an empty database`);
  await portals.add(portalId, await installerConfig(), { origins: LOCAL_ORIGINS });
  const configVersion = (await portals.find(portalId))?.config.version ?? '';
  await makeStaff(store, portalId);
  const customers = Math.ceil(total / REQUESTS_PER_CUSTOMER);
  await makeCustomers(store.db, portalId, customers);
  const last = new Date().getUTCFullYear();
  const years: Stretch['years'] = [last - YEARS + 1, last];
  const whole = { portalId, configVersion, total, customers, years };
  for (let from = 0; from < total; from += BATCH) {
    const until = Math.min(from + BATCH, total);
    await store.db.transaction((tx) => makeRequests(tx, { ...whole, from, until }));
    said(until);
  }
  await countOn(store.db, { ...whole, from: 0, until: total });
};
