import { once } from 'node:events';
import { createServer, request as call } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that gives each call to the next of some servers, in turn, and says for whom it calls. */
export const startInTurn = async (servers: readonly string[]): Promise<{ url: string; close: () => void }> => {
  let calls = 0;
  const proxy = createServer((from, answer) => {
    const server = new URL(servers[calls++ % servers.length] ?? '');
    const headers = { ...from.headers, 'x-forwarded-for': from.socket.remoteAddress ?? '' };
    const onward = call({ host: server.hostname, port: server.port, path: from.url, method: from.method, headers });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    from.on('error', () => onward.destroy());
    from.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
};
