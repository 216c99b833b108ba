import type { TestRunnerPlugin } from '@web/test-runner';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { installerConfig } from '../../demo/server/seed.js';
import { askBack } from '../../demo/server/services/questions.js';
import { DEFAULT_LIMITS, type Limits } from '../../demo/server/settings.js';
import { attachments, requests } from '../../demo/server/store/schema.js';
import { freshPortalId, startTestServer, type TestServer } from '../../demo/server/testing.js';
import { startNodeBackend, type NodeBackend } from '../backends/node-http.js';
import { startFaultProxy, type FaultProxy } from '../faults/proxy.js';
import type { Account, PortalCommands } from './commands.js';

interface Outside {
  readonly server: TestServer;
  readonly proxy: FaultProxy;
  readonly nodeBackend: NodeBackend;
}

type Handlers = {
  readonly [N in keyof PortalCommands]: (
    outside: Outside,
    payload: PortalCommands[N]['payload'],
  ) => PortalCommands[N]['answer'] | Promise<PortalCommands[N]['answer']>;
};

const account = (name: string, portalId: string): Account => ({
  name,
  email: `${name.toLowerCase()}@${portalId}.example.com`,
  password: `secret-of-${name.toLowerCase()}`,
});

/** Each account can choose from what one of the demo's customers has. */
const addAccount = async (
  { server }: Outside,
  who: Account,
  company: string,
  portalId: string,
  like: string,
): Promise<Account> => {
  await server.giveOptions(await server.addCustomer({ ...who, company }, portalId), like);
  return who;
};

const handlers: Handlers = {
  portal: async (outside, { config, isClosed = false, origins }) => {
    const id = freshPortalId();
    await outside.server.addPortal(id, config ?? (await installerConfig()), { isClosed, ...(origins && { origins }) });
    return {
      id,
      endpoint: outside.proxy.endpoint(id),
      customer: await addAccount(outside, account('Anna', id), 'Acme', id, 'other@example.com'),
      otherCustomer: await addAccount(outside, account('Ben', id), 'Bolt', id, 'customer@example.com'),
    };
  },
  nodeBackend: ({ nodeBackend: { endpoint } }) => ({
    ...{ id: 'node-http', endpoint },
    customer: { name: 'Anna Bakker', email: 'customer@example.com', password: 'portal-demo-1' },
    otherCustomer: { name: 'Omar Haddad', email: 'other@example.com', password: 'portal-demo-2' },
  }),
  publish: async ({ server }, { id, config }) => {
    await server.services.portals.publish(id, config);
    return null;
  },
  close: async ({ server }, { id, isClosed }) => {
    await server.services.portals.close(id, isClosed);
    return null;
  },
  mails: async ({ server }, { to }) => (await server.mails()).filter((mail) => mail.to === to),
  requests: ({ server }, { id }) =>
    server.store.db.select().from(requests).where(eq(requests.portalId, id)).orderBy(asc(requests.submittedAt)),
  'ask-back': async ({ server }, { portal, request, fields, message }) => {
    const person = { name: 'Carla', email: `carla@${portal}.example.com`, password: 'secret-of-carla' };
    const id = await server.addStaff(person, portal);
    const clerk = { id, name: 'Carla', role: 'office' as const, portalId: portal, portalLocale: 'en' };
    await askBack(server.services, clerk, request, { message, fields, items: [] });
    await server.services.outbox.flush();
    const mail = (await server.mails()).find(({ text }) => text.includes(`,${request}.`));
    return /http\S+#portal-reply=\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  },
  fault: ({ proxy }, { id, next }) => {
    proxy.fault(id, next);
    return null;
  },
  release: ({ proxy }, { id }) => {
    proxy.release(id);
    return null;
  },
  tidyFiles: async ({ server }, { id }) => {
    const unsent = and(eq(attachments.portalId, id), isNull(attachments.requestId));
    await server.store.db.delete(attachments).where(unsent);
    return null;
  },
  isThorough: () => process.env['FAULTS'] === 'thorough',
  calls: ({ proxy }, { id }) => proxy.calls(id),
};

const isCommand = (command: string): command is keyof PortalCommands => Object.hasOwn(handlers, command);

const answer = <N extends keyof PortalCommands>(outside: Outside, command: N, payload: unknown) =>
  handlers[command](outside, payload as PortalCommands[N]['payload']);

/** Three browsers do in a minute what one client may do in a day. */
const unlimited = Object.fromEntries(
  Object.keys(DEFAULT_LIMITS).map((name) => [name, { count: 1_000_000, seconds: 600 }]),
) as unknown as Limits;

/** Starts the real server, and the proxy through which its calls can fail, once a run; tests ask it for portals. */
export const portalsPlugin = (): TestRunnerPlugin => {
  let outside: Outside | undefined;
  return {
    name: 'portals',
    serverStart: async () => {
      const server = await startTestServer({ settings: { limits: unlimited } });
      outside = { server, proxy: await startFaultProxy(server.url), nodeBackend: await startNodeBackend() };
    },
    serverStop: async () => {
      await outside?.proxy.close();
      await outside?.nodeBackend.stop();
      await outside?.server.close();
    },
    executeCommand: async ({ command, payload }) => {
      if (!outside || !isCommand(command)) return undefined;
      return (await answer(outside, command, payload)) ?? true; // the runner takes null for a command that nobody knows
    },
  };
};
