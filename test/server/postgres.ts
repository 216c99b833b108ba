import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** The URL of a server that all files of tests share: `startShared` gives it. */
const SHARED = 'TEST_POSTGRES';

/** A PostgreSQL server of the tests' own, in a temporary folder on a free port. */
export interface Cluster {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Kills the process that serves one of the connections, after which the server recovers by itself. */
  killConnection(): Promise<void>;
  /** Kills the server and starts it again, which recovers. */
  killServer(): Promise<void>;
  remove(): Promise<void>;
}

/** Where Debian and most others put the newest server; undefined when there is none. */
const programs = (): string | undefined => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), '/usr/local/bin', '/usr/bin'];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
};

export const isPostgresInstalled = (): boolean => programs() !== undefined;

/** PostgreSQL refuses to run as root, so then it runs as the user that its package made. */
const account = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

/** Runs one statement on a connection of its own. */
export const execute = async (url: string, statement: string): Promise<unknown[][]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a killed server says it to the query too
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
};

/** Another connection than the one that asks, rather one that is at work. */
const BUSIEST = `SELECT pid FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY state = 'active' DESC LIMIT 1`;

const RESTART_PATIENCE = 20_000;
const RESTART_PACE = 200;

/** What a killed server left running ends when it notices, and until then another one refuses to start. */
const startAgain = async (start: () => Promise<void>): Promise<void> => {
  for (let end = performance.now() + RESTART_PATIENCE; ;) {
    try {
      await start();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await after(RESTART_PACE);
    }
  }
};

/** Starts an empty cluster in a folder of its own below this one; it takes a few seconds. It flushes to the disk when told. */
export const startCluster = async (below = tmpdir(), isDurable = false): Promise<Cluster> => {
  const folder = programs();
  if (folder === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const as = account();
  const home = await mkdtemp(join(below, 'portal-postgres-'));
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const place = join(home, 'cluster');
  const port = await freePort();
  const program = (name: string, parameters: string[]) => run(join(folder, name), parameters, { ...as, cwd: home });
  const settings = `-p ${port} -k ${home} -c listen_addresses=127.0.0.1 -c fsync=${isDurable ? 'on' : 'off'} -c max_connections=200`;
  const start = async (): Promise<void> => {
    await program('pg_ctl', ['-D', place, '-l', join(home, 'log'), '-w', '-o', settings, 'start']);
  };
  const stop = async (): Promise<void> => {
    await program('pg_ctl', ['-D', place, '-m', 'immediate', '-w', 'stop']);
  };
  await program('initdb', ['-D', place, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  await start();
  const urlOf = (database: string): string => `postgres://tester@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    createDatabase: async () => {
      made += 1;
      await execute(urlOf('postgres'), `CREATE DATABASE portal_${made}`);
      return urlOf(`portal_${made}`);
    },
    stop,
    start,
    killConnection: async () => {
      const [row] = await execute(urlOf('postgres'), BUSIEST);
      if (row) process.kill(Number(row[0]), 'SIGKILL');
    },
    killServer: async () => {
      const [pid] = (await readFile(join(place, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await startAgain(start);
    },
    remove: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};

const withDatabase = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: database }).href;

/** An empty database, on the server that all files share or on one of its own; no test may stop that server. */
export const openDatabase = async (): Promise<{ url: string; remove(): Promise<void> }> => {
  const shared = process.env[SHARED];
  if (shared !== undefined) {
    const name = `portal_${randomUUID().replaceAll('-', '')}`;
    await execute(shared, `CREATE DATABASE ${name}`);
    return { url: withDatabase(shared, name), remove: () => Promise.resolve() }; // it goes with the server
  }
  const cluster = await startCluster();
  return { url: await cluster.createDatabase(), remove: () => cluster.remove() };
};

/** Starts the server that all files share, where PostgreSQL is installed: what to put in their environment, and how to stop it. */
export const startShared = async (): Promise<{ env: Record<string, string>; remove(): Promise<void> }> => {
  if (!isPostgresInstalled()) return { env: {}, remove: () => Promise.resolve() };
  const cluster = await startCluster();
  return {
    env: { [SHARED]: withDatabase(await cluster.createDatabase(), 'postgres') },
    remove: () => cluster.remove(),
  };
};
