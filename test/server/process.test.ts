import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { complaint, end, start } from './child.js';
import { isPostgresInstalled, startCluster, type Cluster } from './postgres.js';

const post = (url: string, body: unknown, headers = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const maintenance = {
  ...{ requestType: 'maintenance', configVersion: '1', locale: 'nl', checklist: {}, terms: {} },
  answers: {
    installation: 'boiler',
    units: 1,
    date: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  },
  guest: { name: 'Gerda', email: 'gerda@example.com' },
};

describe('The process on an embedded database', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('keeps requests, sessions and its folder through a kill, shuts others out, and stops cleanly', async () => {
    const first = await start({ DATA_DIR: folder });
    const portal = `${first.url}/api/portals/demo`;
    const credentials = { method: 'password', email: 'customer@example.com', password: 'portal-demo-1' };
    const { token } = (await (await post(`${portal}/session`, credentials)).json()) as { token: string };
    const receipt: unknown = await (await post(`${portal}/requests`, maintenance, { 'Idempotency-Key': 'k' })).json();
    assert.match(await complaint({ DATA_DIR: folder }), /is in use by process \d+/);
    await end(first, 'SIGKILL');

    const second = await start({ DATA_DIR: folder });
    const again = await post(`${second.url}/api/portals/demo/requests`, maintenance, { 'Idempotency-Key': 'k' });
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), receipt);
    const headers = { Authorization: `Bearer ${token}` };
    assert.equal((await fetch(`${second.url}/api/portals/demo/session`, { headers })).status, 200);
    assert.equal((await fetch(`${second.url}/health`)).status, 200);
    assert.equal(await end(second, 'SIGTERM'), 0);
    await assert.rejects(readFile(join(folder, 'lock')), { code: 'ENOENT' });
  });

  it('says in one line what is wrong with its environment', async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ NODE_ENV: 'production' }, /^AUTH_SECRET is required in production\n$/],
      [{ PORT: 'eighty' }, /^PORT is not a port: eighty\n$/],
      [{ TRUSTED_PROXIES: 'everyone', DATA_DIR: folder }, /^TRUSTED_PROXIES holds .*: everyone\n$/],
    ];
    for (const [environment, words] of cases) assert.match(await complaint(environment), words);
  });
});

const missing = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

describe('The process on PostgreSQL', { skip: missing }, () => {
  let cluster: Cluster | undefined;
  let folder = '';
  before(async () => {
    cluster = await startCluster();
    folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
  });
  after(async () => {
    await cluster?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('can be started twice at once on an empty database', async () => {
    const environment = { DATABASE_URL: (await cluster?.createDatabase()) ?? '', DATA_DIR: folder };
    const both = await Promise.all([start(environment), start(environment)]);
    const credentials = { method: 'password', email: 'customer@example.com', password: 'portal-demo-1' };
    const { token } = (await (await post(`${both[0].url}/api/portals/demo/session`, credentials)).json()) as {
      token: string;
    };
    const headers = { Authorization: `Bearer ${token}` };
    assert.equal((await fetch(`${both[1].url}/api/portals/demo/session`, { headers })).status, 200);
    assert.deepEqual(await Promise.all(both.map((one) => end(one, 'SIGTERM'))), [0, 0]);
  });

  it('refuses a database that a newer release has changed', async () => {
    const url = (await cluster?.createDatabase()) ?? '';
    const environment = { DATABASE_URL: url, DATA_DIR: folder };
    await end(await start(environment), 'SIGTERM');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("INSERT INTO schema_migration (number, file) VALUES (9999, 'later.sql')");
    await client.end();
    assert.match(
      await complaint(environment),
      /^The database is at migration 9999 .* start a newer release on it\.\n$/,
    );
  });

  it('says that it is unavailable while the database is gone, and goes on when it is back', async () => {
    const running = await start({ DATABASE_URL: (await cluster?.createDatabase()) ?? '', DATA_DIR: folder });
    const config = `${running.url}/api/portals/demo/config`;
    const headers = { Origin: 'http://localhost:5173' };
    assert.equal((await fetch(config, { headers })).status, 200);
    await cluster?.stop();
    const gone = await fetch(config, { headers });
    assert.equal(gone.status, 503);
    assert.equal(((await gone.json()) as { code: string }).code, 'unavailable');
    assert.equal(gone.headers.get('access-control-allow-origin'), 'http://localhost:5173');
    assert.ok(gone.headers.has('retry-after'));
    assert.equal((await fetch(`${running.url}/health`)).status, 503);
    await cluster?.start();
    assert.equal((await fetch(config, { headers })).status, 200);
    assert.equal(await end(running, 'SIGTERM'), 0);
  });
});
