import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

const WAVE = 200;

/** What clients do that hold a connection and want nothing: say nothing, half of a call, or wait after a call. */
const BEGINNINGS = ['', 'GET /health HTTP/1.1\r\nX-Half: ', 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n'] as const;

/** Opens so many one after another, some at a time: more at once than wait to be accepted would never get that far. */
export const inWaves = async <T>(count: number, open: (number: number) => Promise<T>): Promise<T[]> => {
  const opened: T[] = [];
  while (opened.length < count) {
    const wave = Math.min(WAVE, count - opened.length);
    opened.push(...(await Promise.all(Array.from({ length: wave }, (_one, index) => open(opened.length + index)))));
  }
  return opened;
};

/** Connections that are held open: one that the server closes is opened again. */
export interface IdleCrowd {
  readonly open: () => number;
  readonly closedByServer: () => number;
  readonly leave: () => void;
}

/** Holds so many idle connections to a port of this machine; resolves when all have been opened. */
export const holdIdle = async (port: number, count: number): Promise<IdleCrowd> => {
  const sockets = new Set<Socket>();
  let closed = 0;
  let isOver = false;
  const hold = async (number: number): Promise<void> => {
    const socket = connect(port, '127.0.0.1').resume();
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      closed += 1;
      if (!isOver) setTimeout(() => void hold(number), 100).unref();
    });
    await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
    if (isOver || socket.destroyed) return void socket.destroy();
    sockets.add(socket);
    socket.write(BEGINNINGS[number % BEGINNINGS.length] ?? '');
  };
  await inWaves(count, hold);
  return {
    open: () => sockets.size,
    closedByServer: () => closed,
    leave: () => {
      isOver = true;
      for (const socket of sockets) socket.destroy();
    },
  };
};

/** What a process holds in memory, in megabytes. */
export const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** How many connections a process has open, its own files aside. */
export const connectionsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

const limitOf = (): number =>
  Number(/^Max open files\s+\d+\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? 0);

/** Whether this process and those it starts may open so many files, raised when that is allowed. */
export const canOpen = (files: number): boolean => {
  if (process.platform !== 'linux') return false;
  if (limitOf() >= files) return true; // Node raises its own limit as far as it may when it starts
  try {
    execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${files}:${files}`], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
};
