/** The most that can be had for a configuration: as many bytes and the same headers, from Node without Hono. */
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGE_HEADERS } from '../../../demo/server/routes/pages.js';
import { sayReady } from './child.js';

const BODY = new Uint8Array(2_200);
const HEADERS: OutgoingHttpHeaders = {
  ...PAGE_HEADERS,
  'Cache-Control': 'no-cache',
  'Content-Encoding': 'br',
  'Content-Length': BODY.length,
  'Content-Type': 'application/json; charset=utf-8',
  ETag: `W/"${'0'.repeat(32)}"`,
  Vary: 'Authorization, Accept-Encoding, Origin',
};

const server = createServer((_incoming, outgoing) => {
  outgoing.writeHead(200, HEADERS).end(BODY);
});
server.listen(0, '127.0.0.1', () => {
  sayReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
