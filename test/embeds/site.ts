import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { embeds } from '../../scripts/embeds.mjs';
import { root } from '../../scripts/root.mjs';
import { freePort } from '../../scripts/suites/port.mjs';

export type EmbedName = Exclude<keyof typeof embeds, 'wordpress'>;

/** A website that has the form in it, on an origin of its own. */
export interface Website {
  readonly url: string;
  stop(): Promise<void>;
}

const LOOK_EVERY = 100;
const START_TIME = 30_000;

const serveFolder = async (folder: string, port: number): Promise<() => Promise<void>> => {
  const server = serve({ fetch: new Hono().use(serveStatic({ root: folder })).fetch, port });
  if (!server.listening) await once(server, 'listening');
  return async () => {
    server.close();
    await once(server, 'close');
  };
};

/** Whether something answers there. */
export const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const startServer = async (folder: string, file: string, port: number): Promise<() => Promise<void>> => {
  const env = { ...process.env, PORT: String(port), HOST: 'localhost' };
  const server = spawn(process.execPath, [file], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const until = Date.now() + START_TIME;
  while (Date.now() < until && !(await isUp(`http://localhost:${port}/`))) await pause(LOOK_EVERY);
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'close');
  };
};

/** Serves what was built of one embed. */
export const openWebsite = async (name: EmbedName): Promise<Website> => {
  const embed = embeds[name];
  const folder = join(root, 'demo/embeds', name);
  const port = Number(await freePort());
  const stop =
    'serve' in embed
      ? await serveFolder(join(folder, embed.serve), port)
      : await startServer(folder, embed.start, port);
  return { url: `http://localhost:${port}`, stop };
};
