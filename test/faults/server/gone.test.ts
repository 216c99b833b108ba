import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { end, start } from '../../server/child.js';
import { execute, isPostgresInstalled, startCluster } from '../../server/postgres.js';
import { submission } from './crowd.js';
import { isFull, sized } from './scale.js';

const GONE = sized(30_000, 2_000);
const SOON = 8_000;
const portal = '/api/portals/demo';
const json = { 'Content-Type': 'application/json' };

const SUBMIT: [string, RequestInit] = [
  `${portal}/requests`,
  { method: 'POST', headers: { ...json, 'Idempotency-Key': 'k' }, body: submission(1) },
];

const CALLS: readonly [string, RequestInit][] = [
  [`${portal}/config`, {}],
  [`${portal}/requests`, { headers: { Authorization: 'Bearer x' } }],
  [`${portal}/session`, { method: 'POST', headers: json, body: '{"method":"code","email":"a@example.com"}' }],
  SUBMIT,
  [`${portal}/attachments`, { method: 'POST', headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1' } }],
  ['/health', {}],
];

const skip = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

it('81 a database that is gone gets a 503 for every call, and is used again when it is back', { skip }, async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.remove());
  const folder = await mkdtemp(join(tmpdir(), 'portal-gone-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const running = await start({ DATABASE_URL: await cluster.createDatabase(), DATA_DIR: folder });
  t.after(() => end(running, 'SIGKILL'));
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(running.url + path, { ...init, signal: AbortSignal.timeout(SOON) });
  await cluster.stop();
  for (const back = performance.now() + GONE; performance.now() < back;) {
    const answers = await Promise.all(CALLS.map(([path, init]) => ask(path, init)));
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.has('retry-after'), headers.get('content-type')]),
      CALLS.map(() => [503, true, 'application/problem+json; charset=utf-8']),
    );
    assert.equal((await ask('/health/live')).status, 200);
    await after(500);
  }
  await cluster.start();
  assert.equal((await ask('/health')).status, 200);
  assert.equal((await ask(...SUBMIT)).status, 201);
});

const BUSY = 'BEGIN; LOCK TABLE request IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(12); COMMIT';
const tooSlow = skip || (!isFull && 'it takes as long as the server waits: npm run test:faults');

it('81 a database that is too slow gets a 503, and is used again when it is not', { skip: tooSlow }, async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.remove());
  const folder = await mkdtemp(join(tmpdir(), 'portal-slow-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const url = await cluster.createDatabase();
  const running = await start({ DATABASE_URL: url, DATA_DIR: folder });
  t.after(() => end(running, 'SIGKILL'));
  const busy = execute(url, BUSY);
  await after(500);
  const [path, init] = SUBMIT;
  const answer = await fetch(running.url + path, init);
  assert.deepEqual([answer.status, answer.headers.has('retry-after')], [503, true]);
  await busy;
  assert.equal((await fetch(running.url + path, init)).status, 201);
});
