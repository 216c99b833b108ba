import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { openJournal } from '../../demo/backends/node-http/journal.mjs';
import { createBackend } from '../../demo/backends/node-http/server.mjs';
import type { PortalConfig } from '../../src/contract/index.js';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../demo/backends/node-http/${name}.json`, import.meta.url), 'utf8'));

export const portalOfNodeBackend = async (): Promise<PortalConfig> => (await read('portal')) as PortalConfig;

export interface NodeBackend {
  readonly endpoint: string;
  /** What it would have mailed. */
  readonly mails: readonly { readonly to: string; readonly text: string }[];
  stop(): Promise<void>;
}

/** The second backend as its `main.mjs` starts it, on a free port; `file` is where it keeps requests. */
export const startNodeBackend = async (file?: string, config?: PortalConfig): Promise<NodeBackend> => {
  const mails: { to: string; text: string }[] = [];
  const journal = await openJournal(file);
  const server = createBackend({
    ...{ journal, config: config ?? (await portalOfNodeBackend()) },
    ...{ customers: await read('customers'), choices: await read('choices') },
    ...{ basePath: '/api', origins: ['http://localhost:*', 'http://127.0.0.1:*'] },
    mail: (mail: { to: string; text: string }) => mails.push(mail),
    log: console.error,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...{ mails, endpoint: `http://127.0.0.1:${port}/api` },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await journal.close();
    },
  };
};
