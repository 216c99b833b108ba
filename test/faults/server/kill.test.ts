import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { openEmbedded, openPostgres, type Store } from '../../../demo/server/store/store.js';
import { sendAll } from './crowd.js';
import { assertFilesKept, assertKeptOnce, assertNothingTwice } from './kept.js';
import { startMortal, type Mortal } from './mortal.js';
import { randomFrom, seedOf } from './random.js';
import { sized } from './scale.js';

const CLIENTS = 32;
const REQUESTS = sized(2_000, 150);
const KILLS = sized(12, 2);
const KILLED_STARTS = sized(4, 1);
const LONGEST_START = 4_000;

type Random = ReturnType<typeof randomFrom>;

const moments = (random: Random, count: number, longest: number): number[] =>
  Array.from({ length: count }, () => random(0, longest)).sort((a, b) => a - b);

/** Kills the server after random acknowledgements, in the full run while it starts too. */
const killer = (server: Mortal, random: Random) => {
  const waiting = moments(random, KILLS, REQUESTS - CLIENTS);
  return (count: number): void => {
    if (waiting[0] === undefined || count < waiting[0]) return;
    waiting.shift();
    setTimeout(() => void server.kill(sized(1, 0) ? moments(random, random(0, 2), LONGEST_START) : []), random(0, 40));
  };
};

/** Sends under kills, and compares what every customer was told with what is in the database in the end. */
const survive = async (t: TestContext, folder: string, databaseUrl: string | undefined): Promise<void> => {
  const seed = seedOf(process.env);
  const random = randomFrom(seed);
  t.diagnostic(
    `seed ${seed}: ${REQUESTS} requests, ${CLIENTS} clients, ${KILLS} kills, ${KILLED_STARTS} killed starts`,
  );
  const environment = {
    ...{ DATA_DIR: folder, TRUSTED_PROXIES: '127.0.0.1' },
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const server = await startMortal(environment, moments(random, KILLED_STARTS, LONGEST_START));
  t.after(() => server.stop());
  const started = performance.now();
  const sent = await sendAll(server, CLIENTS, REQUESTS, killer(server, random));
  t.diagnostic(`${sent.length} acknowledged in ${Math.round(performance.now() - started)} ms`);
  await server.stop();
  const store: Store = databaseUrl
    ? await openPostgres(databaseUrl, () => undefined)
    : await openEmbedded(join(folder, 'database'));
  t.after(() => store.close());
  await assertKeptOnce(store, sent);
  await assertNothingTwice(store, sent);
  await assertFilesKept(store, sent, join(folder, 'attachments'));
};

const freshFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-kill-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

it('80 kill -9 at any moment loses no acknowledged request and makes none twice (embedded)', async (t) => {
  await survive(t, await freshFolder(t), undefined);
});
