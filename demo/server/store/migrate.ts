import { readdir, readFile } from 'node:fs/promises';

const FOLDER = new URL('./migrations/', import.meta.url);

/** What a migration needs of a connection; each call may hold several statements. */
export interface Migrating {
  readonly run: (statements: string) => Promise<void>;
  readonly rows: (query: string) => Promise<Record<string, unknown>[]>;
}

interface Migration {
  readonly number: number;
  readonly file: string;
}

/** The database was written by a newer release than this one. */
export class NewerSchemaError extends Error {
  constructor(found: number, known: number) {
    super(`The database is at migration ${found} and this release knows ${known}: start a newer release on it.`);
    this.name = 'NewerSchemaError';
  }
}

const known = async (): Promise<Migration[]> => {
  const files = (await readdir(FOLDER)).filter((file) => /^\d{4}-.+\.sql$/.test(file)).sort();
  return files.map((file) => ({ number: Number(file.slice(0, 4)), file }));
};

/**
 * Brings the database to the newest schema, inside the transaction that the caller holds and under a lock that makes a
 * second process wait. Throws `NewerSchemaError` when the database is ahead of this release.
 */
export const migrate = async ({ run, rows }: Migrating): Promise<void> => {
  await run(`SELECT pg_advisory_xact_lock(hashtext('portal-request-form migrations'))`);
  await run(`CREATE TABLE IF NOT EXISTS schema_migration (
    number integer PRIMARY KEY, file text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const [applied] = await rows('SELECT coalesce(max(number), 0) AS newest FROM schema_migration');
  const newest = Number(applied?.['newest']);
  const migrations = await known();
  const last = migrations.at(-1)?.number ?? 0;
  if (newest > last) throw new NewerSchemaError(newest, last);
  for (const { number, file } of migrations.filter((migration) => migration.number > newest)) {
    await run(await readFile(new URL(file, FOLDER), 'utf8'));
    await run(`INSERT INTO schema_migration (number, file) VALUES (${number}, '${file.replaceAll("'", "''")}')`);
  }
};
