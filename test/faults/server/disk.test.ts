import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { openFolder } from '../../../demo/server/store/embedded.js';
import { end, start } from '../../server/child.js';
import { execute, isPostgresInstalled, startCluster, type Cluster } from '../../server/postgres.js';
import { submission } from './crowd.js';

const MEGABYTE = 1024 * 1024;

/** A small disk of its own; undefined where none may be mounted. */
const mountDisk = (megabytes: number): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
};

const removeDisk = async (folder: string): Promise<void> => {
  execFileSync('umount', ['-l', folder]);
  await rm(folder, { recursive: true });
};

/** Gives the test a disk, or skips it and says why. */
const diskFor = (t: TestContext, megabytes: number): string | undefined => {
  const disk = mountDisk(megabytes);
  if (disk === undefined) t.skip('a small disk cannot be mounted here: this needs root and mount(2)');
  return disk;
};

/** Fills a disk but for so many megabytes, and gives what makes room again. */
const fill = async (disk: string, free: number): Promise<() => Promise<void>> => {
  const { bavail, bsize } = await statfs(disk);
  const ballast = join(disk, 'ballast');
  await writeFile(ballast, Buffer.alloc(bavail * bsize - free * MEGABYTE, 1));
  return () => rm(ballast);
};

it('81 a full disk gets a 503 for whatever would have to be kept, until there is room', async (t) => {
  const disk = diskFor(t, 400);
  if (disk === undefined) return;
  t.after(() => removeDisk(disk));
  const running = await start({ DATA_DIR: join(disk, 'own') });
  t.after(() => end(running, 'SIGKILL'));
  const send = () => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' };
    return fetch(`${running.url}/api/portals/demo/requests`, { method: 'POST', headers, body: submission(1) });
  };
  const upload = () => {
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1000', 'Upload-Metadata': 'filename YS5wbmc=' };
    return fetch(`${running.url}/api/portals/demo/attachments`, { method: 'POST', headers });
  };
  const makeRoom = await fill(disk, 20);
  for (const answer of [await send(), await upload(), await fetch(`${running.url}/health`)]) {
    assert.deepEqual([answer.status, answer.headers.has('retry-after')], [503, true]);
    assert.equal(((await answer.json()) as { title: string }).title, 'The server has no room left');
  }
  assert.equal((await fetch(`${running.url}/api/portals/demo/config`)).status, 200);
  await makeRoom();
  assert.deepEqual([(await send()).status, (await fetch(`${running.url}/health`)).status], [201, 200]);
});

it('81 an embedded database that stopped on a full disk goes on by itself with all that it acknowledged', async (t) => {
  const disk = diskFor(t, 120);
  if (disk === undefined) return;
  t.after(() => removeDisk(disk));
  const database = await openFolder(join(disk, 'database'));
  t.after(() => database.close());
  await database.exec('CREATE TABLE kept (text text); ALTER TABLE kept ALTER text SET STORAGE external');
  const makeRoom = await fill(disk, 20);
  let kept = 0;
  const keep = async (): Promise<void> => {
    await database.transaction((tx) => tx.query('INSERT INTO kept VALUES ($1)', ['x'.repeat(100_000)]));
    kept += 1;
  };
  await assert.rejects(async () => {
    for (;;) await keep();
  });
  await makeRoom();
  const { rows } = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM kept');
  assert.ok(kept > 0 && (rows[0]?.count ?? 0) >= kept);
  await keep();
});

/** Writes into a database until its disk is full. */
const stuff = async (url: string): Promise<void> => {
  await execute(url, 'CREATE TABLE ballast (text text); ALTER TABLE ballast ALTER text SET STORAGE external');
  const much = `INSERT INTO ballast SELECT repeat('x', ${MEGABYTE}) FROM generate_series(1, 10)`;
  await assert.rejects(async () => {
    for (;;) await execute(url, much);
  });
};

/** What did not fit may have ended PostgreSQL, which an administrator starts again. */
const startAgain = (cluster: Cluster): Promise<void> => cluster.start().catch(() => undefined);

const skip = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

it('81 a full disk under PostgreSQL gets a 503, and all that was acknowledged is there once', { skip }, async (t) => {
  const disk = diskFor(t, 300);
  if (disk === undefined) return;
  const cluster = await startCluster(disk);
  const url = await cluster.createDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'portal-data-'));
  const running = await start({ DATABASE_URL: url, DATA_DIR: folder });
  t.after(async () => {
    await end(running, 'SIGKILL');
    await cluster.remove();
    await removeDisk(disk);
    await rm(folder, { recursive: true, force: true });
  });
  const send = async (count: number) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `k${count}` };
    const answer = await fetch(`${running.url}/api/portals/demo/requests`, {
      method: 'POST',
      headers,
      body: submission(count),
    });
    return { status: answer.status, reference: ((await answer.json()) as { reference?: string }).reference };
  };
  const makeRoom = await fill(disk, 30);
  await stuff(url);
  const sent = [];
  for (let count = 0; count < 500 && sent.at(-1)?.status !== 503; count += 1) sent.push(await send(count));
  assert.equal(sent.at(-1)?.status, 503);
  await makeRoom();
  await startAgain(cluster);
  for (const [count, { status, reference }] of sent.entries()) {
    const again = await send(count);
    assert.ok([200, 201].includes(again.status));
    if (status === 201) assert.equal(again.reference, reference);
  }
});
