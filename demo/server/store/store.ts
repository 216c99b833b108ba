import { PGlite } from '@electric-sql/pglite';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import { drizzle as drizzleNode } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { EXTENSIONS, openFolder, type EmbeddedClient } from './embedded.js';
import { listenOn, type Ear } from './listening.js';
import { migrate } from './migrate.js';

export type Database = PgDatabase<PgQueryResultHKT>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Where a query may run: on its own, or inside a transaction. */
export type Queryable = Database | Transaction;

export interface Store {
  readonly db: Database;
  /** Where an embedded database keeps its files; undefined for one in memory or on a server of its own. */
  readonly folder?: string;
  /** Runs alone among all processes on this database that ask for the same name. */
  alone<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Hears what the database says on a channel, whoever made it say that; gives what stops it. */
  listen(ear: Ear): Promise<() => Promise<void>>;
  /** Resolves when the database answers, and rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Limits of a pooled connection, in milliseconds: a database that hangs must not hang every customer. */
const WAIT_FOR_CONNECTION = 5_000;
const LONGEST_STATEMENT = 8_000;
const LONGEST_QUERY = 10_000;
/** A page of a list is found sooner than PostgreSQL starts processes that help, and the other cores serve other people. */
const ONE_CORE_EACH = '-c max_parallel_workers_per_gather=0';

/**
 * Opens the embedded database in a folder, or in memory (one that is there already, when given) when there is none, and
 * brings it to the newest schema.
 */
export const openEmbedded = async (folder?: string, inMemory?: PGlite): Promise<Store> => {
  const client: EmbeddedClient =
    folder === undefined ? (inMemory ?? (await PGlite.create({ extensions: EXTENSIONS }))) : await openFolder(folder);
  await client.transaction((tx) =>
    migrate({
      run: async (statements) => void (await tx.exec(statements)),
      rows: async (query) => (await tx.query<Record<string, unknown>>(query)).rows,
    }),
  );
  const db = drizzleEmbedded({ client: client as PGlite }); // it only asks what `EmbeddedClient` can do
  return {
    db,
    ...(folder === undefined ? {} : { folder }),
    alone: (_name, run) => run(), // one process holds the folder's lock
    listen: async ({ channel, hear, missed }) => {
      const stop = await client.listen(channel, hear);
      missed();
      return stop;
    },
    ping: async () => void (await client.query('SELECT 1')),
    close: () => client.close(),
  };
};

/** Migrates on a connection of its own, which may take as long as many requests need. */
const migrateAt = async (url: string, lostConnection: (error: Error) => void): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WAIT_FOR_CONNECTION });
  client.on('error', lostConnection);
  await client.connect();
  try {
    await client.query('BEGIN');
    await migrate({
      run: async (statements) => void (await client.query(statements)),
      rows: async (query) => (await client.query<Record<string, unknown>>(query)).rows,
    });
    await client.query('COMMIT');
  } finally {
    await client.end(); // what was not committed is undone
  }
};

const aloneOn = async <T>(pool: pg.Pool, name: string, run: () => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    return await run();
  } finally {
    client.release(true); // the lock goes with the connection, also with one that is lost
  }
};

/** Opens a PostgreSQL database (15 or newer) and brings it to the newest schema. */
export const openPostgres = async (url: string, lostConnection: (error: Error) => void): Promise<Store> => {
  await migrateAt(url, lostConnection);
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    keepAlive: true,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION,
    statement_timeout: LONGEST_STATEMENT,
    query_timeout: LONGEST_QUERY,
    idle_in_transaction_session_timeout: LONGEST_QUERY,
    options: ONE_CORE_EACH,
  });
  pool.on('error', lostConnection);
  // the pool only listens to those that idle; an error of one in a transaction would end the process
  pool.on('connect', (client) => client.on('error', lostConnection));
  const db = drizzleNode(pool);
  db.transaction = async (run, config) => {
    const client = await pool.connect();
    try {
      const result = await drizzleNode(client).transaction(run, config);
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof DrizzleQueryError); // drizzle's own keeps one that is lost before it begins
      throw error;
    }
  };
  const ears = new Set<() => Promise<void>>();
  return {
    db,
    alone: (name, run) => aloneOn(pool, name, run),
    listen: (ear) => {
      const stop = listenOn(url, ear, lostConnection);
      ears.add(stop);
      return Promise.resolve(stop);
    },
    ping: async () => void (await db.execute(sql`SELECT 1`)),
    close: async () => {
      for (const stop of ears) await stop();
      await pool.end();
    },
  };
};
