import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, it } from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import { listen, type ClientLimits, type Listening } from '../../../demo/server/listen.js';
import { startTestServer, type TestServer } from '../../../demo/server/testing.js';
import { inWaves } from './idle.js';
import { sized } from './scale.js';

/** Full size: what the server really allows; short: the same a tenth as long. */
const LIMITS: ClientLimits = {
  headers: sized(15_000, 1_500),
  request: sized(120_000, 3_000),
  check: sized(5_000, 300),
  waiting: sized(9_000, 900),
};
const BYTE_EVERY = sized(1_000, 100);
const IDLE = sized(8_000, 800);
const MARGIN = 5_000;

let server: TestServer | undefined;
let listening: Listening | undefined;
before(async () => {
  server = await startTestServer();
  listening = await listen(server.app, { port: 0, host: '127.0.0.1', limits: LIMITS });
});
after(async () => {
  await listening?.close();
  await server?.close();
});

const open = async (): Promise<Socket> => {
  const socket = connect(listening?.port ?? 0, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  return socket.resume();
};

const isServed = async (): Promise<boolean> => {
  const signal = AbortSignal.timeout(MARGIN);
  const { status } = await fetch(`http://127.0.0.1:${listening?.port}/health`, { signal });
  return status === 200;
};

/** Sends a byte now and then until the server closes, and gives how long that took, in milliseconds. */
const drip = async (socket: Socket, byte: string): Promise<number> => {
  const started = performance.now();
  while (!socket.closed && !socket.destroyed) {
    socket.write(byte);
    assert.ok(await isServed());
    await later(BYTE_EVERY);
  }
  return performance.now() - started;
};

it('89 headers that come a byte at a time are cut off while others are served', async () => {
  const socket = await open();
  socket.write('GET /health HTTP/1.1\r\nX-Slow: ');
  assert.ok((await drip(socket, 'x')) < LIMITS.headers + LIMITS.check + MARGIN);
});

it('89 a body that comes a byte at a time is cut off while others are served', async () => {
  const socket = await open();
  const head = 'POST /api/portals/demo/requests HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k\r\n';
  socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n`);
  assert.ok((await drip(socket, ' ')) < LIMITS.request + LIMITS.check + MARGIN);
});

it('89 idle connections do not keep others out, and are closed in the end', async () => {
  const sockets = await inWaves(IDLE, open);
  assert.ok(await isServed());
  const left = sockets.filter(({ closed }) => !closed);
  await Promise.all(left.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
});

it('89 more idle connections than the server holds make it close those that have waited longest', async () => {
  const first = await open();
  const closed = once(first, 'close').then(() => performance.now());
  const sockets = await inWaves(LIMITS.waiting, open);
  assert.ok((await closed) <= performance.now());
  assert.ok(await isServed());
  for (const socket of sockets) socket.destroy();
});
