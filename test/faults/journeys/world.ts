import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { customerTables } from '../../../demo/server/store/auth-schema.js';
import { requests } from '../../../demo/server/store/schema.js';
import { DEFAULT_LIMITS, type Limits } from '../../../demo/server/settings.js';
import { freshPortalId, startTestServer } from '../../../demo/server/testing.js';
import type { PortalConfig, Submission } from '../../../src/contract/index.js';
import type { Fault } from '../fault.js';
import { startFaultProxy } from '../proxy.js';

/** One portal with one customer. */
export interface Place {
  readonly id: string;
  /** The page with the form. */
  readonly url: string;
  readonly email: string;
  /** Of who goes on without an account. */
  readonly guest: string;
  readonly password: string;
}

/** All there is outside the browser. */
export interface World {
  /** A portal, and its customer unless there are only guests. */
  open(config: PortalConfig, isForGuests: boolean): Promise<Place>;
  fault(place: Place, ...next: Fault[]): void;
  /** Ends every session of the portal's customer. */
  endSessions(place: Place): Promise<void>;
  /** Nobody answers the portal's calls for this many milliseconds, as while the server restarts. */
  stopAnswering(place: Place, milliseconds: number): Promise<void>;
  /** Whether the customer, or this guest, has the mail that confirms a request. */
  isConfirmed(place: Place): Promise<boolean>;
  /** What the office has. */
  received(place: Place): Promise<readonly Submission[]>;
  close(): Promise<void>;
}

const DIST = new URL('../../../dist/', import.meta.url);

const page = (endpoint: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Journey</title>
<portal-request-form endpoint="${endpoint}" request-type="one" lang="en"></portal-request-form>
<script type="module" src="/portal-request-form.js"></script></html>`;

/** Serves a page for each portal, and the built widget. */
const servePages = async (endpointOf: (id: string) => string) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/visit/')) {
      response.setHeader('content-type', 'text/html').end(page(endpointOf(pathname.slice('/visit/'.length))));
      return;
    }
    readFile(new URL(`.${pathname}`, DIST)).then(
      (script) =>
        response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=600' }).end(script),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** A day's calls come in a minute here. */
const unlimited = Object.fromEntries(
  Object.keys(DEFAULT_LIMITS).map((name) => [name, { count: 1_000_000, seconds: 600 }]),
) as unknown as Limits;

export const createWorld = async (): Promise<World> => {
  const server = await startTestServer({ settings: { limits: unlimited } });
  const { db } = server.store;
  const proxy = await startFaultProxy(server.url);
  const pages = await servePages((id) => proxy.endpoint(id));
  return {
    open: async (config, isForGuests) => {
      const id = freshPortalId();
      await server.addPortal(id, config);
      const who = { name: 'Anna', email: `anna@${id}.example.com`, password: 'secret-of-anna' };
      if (!isForGuests) await server.addCustomer({ ...who, company: 'Acme' }, id);
      return {
        id,
        url: `${pages.url}/visit/${id}`,
        email: who.email,
        guest: `gerda@${id}.example.com`,
        password: who.password,
      };
    },
    fault: ({ id }, ...next) => {
      proxy.fault(id, next);
    },
    endSessions: async ({ id }) => {
      await db.delete(customerTables.session).where(eq(customerTables.session.portalId, id));
    },
    stopAnswering: async ({ id }, milliseconds) => {
      proxy.fault(id, [{ kind: 'lost' }, { kind: 'cut', times: Infinity }]); // one call was under way
      await pause(milliseconds);
      proxy.fault(id, []);
    },
    isConfirmed: async ({ email, guest }) => (await server.mails()).some(({ to }) => to === email || to === guest),
    received: async ({ id }) => {
      const rows = await db.select({ submission: requests.submission }).from(requests).where(eq(requests.portalId, id));
      return rows.map(({ submission }) => submission);
    },
    close: async () => {
      pages.close();
      await proxy.close();
      await server.close();
    },
  };
};
