import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { HandoverCode, HandoverSession, PortalConfig } from 'portal-request-form/contract';
import type { CustomerList, Delivery, WorkOrderList } from '../../demo/office-contract/index.js';
import { webhookEndpoints } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { OFFICE_ROUTES, STAFF_CALLERS, type OfficeThing, type StaffCaller } from './authorisation/office-routes.js';
import { OTHER_ROUTES } from './authorisation/other-routes.js';
import { PORTAL_CALLERS, PORTAL_ROUTES, type PortalCaller } from './authorisation/portal-routes.js';
import { ANNA, BEN, onEachDatabase, openPortal, smallConfig, type TestPortal } from './harness.js';
import { officeCookie, openOffice, type Office } from './office.js';
import { upload } from './uploads.js';

/** Every route, as `GET /api/office/requests/:id`; what stands before all routes below a path is none. */
const allRoutes = ({ app }: TestServer): string[] => {
  const own = app.routes.filter(({ method, path }) => !(method === 'ALL' && path.endsWith('*')));
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))].sort();
};

const OFFICE = '/api/office';
const CONTRACT = '/api/portals/:portal';
const isBelow = (base: string) => (route: string) => route.includes(` ${base}/`);

/** The routes below a path, as `GET /requests/:id`. */
const routesBelow = (server: TestServer, base: string): string[] =>
  allRoutes(server)
    .filter(isBelow(base))
    .map((route) => route.replace(` ${base}`, ' '));

const filled = (path: string, things: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const found = things[name];
    if (found === undefined) throw new Error(`There is no ${name}`);
    return found;
  });

/** The status alone: some answers never end. */
const statusOf = async (
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<number> => {
  const json = method === 'POST' || method === 'PUT' ? body : undefined;
  const response = await fetch(url, {
    method,
    headers: { ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(json === undefined ? {} : { body: json }),
  });
  await response.body?.cancel();
  return response.status;
};

/** A request of Anna with a file, and what her portal's office made of another one. */
const sendRequests = async (portal: TestPortal, token: string) => {
  const file = await upload(portal, {}, token);
  const { id: request } = await portal.submit(token, { answers: { description: 'It drips', files: [file] } });
  const { id: another } = await portal.submit(token);
  return { request, another, file: file.id };
};

/** The small configuration with a request type that no other portal has. */
const withOwnType: PortalConfig = {
  ...smallConfig,
  requestTypes: smallConfig.requestTypes.flatMap((type) => [type, { ...type, id: 'only-here' }]),
};

/** An endpoint at an address that the server never calls. */
const addEndpoint = async ({ store }: TestServer, portalId: string): Promise<string> => {
  const id = randomUUID();
  const own = { id, portalId, url: 'https://127.0.0.1/hook', events: [], createdAt: new Date() };
  await store.db.insert(webhookEndpoints).values({ ...own, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
  return id;
};

/** What a portal knows of Anna, and somebody who is invited to its office. */
const addPeople = async ({ ask, get, portal }: Office) => {
  const customer = (await get<CustomerList>('/customers')).items[0]?.id ?? '';
  const asset = (await ask(`/customers/${customer}/assets`, { label: 'Lift 1' })).json as { id: string };
  const colleague = { name: 'Dirk', email: `${portal.id}-dirk@example.com`, role: 'office' };
  const invitation = (await ask('/staff/invitations', colleague)).json as { id: string };
  return { customer, asset: asset.id, invitation: invitation.id };
};

const officeWorld = async (server: TestServer) => {
  const office = await openOffice(server, withOwnType);
  const { portal, ask, email } = office;
  const customer = await portal.signIn(ANNA);
  const { request, another, file } = await sendRequests(portal, customer);
  await ask(`/requests/${another}/accept`, {});
  const { items } = await office.get<WorkOrderList>('/work-orders');
  await server.services.portals.publish(portal.id, { ...portal.config, version: 'only-here' });
  const [mail] = (await office.get<{ items: Delivery[] }>('/deliveries')).items;
  const things: Record<OfficeThing, string> = {
    ...{ request, file, order: items[0]?.id ?? '', version: 'only-here', portal: portal.id },
    ...{ endpoint: await addEndpoint(server, portal.id), delivery: mail?.id ?? '', colleague: '' },
    ...(await addPeople(office)),
  };
  const clerk = `${portal.id}-office@example.com`;
  things.colleague = await server.addStaff({ ...ANNA, email: clerk }, portal.id, 'office');
  const elsewhere = await openOffice(server);
  const cookies: Record<StaffCaller, string> = {
    nobody: '',
    customer: `office_session=${customer}`,
    elsewhere: await officeCookie(server, elsewhere.email),
    office: await officeCookie(server, clerk, ANNA.password),
    manager: await officeCookie(server, email),
  };
  const etag = async (): Promise<string> => (await ask('/settings')).headers.get('etag') ?? '';
  return { things, cookies, etag, customer };
};

const portalWorld = async (server: TestServer) => {
  const [portal, elsewhere] = [await openPortal(server), await openPortal(server)];
  const owner = await portal.signIn(ANNA);
  const { request, file } = await sendRequests(portal, owner);
  const draft = randomUUID();
  const kept = { key: draft, requestType: 'fault', configVersion: '1', step: 'details', answers: {}, checklist: {} };
  const headers = { 'If-None-Match': '*' };
  await portal.call(`/drafts/${draft}`, { method: 'PUT', token: owner, body: kept, headers });
  const made = await portal.call(`/drafts/${draft}/handover`, { method: 'POST', token: owner });
  const taken = await portal.call('/handover', { body: { code: (made.json as HandoverCode).code } });
  const tokens: Record<PortalCaller, string> = {
    ...{ guest: '', owner, other: await portal.signIn(BEN), foreign: await elsewhere.signIn(ANNA) },
    phone: (taken.json as HandoverSession).token,
  };
  return { portal, tokens, things: { request, file, draft } };
};

/** Reading changes nothing, so those routes share one world; each other route has its own. */
const worlds = <T>(make: () => Promise<T>): ((method: string) => Promise<T>) => {
  let shared: Promise<T> | undefined;
  return (method) => (method === 'GET' ? (shared ??= make()) : make());
};

onEachDatabase('Who may call what:', (server) => {
  const office = worlds(() => officeWorld(server()));
  const customers = worlds(() => portalWorld(server()));

  it('each route of the office has a row, and each row a route', () => {
    assert.deepEqual(Object.keys(OFFICE_ROUTES).sort(), routesBelow(server(), OFFICE));
  });

  for (const [route, { path, body, headers: own = {}, isConditional, expected }] of Object.entries(OFFICE_ROUTES)) {
    it(`office, ${route}`, async () => {
      const [method = '', registered = ''] = route.split(' ');
      const world = await office(method);
      const { things, cookies, customer } = world;
      const url = `${server().url}/api/office${filled(path ?? registered, things)}`;
      const answered: Partial<Record<StaffCaller, number>> = {};
      for (const caller of STAFF_CALLERS) {
        const condition = isConditional ? { 'If-Match': await world.etag() } : {};
        const bearer = caller === 'customer' ? { Authorization: `Bearer ${customer}` } : {};
        const headers = { ...own, Cookie: cookies[caller], ...condition, ...bearer } as Record<string, string>;
        answered[caller] = await statusOf(url, method, headers, filled(JSON.stringify(body ?? {}), things));
      }
      assert.deepEqual(answered, expected);
    });
  }

  it('each route of the contract has a row, and each row a route', () => {
    assert.deepEqual(Object.keys(PORTAL_ROUTES).sort(), routesBelow(server(), CONTRACT));
  });

  for (const [route, { path, body, headers = {}, expected }] of Object.entries(PORTAL_ROUTES)) {
    it(`contract, ${route}`, async () => {
      const [method = '', registered = ''] = route.split(' ');
      const { portal, tokens, things } = await customers(method);
      const answered: Partial<Record<PortalCaller, number>> = {};
      for (const caller of PORTAL_CALLERS) {
        const token = tokens[caller];
        const bearer = token === '' ? {} : { Authorization: `Bearer ${token}` };
        const url = `${portal.endpoint}${filled(path ?? registered, things)}`;
        answered[caller] = await statusOf(
          url,
          method,
          { ...headers, ...bearer } as Record<string, string>,
          JSON.stringify(body ?? {}),
        );
      }
      assert.deepEqual(answered, expected);
    });
  }

  it('each route beside them has a row, and each row a route', () => {
    const others = allRoutes(server()).filter((route) => !isBelow(OFFICE)(route) && !isBelow(CONTRACT)(route));
    assert.deepEqual(Object.keys(OTHER_ROUTES).sort(), others);
  });

  it('the routes beside them give nothing to somebody without a link that is for one', async () => {
    const answered: Record<string, number> = {};
    for (const [route, { path, body }] of Object.entries(OTHER_ROUTES)) {
      const [method = '', registered = ''] = route.split(' ');
      const form = body === undefined ? {} : { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
      const response = await fetch(`${server().url}${path ?? registered}`, { method, redirect: 'manual', ...form });
      await response.body?.cancel();
      answered[route] = response.status;
    }
    const expected = Object.entries(OTHER_ROUTES).map(([route, row]) => [route, row.expected] as const);
    assert.deepEqual(answered, Object.fromEntries(expected));
  });
});
