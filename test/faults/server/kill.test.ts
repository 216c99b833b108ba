import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { openEmbedded, openPostgres, type Store } from '../../../demo/server/store/store.js';
import { isPostgresInstalled, startCluster, type Cluster } from '../../server/postgres.js';
import { sendAll } from './crowd.js';
import { assertFilesKept, assertKeptOnce, assertNothingTwice } from './kept.js';
import { startMortal, type Mortal } from './mortal.js';
import { randomFrom, seedOf } from './random.js';
import { sized } from './scale.js';

const CLIENTS = 32;
const REQUESTS = sized(2_000, 120);
const KILLS = sized(12, 2);
const LONGEST_START = 4_000;

type Random = ReturnType<typeof randomFrom>;

const moments = (random: Random, count: number, longest: number): number[] =>
  Array.from({ length: count }, () => random(0, longest)).sort((a, b) => a - b);

/** What is killed, and how what was kept is opened in the end. */
interface Case {
  readonly environment: Record<string, string>;
  readonly killedStarts: number;
  kill(server: Mortal, random: Random): Promise<void>;
  open(): Promise<Store>;
}

/** Kills after random acknowledgements; `finished` resolves when all kills are over. */
const killer = (random: Random, kill: () => Promise<void>) => {
  const waiting = moments(random, KILLS, REQUESTS - CLIENTS);
  const kills: Promise<void>[] = [];
  const killSoon = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, random(0, 40)));
    await kill();
  };
  return {
    acknowledged: (count: number): void => {
      if (waiting[0] === undefined || count < waiting[0]) return;
      waiting.shift();
      kills.push(killSoon());
    },
    finished: async (): Promise<void> => {
      await Promise.all(kills);
      assert.equal(kills.length, KILLS);
    },
  };
};

const freshFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-kill-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Sends under kills, and compares what every customer was told with what is in the database in the end. */
const survive = async (t: TestContext, folder: string, its: Case): Promise<void> => {
  const seed = seedOf(process.env);
  const random = randomFrom(seed);
  t.diagnostic(
    `seed ${seed}: ${REQUESTS} requests, ${CLIENTS} clients, ${KILLS} kills, ${its.killedStarts} killed starts`,
  );
  const given = { DATA_DIR: folder, TRUSTED_PROXIES: '127.0.0.1', ...its.environment };
  const server = await startMortal(given, moments(random, its.killedStarts, LONGEST_START));
  t.after(() => server.stop());
  const started = performance.now();
  const { acknowledged, finished } = killer(random, () => its.kill(server, random));
  const sent = await sendAll(server, CLIENTS, REQUESTS, acknowledged);
  await finished();
  t.diagnostic(`${sent.length} acknowledged in ${Math.round(performance.now() - started)} ms`);
  assert.equal(await server.isHealthy(), true);
  await server.stop();
  const store = await its.open();
  t.after(() => store.close());
  await assertKeptOnce(store, sent);
  await assertNothingTwice(store, sent);
  await assertFilesKept(store, sent, join(folder, 'attachments'));
};

/** In the full run it is killed while it starts, too. */
const killServer = (server: Mortal, random: Random): Promise<void> =>
  server.kill(sized(1, 0) ? moments(random, random(0, 2), LONGEST_START) : []);

it('80 kill -9 at any moment loses no acknowledged request and makes none twice (embedded)', async (t) => {
  const folder = await freshFolder(t);
  const open = () => openEmbedded(join(folder, 'database'));
  await survive(t, folder, { environment: {}, killedStarts: sized(4, 1), kill: killServer, open });
});

const skip = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

const surviveOnPostgres = async (t: TestContext, killedStarts: number, killOf: (cluster: Cluster) => Case['kill']) => {
  const cluster = await startCluster();
  t.after(() => cluster.remove());
  const databaseUrl = await cluster.createDatabase();
  await survive(t, await freshFolder(t), {
    ...{ environment: { DATABASE_URL: databaseUrl }, killedStarts, kill: killOf(cluster) },
    open: () => openPostgres(databaseUrl, () => undefined),
  });
};

it('80 kill -9 at any moment loses no acknowledged request and makes none twice (PostgreSQL)', { skip }, (t) =>
  surviveOnPostgres(t, sized(4, 0), () => killServer),
);

/** One kill at a time: there is nothing to kill while the database starts again. */
const killDatabase = (cluster: Cluster): Case['kill'] => {
  let last = Promise.resolve();
  let count = 0;
  return () => {
    count += 1;
    const isOneConnection = count % 2 === 0;
    return (last = last.then(() => (isOneConnection ? cluster.killConnection() : cluster.killServer())));
  };
};

it('80 kill -9 of the database loses no acknowledged request and makes none twice', { skip }, (t) =>
  surviveOnPostgres(t, 0, killDatabase),
);
