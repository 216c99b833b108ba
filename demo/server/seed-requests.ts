import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { lockFolder } from './data-folder.js';
import { fillPortal } from './many/fill-portal.js';
import { readEnvironment } from './settings.js';
import { openEmbedded, openPostgres, type Store } from './store/store.js';

/** How many of all requests each made-up portal gets. */
const SHARES = { 'seeded-large': 0.7, 'seeded-medium': 0.2, 'seeded-small': 0.09, 'seeded-new': 0.01 };
const TOLD_EVERY = 50_000;

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

const openStore = async (): Promise<{ store: Store; close: () => Promise<void> }> => {
  const { databaseUrl, dataFolder } = readEnvironment(process.env, fileURLToPath(new URL('../.data', import.meta.url)));
  if (databaseUrl === undefined) {
    const unlock = await lockFolder(dataFolder);
    const store = await openEmbedded(join(dataFolder, 'database'));
    const close = async (): Promise<void> => {
      await store.close();
      await unlock();
    };
    return { store, close };
  }
  const store = await openPostgres(databaseUrl, (error) => {
    say(`A connection was lost: ${error.message}`);
  });
  return { store, close: () => store.close() };
};

const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' } } });
const wanted = Number(values.requests);
if (!Number.isInteger(wanted) || wanted < 100 || wanted > 50_000_000) {
  process.stderr.write('--requests takes a number from 100 to 50000000.\n');
  process.exit(1);
}
const { store, close } = await openStore();
const began = performance.now();
try {
  for (const [portalId, share] of Object.entries(SHARES)) {
    const total = Math.round(wanted * share);
    await fillPortal(store, portalId, total, (count) => {
      if (count % TOLD_EVERY === 0 || count === total) say(`${portalId}: ${count} of ${total}`);
    });
  }
  await store.db.execute(sql`ANALYZE`);
  say(`${wanted} requests in ${((performance.now() - began) / 1000).toFixed(0)} s`);
} finally {
  await close();
}
