import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import pg from 'pg';
import type { Receipt } from 'portal-request-form/contract';
import { startTestServer } from '../../demo/server/testing.js';
import { openPortal } from './harness.js';
import { execute, isPostgresInstalled, startCluster } from './postgres.js';

const GUEST = { name: 'Gerda', email: 'gerda@example.com' };
const missing = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

it(
  'A key that another process stores while it is looked for gets the receipt of that one',
  { skip: missing },
  async (t) => {
    const cluster = await startCluster();
    t.after(() => cluster.remove());
    const databaseUrl = await cluster.createDatabase();
    const server = await startTestServer({ databaseUrl });
    t.after(() => server.close());
    const portal = await openPortal(server);
    const [key, submission] = [randomUUID(), portal.submission({ guest: GUEST })];
    const earlier = (await portal.send(submission, undefined, 'earlier')).json as Receipt;
    const other = new pg.Client({ connectionString: databaseUrl });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM portal WHERE id = $1 FOR UPDATE', [portal.id]);
    const answer = portal.send(submission, undefined, key);
    const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%for share%'";
    while ((await execute(databaseUrl, waiting)).length === 0);
    await other.query(
      `INSERT INTO submission_key SELECT portal_id, identity, $2, fingerprint, request_id, receipt, created_at
      FROM submission_key WHERE portal_id = $1`,
      [portal.id, key],
    );
    await other.query('COMMIT');
    await other.end();
    const { status, json } = await answer;
    assert.deepEqual([status, (json as Receipt).id], [200, earlier.id]);
  },
);
