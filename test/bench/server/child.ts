import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A target of the benchmark, in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  /** What it holds in memory now, in megabytes. */
  memory(): Promise<number>;
  /** How long processors have worked for it so far, in milliseconds. */
  busy(): Promise<number>;
}

/** What a target says once it can be called. */
export interface Ready {
  readonly url: string;
  /** Of a customer who is signed in, where it has customers. */
  readonly token?: string;
}

/** In what the system counts the time of processors, in milliseconds. */
const TICK = 10;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts a file beside this one. */
export const startChild = (file: string, environment: Record<string, string>): Child => {
  const child = spawn(process.execPath, ['--import', './scripts/tsx-built.mjs', `test/bench/server/${file}`], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    process: child,
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    },
    busy: async () => {
      const [, counts = ''] = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).split(') ');
      const [user, system] = counts.split(' ').slice(11, 13);
      return (Number(user) + Number(system)) * TICK;
    },
  };
};

/** Resolves when a target can be called. */
export const readyOf = async ({ process: child }: Child): Promise<Ready> => {
  const [said] = await Promise.race([
    once(child, 'message') as Promise<[Ready]>,
    once(child, 'exit').then(() => {
      throw new Error('A target ended before it could be called');
    }),
  ]);
  return said;
};

/** Tells the benchmark that this process can be called. */
export const sayReady = (ready: Ready): void => {
  process.send?.(ready);
  process.on('disconnect', () => process.exit());
};
