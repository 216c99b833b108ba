import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { OfficeSettings } from '../../office-contract/index.js';
import { portals, requests } from '../store/schema.js';
import { recordOfServer } from './audit.js';
import { anonymiseRequests, deleteRequests } from './forgetting.js';
import { removeBytes } from './removed-files.js';
import type { Services } from './services.js';

type Retention = NonNullable<OfficeSettings['retention']>;

const DAY = 86_400_000;
const BATCH = 100;

const ACTIONS = {
  delete: { run: deleteRequests, said: 'requests.deleted', isLeft: undefined },
  anonymise: { run: anonymiseRequests, said: 'requests.anonymised', isLeft: sql`${requests.anonymisedAt} IS NULL` },
} as const;

/** Nothing more happens to these. Written out, as an index is made for it. */
const isFinished = sql`${requests.status} IN ('declined', 'withdrawn', 'done')`;

/** Does to some requests what a portal is set to, and gives how many; other processes take others. */
const applyOnce = (services: Services, portalId: string, { days, action }: Retention): Promise<number> =>
  services.store.db.transaction(async (tx) => {
    const { run, said, isLeft } = ACTIONS[action];
    const before = new Date(services.clock().getTime() - days * DAY);
    const rows = await tx
      .select()
      .from(requests)
      .where(and(eq(requests.portalId, portalId), isFinished, isLeft, lt(requests.updatedAt, before)))
      .orderBy(asc(requests.updatedAt), asc(requests.id))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    if (rows.length === 0) return 0;
    const forgotten = await run(services, tx, rows);
    await recordOfServer(services, tx, portalId, said, { details: { ...forgotten } });
    return rows.length;
  });

/** Deletes or anonymises, portal by portal, the requests that were finished long enough ago. Again does nothing more. */
export const applyRetention = async (services: Services): Promise<void> => {
  const all = await services.store.db.select({ id: portals.id }).from(portals);
  for (const { id } of all) {
    const retention = (await services.portals.find(id))?.office.retention;
    while (retention && (await applyOnce(services, id, retention)) === BATCH);
  }
  await removeBytes(services);
};
