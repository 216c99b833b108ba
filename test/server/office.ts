import assert from 'node:assert/strict';
import type { PortalConfig } from 'portal-request-form/contract';
import type { StaffRole } from '../../demo/office-contract/index.js';
import type { TestServer } from '../../demo/server/testing.js';
import { call, CLERK, openPortal, type Answer, type TestPortal } from './harness.js';

/** Asks the office's server as one member of staff. */
export type AskOffice = (
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  method?: string,
) => Promise<Answer>;

export interface Office {
  readonly portal: TestPortal;
  readonly email: string;
  readonly ask: AskOffice;
  readonly get: <T>(path: string) => Promise<T>;
}

/** The cookie of a member of staff who signs in. */
export const officeCookie = async (
  server: TestServer,
  email: string,
  password: string = CLERK.password,
): Promise<string> => {
  const signedIn = await call(`${server.url}/api/office/session`, { body: { email, password } });
  assert.equal(signedIn.status, 200);
  return signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
};

/** Signs a member of staff in. */
export const signInToOffice = async (server: TestServer, email: string): Promise<AskOffice> => {
  const cookie = await officeCookie(server, email);
  return (path, body, headers = {}, method) =>
    call(`${server.url}/api/office${path}`, {
      body,
      headers: { Cookie: cookie, ...headers },
      ...(method === undefined ? {} : { method }),
    });
};

/** Adds somebody to the office of a portal and signs them in. */
export const joinOffice = async (
  server: TestServer,
  portalId: string,
  role: StaffRole = 'office',
): Promise<AskOffice> => {
  const email = `${role}-${crypto.randomUUID()}@example.com`;
  await server.addStaff({ ...CLERK, email }, portalId, role);
  return signInToOffice(server, email);
};

/** A portal with its office, and a manager signed in to it. */
export const openOffice = async (server: TestServer, config?: PortalConfig): Promise<Office> => {
  const portal = await openPortal(server, config);
  const email = `${portal.id}@example.com`;
  await server.addStaff({ ...CLERK, email }, portal.id);
  const ask = await signInToOffice(server, email);
  return { portal, email, ask, get: async <T>(path: string) => (await ask(path)).json as T };
};
