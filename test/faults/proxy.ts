import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call, Fault } from './fault.js';

/** A real HTTP server in front of the real one, through which calls go wrong in the ways that are asked for. */
export interface FaultProxy {
  /** Where a portal is found through this proxy. */
  endpoint(portalId: string): string;
  /** Makes the next calls of a portal fail, in place of what was asked for before; an empty list ends it. */
  fault(portalId: string, next: readonly Fault[]): void;
  /** Lets go of the answers that are held back. */
  release(portalId: string): void;
  /** The calls that a portal was asked so far, without preflights. */
  calls(portalId: string): readonly Call[];
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

interface Portal {
  readonly faults: { readonly fault: Fault; times: number }[];
  readonly calls: Call[];
  readonly held: (() => void)[];
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly portal: Portal;
  readonly forward: () => Promise<Answer>;
}

const PATH = /^\/api\/portals\/(?<id>[^/?]+)(?<rest>.*)$/;

const bytes = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const forward = (request: IncomingMessage, upstream: URL): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, headers, url = '/' } = request;
    const outgoing = httpRequest(new URL(url, upstream), { method, headers: { ...headers, connection: 'close' } });
    outgoing.once('error', reject);
    outgoing.once('response', (answer) => {
      bytes(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }),
        reject,
      );
    });
    request.pipe(outgoing);
  });

/** Without kept connections, no browser repeats by itself a call whose connection was cut. */
const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const { 'transfer-encoding': _, 'keep-alive': __, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': body.length, connection: 'close' });
  response.end(body);
};

const readable = ({ headers }: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-expose-headers': 'ETag, Location, Retry-After',
});

const cut = ({ request }: Exchange): void => {
  request.socket.destroy();
};

const strategies: {
  readonly [K in Fault['kind']]: (exchange: Exchange, fault: Fault & { kind: K }) => Promise<void> | void;
} = {
  problem: ({ request, response }, { status, code, errors, headers }) => {
    const problem = { type: `urn:portal-request:problem:${code}`, title: code, status, code, errors };
    const type = { 'content-type': 'application/problem+json' };
    request.resume();
    send(response, {
      status,
      headers: { ...readable(request), ...type, ...headers },
      body: Buffer.from(JSON.stringify(problem)),
    });
  },
  html: ({ request, response }) => {
    const headers = { ...readable(request), 'content-type': 'text/html; charset=utf-8' };
    request.resume();
    send(response, {
      status: 200,
      headers,
      body: Buffer.from('<!doctype html><title>Wi-Fi</title><h1>Sign in to the network</h1>'),
    });
  },
  truncated: async ({ response, forward }) => {
    const answer = await forward();
    send(response, { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) });
  },
  'broken-off': async (exchange) => {
    const { status, headers, body } = await exchange.forward();
    exchange.response.writeHead(status, { ...headers, 'content-length': body.length, connection: 'close' });
    exchange.response.write(body.subarray(0, Math.floor(body.length / 2)), () => cut(exchange));
  },
  cut,
  lost: async (exchange) => {
    await exchange.forward();
    cut(exchange);
  },
  held: async ({ response, portal, forward }) => {
    const answer = await forward();
    portal.held.push(() => send(response, answer));
  },
  late: async ({ response, forward }, { milliseconds }) => {
    const answer = await forward();
    setTimeout(() => send(response, answer), milliseconds);
  },
  'no-cors': async ({ response, forward }) => {
    const answer = await forward();
    const { 'access-control-allow-origin': _, ...headers } = answer.headers;
    send(response, { ...answer, headers });
  },
};

const matches = ({ call }: Fault, { method, path }: Call): boolean => {
  if (call === undefined) return true;
  const [wantedMethod = '', wantedPath = ''] = call.split(' ');
  return (
    method === wantedMethod &&
    (path === wantedPath || path.startsWith(`${wantedPath}/`) || path.startsWith(`${wantedPath}?`))
  );
};

/** Takes the first fault that is meant for this call; undefined when it shall go well. */
const takeFault = ({ faults }: Portal, call: Call): Fault | undefined => {
  const row = faults.find(({ fault }) => matches(fault, call));
  if (!row) return undefined;
  row.times -= 1;
  if (row.times === 0) faults.splice(faults.indexOf(row), 1);
  return row.fault;
};

const apply = (exchange: Exchange, fault: Fault): Promise<void> | void =>
  (strategies[fault.kind] as (exchange: Exchange, fault: Fault) => Promise<void> | void)(exchange, fault);

/** Starts a proxy on a free port of this machine, in front of a server. */
export const startFaultProxy = async (upstream: string): Promise<FaultProxy> => {
  const portals = new Map<string, Portal>();
  const portalOf = (id: string): Portal => {
    const portal = portals.get(id) ?? { faults: [], calls: [], held: [] };
    portals.set(id, portal);
    return portal;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { id = '', rest = '' } = PATH.exec(request.url ?? '')?.groups ?? {};
    const portal = portalOf(id);
    const exchange: Exchange = { request, response, portal, forward: () => forward(request, new URL(upstream)) };
    if (request.method === 'OPTIONS') {
      send(response, await exchange.forward());
      return;
    }
    const call: Call = { method: request.method ?? '', path: rest, headers: request.headers };
    portal.calls.push(call);
    const fault = takeFault(portal, call);
    if (fault) await apply(exchange, fault);
    else send(response, await exchange.forward());
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: (id) => `http://127.0.0.1:${port}/api/portals/${id}`,
    fault: (id, next) => {
      const { faults } = portalOf(id);
      faults.splice(0, faults.length, ...next.map((fault) => ({ fault, times: fault.times ?? 1 })));
    },
    release: (id) => {
      for (const letGo of portalOf(id).held.splice(0)) letGo();
    },
    calls: (id) => portalOf(id).calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
