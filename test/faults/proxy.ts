import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forward, send, type Exchange, type PortalTraffic } from './exchange.js';
import type { Call, Fault } from './fault.js';
import { applyFault } from './strategies.js';

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

const PATH = /^\/api\/portals\/(?<id>[^/?]+)(?<rest>.*)$/;

const matches = ({ call }: Fault, { method, path }: Call): boolean => {
  if (call === undefined) return method !== 'OPTIONS' && !path.startsWith('/drafts');
  const [wantedMethod = '', wantedPath = ''] = call.split(' ');
  return (
    method === wantedMethod &&
    (path === wantedPath || path.startsWith(`${wantedPath}/`) || path.startsWith(`${wantedPath}?`))
  );
};

/** Takes the first fault that is meant for this call; undefined when it shall go well. */
const takeFault = ({ faults }: PortalTraffic, call: Call): Fault | undefined => {
  const row = faults.find(({ fault }) => matches(fault, call));
  if (!row) return undefined;
  row.times -= 1;
  if (row.times === 0) faults.splice(faults.indexOf(row), 1);
  return row.fault;
};

const answer = async (exchange: Exchange, path: string): Promise<void> => {
  const { request, portal } = exchange;
  const call: Call = { method: request.method ?? '', path, headers: request.headers };
  if (call.method !== 'OPTIONS') portal.calls.push(call);
  const fault = takeFault(portal, call);
  if (fault) await applyFault(exchange, fault);
  else send(exchange, await forward(exchange));
};

/** Starts a proxy on a free port of this machine, in front of a server. */
export const startFaultProxy = async (upstream: string): Promise<FaultProxy> => {
  const portals = new Map<string, PortalTraffic>();
  const portalOf = (id: string): PortalTraffic => {
    const portal = portals.get(id) ?? { faults: [], calls: [], held: [], overtaken: [] };
    portals.set(id, portal);
    return portal;
  };

  const take = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { id = '', rest = '' } = PATH.exec(request.url ?? '')?.groups ?? {};
    return answer({ request, response, portal: portalOf(id), upstream: new URL(upstream) }, rest);
  };

  const server = createServer((request, response) => {
    take(request, response).catch(() => request.socket.destroy());
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
