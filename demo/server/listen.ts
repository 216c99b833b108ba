import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { App } from './app.js';

export interface Listening {
  readonly port: number;
  /** Takes no more connections, lets calls under way finish for a while, then cuts them. */
  close(): Promise<void>;
}

/** Limits on slow clients, in milliseconds and bytes. */
const HEADERS_TIMEOUT = 15_000;
const REQUEST_TIMEOUT = 120_000;
const KEEP_ALIVE = 10_000;
const LARGEST_HEADERS = 16 * 1024;
const MOST_CONNECTIONS = 10_000;
const GRACE = 10_000;

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

/** Serves the app; rejects when the port cannot be had. Port 0 means any free one. */
export const listen = ({ fetch }: App['app'], { port, host }: { port: number; host?: string }): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({
      ...{ fetch, port, createServer },
      ...(host === undefined ? {} : { hostname: host }),
      serverOptions: {
        headersTimeout: HEADERS_TIMEOUT,
        requestTimeout: REQUEST_TIMEOUT,
        keepAliveTimeout: KEEP_ALIVE,
        maxHeaderSize: LARGEST_HEADERS,
        connectionsCheckingInterval: 5_000,
      },
    }) as Server;
    server.maxConnections = MOST_CONNECTIONS;
    server.once('error', reject);
    server.once('listening', () => {
      server.removeListener('error', reject);
      const address = server.address() as AddressInfo;
      resolve({ port: address.port, close: () => close(server) });
    });
  });
