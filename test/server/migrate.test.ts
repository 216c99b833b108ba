import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { migrate, NewerSchemaError, type Migrating } from '../../demo/server/store/migrate.js';

const FIRST = new URL('../../demo/server/store/migrations/0001-portals-requests-and-work-orders.sql', import.meta.url);

const migrating = (database: PGlite): Migrating => ({
  run: async (statements) => void (await database.exec(statements)),
  rows: async (query) => (await database.query<Record<string, unknown>>(query)).rows,
});

const at = `'2026-01-01T00:00:00Z'`;

/** A database as the first release left it, with a request of a customer and one of a guest. */
const openFirst = async (): Promise<PGlite> => {
  const database = await PGlite.create();
  await database.exec(await readFile(FIRST, 'utf8'));
  await database.exec(`
    CREATE TABLE schema_migration (number integer PRIMARY KEY, file text NOT NULL, applied_at timestamptz DEFAULT now());
    INSERT INTO schema_migration (number, file) VALUES (1, '0001');
    INSERT INTO portal VALUES ('demo', '1', '["http://localhost:*"]', false, ${at});
    INSERT INTO portal_config VALUES ('demo', '1', '{}', ${at});
    INSERT INTO portal_config VALUES ('demo', '0', '{}', '2025-01-01T00:00:00Z');
    INSERT INTO staff VALUES ('s', 'demo', 'Noor', 'noor@example.com', true, null, ${at}, ${at});
    INSERT INTO customer VALUES ('c', 'demo', 'Anna', 'anna@example.com', true, null, null, ${at}, ${at});`);
  for (const [id, customer] of [
    ['r1', `'c'`],
    ['r2', 'null'],
  ] as const) {
    await database.exec(`
      INSERT INTO request VALUES ('${id}', 'demo', 'PR-${id}', ${customer}, '{}', 't', '"T"', '1', 'nl', 'submitted', null,
        '{}', '', '', ${at}, ${at});
      INSERT INTO request_term VALUES ('${id}', 'general', '1', ${at}, 'nl', 'Terms', 'hash');`);
  }
  return database;
};

it('a database of the first release is brought up to date with who had accepted what', async () => {
  const database = await openFirst();
  await database.transaction((tx) => migrate(migrating(tx as unknown as PGlite)));
  const { rows } = await database.query('SELECT request_id, portal_id, customer_id, text FROM request_term ORDER BY 1');
  assert.deepEqual(rows, [
    { request_id: 'r1', portal_id: 'demo', customer_id: 'c', text: null },
    { request_id: 'r2', portal_id: 'demo', customer_id: null, text: null },
  ]);
  await migrate(migrating(database));
  await database.close();
});

it('a portal of the first release keeps its websites, its versions get their order, and its staff manage it', async () => {
  const database = await openFirst();
  await migrate(migrating(database));
  const { rows } = await database.query('SELECT version, office FROM portal_config ORDER BY number');
  const office = { origins: ['http://localhost:*'], needsApproval: true, declineReasons: [] };
  assert.deepEqual(rows, [
    { version: '0', office },
    { version: '1', office },
  ]);
  const staff = await database.query('SELECT staff_id, portal_id, role FROM staff_portal');
  assert.deepEqual(staff.rows, [{ staff_id: 's', portal_id: 'demo', role: 'manager' }]);
  await database.close();
});

it('a database of a newer release is left alone', async () => {
  const database = await openFirst();
  await database.exec(`INSERT INTO schema_migration (number, file) VALUES (9999, '9999')`);
  await assert.rejects(migrate(migrating(database)), NewerSchemaError);
  await database.close();
});
