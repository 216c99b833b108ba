import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A PostgreSQL server of the tests' own, in a temporary folder on a free port. */
export interface Cluster {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
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

const execute = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Starts an empty cluster; it takes a few seconds. */
export const startCluster = async (): Promise<Cluster> => {
  const folder = programs();
  if (folder === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const as = account();
  const home = await mkdtemp(join(tmpdir(), 'portal-postgres-'));
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  const place = join(home, 'cluster');
  const port = await freePort();
  const program = (name: string, parameters: string[]) => run(join(folder, name), parameters, { ...as, cwd: home });
  const settings = `-p ${port} -k ${home} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100`;
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
    remove: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};
