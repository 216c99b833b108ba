import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../scripts/suites/port.mjs';

/** The built demo, running on a port and in a folder of its own. */
export interface Demo {
  readonly url: string;
  stop(): Promise<void>;
}

const START_TIME = 120_000;
const LOOK_EVERY = 100;
const LAST_WORDS = 4000;

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the demo as `npm start` does, on what is built. Throws with what it said when it does not come up. */
export const startDemo = async (): Promise<Demo> => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-demo-'));
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['--import', './scripts/tsx-built.mjs', 'demo/server/main.ts'], {
    env: { ...process.env, PORT: port, PUBLIC_URL: url, DATA_DIR: folder, WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (piece) => {
      said = (said + String(piece)).slice(-LAST_WORDS);
    });
  }
  const ended = once(server, 'close');
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const until = Date.now() + START_TIME;
  while (Date.now() < until && server.exitCode === null) {
    if (await isReady(url)) return { url, stop };
    await pause(LOOK_EVERY);
  }
  await stop();
  throw new Error(`The demo did not start:\n${said}`);
};
