import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { end, start } from '../../server/child.js';
import { submission } from './crowd.js';
import { canOpen, connectionsOf, holdIdle, memoryOf } from './idle.js';
import { sized } from './scale.js';

const IDLE = sized(10_000, 1_000);
/** Long enough in the full run for the server to close each of them once. */
const HELD = sized(40_000, 2_000);
const CUSTOMER_EVERY = 500;
const SOON = 10_000;
/** In megabytes, for a thousand connections and for the customers beside them. */
const MEMORY_EACH_THOUSAND = 30;
const MEMORY_BESIDE = 150;
/** The server holds half as many waiting connections as it may have files open. */
const FILES = 2 * IDLE;

const skip = !canOpen(FILES) && `this process may not open ${FILES} files: ulimit -n ${FILES}`;

const headers = { 'Content-Type': 'application/json', Connection: 'close' };

/** One customer who loads the portal and sends a request; gives the statuses. */
const serve = async (url: string, number: number): Promise<number[]> => {
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(url + path, { ...init, signal: AbortSignal.timeout(SOON) })).status;
  const post = { method: 'POST', headers: { ...headers, 'Idempotency-Key': `k${number}` }, body: submission(number) };
  return [
    await ask('/health', { headers }),
    await ask('/api/portals/demo/config', { headers }),
    await ask('/api/portals/demo/requests', post),
  ];
};

it('89 thousands of idle connections keep no customer out, and cost a bounded memory', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-idle-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const running = await start({ DATA_DIR: folder });
  t.after(() => end(running, 'SIGKILL'));
  const {
    url,
    process: { pid = 0 },
  } = running;
  let number = 1;
  assert.deepEqual(await serve(url, number), [200, 200, 201]);
  const [memory, connections] = [memoryOf(pid), connectionsOf(pid)];
  const crowd = await holdIdle(Number(new URL(url).port), IDLE);
  let [most, slowest, open] = [0, 0, 0];
  for (const over = performance.now() + HELD; performance.now() < over; number += 1) {
    const began = performance.now();
    assert.deepEqual(await serve(url, number + 1), [200, 200, 201]);
    slowest = Math.max(slowest, performance.now() - began);
    most = Math.max(most, memoryOf(pid));
    open = Math.max(open, connectionsOf(pid) - connections);
    await after(CUSTOMER_EVERY);
  }
  crowd.leave();
  t.diagnostic(
    `${open} connections at once, ${crowd.closedByServer()} closed, ${number - 1} customers, the slowest in ${Math.round(slowest)} ms, memory ${Math.round(memory)} MB, then ${Math.round(most)} MB`,
  );
  assert.ok(open >= 0.9 * IDLE, `${open} were open`);
  assert.ok(most - memory < MEMORY_BESIDE + (MEMORY_EACH_THOUSAND * IDLE) / 1_000, `${most} MB after ${memory} MB`);
  while (connectionsOf(pid) - connections > IDLE / 100) await after(CUSTOMER_EVERY);
  assert.deepEqual(await serve(url, number + 1), [200, 200, 201]);
});
