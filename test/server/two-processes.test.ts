import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Receipt, Session } from 'portal-request-form/contract';
import type { Mail } from '../../demo/server/services/mailer.js';
import { PNG } from '../sample-files.js';
import { end, start, type Running } from './child.js';
import { call } from './harness.js';
import { startInTurn } from './in-turn.js';
import { isPostgresInstalled, startCluster, type Cluster } from './postgres.js';

const PASSWORD = { method: 'password', email: 'customer@example.com', password: 'portal-demo-1' };
const TUS = { 'Tus-Resumable': '1.0.0' };
const DAY = 86_400_000;

const request = (email: string) => ({
  ...{ requestType: 'maintenance', configVersion: '1', locale: 'nl', checklist: {}, terms: {} },
  answers: { installation: 'boiler', units: 1, date: new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10) },
  guest: { name: 'Gerda', email },
});

const missing = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

describe('Two processes behind a proxy that calls them in turn', { skip: missing }, () => {
  let cluster: Cluster | undefined;
  let both: Running[] = [];
  let proxy: Awaited<ReturnType<typeof startInTurn>>;
  let folder = '';
  let portal = '';
  before(async () => {
    cluster = await startCluster();
    folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
    const environment = {
      DATABASE_URL: await cluster.createDatabase(),
      DATA_DIR: folder,
      TRUSTED_PROXIES: '127.0.0.1',
    };
    both = await Promise.all([start(environment), start(environment)]);
    proxy = await startInTurn(both.map(({ url }) => url));
    portal = `${proxy.url}/api/portals/demo`;
  });
  after(async () => {
    proxy.close();
    await Promise.all(both.map((one) => end(one, 'SIGTERM')));
    await cluster?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const submit = (key: string, email = 'gerda@example.com') =>
    call(`${portal}/requests`, { body: request(email), headers: { 'Idempotency-Key': key } });

  it('share sessions: one that began at the one and ended at the other is dead at both', async () => {
    const { token } = (await call(`${portal}/session`, { body: PASSWORD })).json as Session;
    const statuses = async () =>
      Promise.all([1, 2].map(async () => (await call(`${portal}/session`, { token })).status));
    assert.deepEqual(await statuses(), [200, 200]);
    await call(`${portal}/session`, { method: 'DELETE', token });
    assert.deepEqual(await statuses(), [401, 401]);
  });

  it('make one request of many posts with one key, and give all of them the same receipt', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(key)));
    const taken = answers.filter(({ status }) => status !== 409);
    assert.equal(taken.filter(({ status }) => status === 201).length, 1);
    const again = [await submit(key), await submit(key)];
    const ids = new Set([...taken, ...again].map(({ json }) => (json as Receipt).id));
    assert.equal(ids.size, 1);
  });

  it('never give two requests the same reference', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(randomUUID())));
    assert.equal(new Set(answers.map(({ json }) => (json as Receipt).reference)).size, 20);
  });

  it('count guesses together', async () => {
    const guess = { ...PASSWORD, email: 'other@example.com', password: 'wrong' };
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      statuses.push((await call(`${portal}/session`, { body: guess })).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429, 429]);
  });

  it('send each mail once', async () => {
    const email = `${randomUUID()}@example.com`;
    await submit(randomUUID(), email);
    const own = async () => {
      const mails = (await call(`${proxy.url}/dev/mail`)).json as Mail[];
      return mails.filter(({ to }) => to === email).length;
    };
    await Promise.all(both.map(own)); // each waits for what it is sending itself
    assert.deepEqual([await own(), await own()], [1, 1]);
  });

  it('take the pieces of one file in turn', async () => {
    const metadata = `filename ${btoa('photo.png')},filetype ${btoa('image/png')}`;
    const headers = { ...TUS, 'Upload-Length': String(PNG.length), 'Upload-Metadata': metadata };
    const created = await call(`${portal}/attachments`, { method: 'POST', headers });
    const url = `${proxy.url}${created.headers.get('location') ?? ''}`;
    for (let at = 0; at < PNG.length; at += 20) {
      const piece = new Uint8Array(PNG.subarray(at, at + 20));
      const type = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(at) };
      assert.equal((await fetch(url, { method: 'PATCH', headers: { ...TUS, ...type }, body: piece })).status, 204);
    }
    const head = await call(url, { method: 'HEAD', headers: TUS });
    assert.equal(head.headers.get('upload-type'), 'image/png');
  });
});
