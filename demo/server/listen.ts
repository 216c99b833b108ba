import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { App } from './app.js';
import { hasCode } from './error-code.js';

export interface Listening {
  readonly port: number;
  /** Takes no more connections, lets calls under way finish for a while, then cuts them. */
  close(): Promise<void>;
}

/** What a client may cost; times in milliseconds. */
export interface ClientLimits {
  /** From opening a connection, or the end of the last call on it, to the end of the headers. */
  readonly headers: number;
  /** For one call, its body included. */
  readonly request: number;
  /** How often the times above are looked at. */
  readonly check: number;
  /** Connections without a call under way; one more closes the one that has waited longest. */
  readonly waiting: number;
}

const KEEP_ALIVE = 10_000;
const LARGEST_HEADERS = 16 * 1024;
const MOST_WAITING = 10_000;
const MOST_AT_WORK = 2_000;
const GRACE = 10_000;

/** How many files and connections the process may have open, where that can be told. */
const mostOpen = (): number => {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Infinity);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Infinity;
    throw error;
  }
};

/** Half of what may be open is left to calls under way, the database and files. */
const defaultLimits = (): ClientLimits => ({
  ...{ headers: 15_000, request: 120_000, check: 5_000 },
  waiting: Math.min(MOST_WAITING, Math.floor(mostOpen() / 2)),
});

/** Closes the connection that has waited longest for its next call when there are more than `most`. */
const limitWaiting = (server: Server, most: number): void => {
  const waiting = new Set<Socket>(); // in the order in which they began to wait
  const add = (socket: Socket): void => {
    if (socket.destroyed) return;
    waiting.add(socket);
    const [longest] = waiting;
    if (waiting.size > most) longest?.destroy();
  };
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => waiting.delete(socket));
    add(socket);
  });
  server.on('request', ({ socket }, response) => {
    waiting.delete(socket);
    response.once('close', () => {
      add(socket);
    });
  });
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE);
    server.close((error) => {
      clearTimeout(cut);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });

interface Where {
  /** 0 means any free one. */
  readonly port: number;
  readonly host?: string;
  readonly limits?: ClientLimits;
}

/** Serves the app; rejects when the port cannot be had. */
export const listen = (
  { fetch, quick }: Pick<App, 'fetch'> & Partial<Pick<App, 'quick'>>,
  { port, host, limits = defaultLimits() }: Where,
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const answer = getRequestListener(fetch);
    const options = {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: KEEP_ALIVE,
      maxHeaderSize: LARGEST_HEADERS,
      connectionsCheckingInterval: limits.check,
    };
    const server = createServer(options, (incoming, outgoing) => {
      if (!quick?.(incoming, outgoing)) void answer(incoming, outgoing);
    });
    server.maxConnections = limits.waiting + MOST_AT_WORK;
    limitWaiting(server, limits.waiting);
    server.once('error', reject);
    server.once('listening', () => {
      server.removeListener('error', reject);
      const address = server.address() as AddressInfo;
      resolve({ port: address.port, close: () => close(server) });
    });
    server.listen(port, host);
  });
