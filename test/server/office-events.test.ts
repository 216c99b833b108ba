import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CLERK, call, onEachDatabase } from './harness.js';
import { openOffice, signInToOffice } from './office.js';
import { isPostgresInstalled, startCluster } from './postgres.js';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';

/** Watches as the office's page does; `next` gives what is said next, without what keeps the line open. */
const watch = async (server: TestServer, cookie: string) => {
  const leaving = new AbortController();
  const response = await fetch(`${server.url}/api/office/events`, {
    headers: { Cookie: cookie },
    signal: leaving.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string | undefined> => {
    const read = await reader?.read();
    if (read?.done !== false) return undefined;
    return read.value.includes('event:') ? read.value : next();
  };
  return {
    response,
    next,
    leave: () => {
      leaving.abort();
    },
  };
};

const cookieOf = async (server: TestServer, email: string): Promise<string> => {
  const { headers } = await call(`${server.url}/api/office/session`, { body: { email, password: CLERK.password } });
  return headers.get('set-cookie')?.split(';')[0] ?? '';
};

onEachDatabase('The events of the office', (server) => {
  it('tell of what changes at the own portal, once it is kept', async () => {
    const office = await openOffice(server());
    const { response, next, leave } = await watch(server(), await cookieOf(server(), office.email));
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.match((await next()) ?? '', /event: requests\n/); // it listens from here on
    const said = next();
    const { id } = await office.portal.submit();
    assert.match((await said) ?? '', /^event: requests\ndata: \{\}\n\n/);
    const decided = next();
    await office.ask(`/requests/${id}/accept`, {});
    assert.match((await decided) ?? '', /event: requests\n/);
    leave();
  });

  it('tell nothing of another portal', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    const { officeEvents } = server().services;
    const heard: string[] = [];
    const reached = new Promise<void>((resolve) => {
      for (const { portal } of [office, other]) {
        const changed = (): void => {
          heard.push(portal.id);
          if (heard.at(-1) === other.portal.id && heard.length > 2) resolve();
        };
        officeEvents.watch({ portalId: portal.id, sessionId: portal.id, changed, ended: () => undefined });
      }
    });
    await other.portal.submit();
    await reached;
    assert.equal(heard.filter((id) => id === office.portal.id).length, 1);
  });

  it('end when the session does, wherever that was', async () => {
    const office = await openOffice(server());
    const cookie = await cookieOf(server(), office.email);
    const { next } = await watch(server(), cookie);
    await next();
    await call(`${server().url}/api/office/session`, { method: 'DELETE', headers: { Cookie: cookie } });
    assert.equal(await next(), undefined);
    assert.equal((await watch(server(), cookie)).response.status, 401);
  });

  it('are refused to a session that watches without end', async () => {
    const office = await openOffice(server());
    const cookie = await cookieOf(server(), office.email);
    const all = await Promise.all(Array.from({ length: 9 }, () => watch(server(), cookie)));
    assert.deepEqual(
      all.map(({ response }) => response.status).filter((status) => status === 429),
      [429],
    );
    for (const { leave } of all) leave();
    await signInToOffice(server(), office.email);
  });
});

describe('Two servers on one database', { skip: !isPostgresInstalled() && 'PostgreSQL is not installed' }, () => {
  it('tell each other’s desks what changed, also after the database was away', async (t) => {
    const cluster = await startCluster();
    const databaseUrl = await cluster.createDatabase();
    const settings = { authSecret: 'the same secret in both processes' };
    const [one, two] = [
      await startTestServer({ databaseUrl, settings }),
      await startTestServer({ databaseUrl, settings }),
    ];
    t.after(async () => {
      await Promise.all([one.close(), two.close()]);
      await cluster.remove();
    });
    const office = await openOffice(one);
    const { next } = await watch(two, await cookieOf(one, office.email));
    await next();
    const said = next();
    await office.portal.submit();
    assert.match((await said) ?? '', /event: requests/);
    const again = next();
    for (const server of [one, two]) await server.services.outbox.flush(); // a mail under way would be another test
    await cluster.stop();
    await cluster.start();
    assert.match((await again) ?? '', /event: requests/);
  });
});
