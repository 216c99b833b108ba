import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import pg from 'pg';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';
import { ANNA, openPortal } from './harness.js';
import { isPostgresInstalled, openDatabase } from './postgres.js';

/** At most so many statements for one submit, its transaction and the session of the customer included. */
const MOST = 7;

const textOf = (query: unknown): string => (typeof query === 'string' ? query : (query as { text: string }).text);

describe('Statements of SQL', { skip: !isPostgresInstalled() && 'PostgreSQL is not installed' }, () => {
  let server: TestServer | undefined;
  const closing: (() => Promise<void>)[] = [];
  before(async () => {
    const database = await openDatabase();
    server = await startTestServer({ databaseUrl: database.url });
    closing.push(
      () => server?.close() ?? Promise.resolve(),
      () => database.remove(),
    );
  });
  after(async () => {
    for (const close of closing) await close();
  });

  it('are none for a configuration that is in memory', async () => {
    assert.ok(server);
    const portal = await openPortal(server);
    while (!server.services.portals.known(portal.id)) await portal.call('/config');
    const { mock: counted } = mock.method(pg.Client.prototype, 'query');
    assert.equal((await portal.call('/config', { headers: { Origin: 'http://localhost:1' } })).status, 200);
    const asked = counted.calls.map(({ arguments: [query] }) => textOf(query));
    mock.restoreAll();
    assert.deepEqual(
      asked.filter((one) => one.includes('"portal')),
      [],
    );
  });

  it(`are at most ${MOST} for a submit`, async () => {
    assert.ok(server);
    const portal = await openPortal(server);
    const token = await portal.signIn(ANNA);
    await portal.submit(token);
    await server.mails();
    const { mock: counted } = mock.method(pg.Client.prototype, 'query');
    await portal.submit(token);
    const statements = counted.calls.map(({ arguments: [query] }) => textOf(query));
    mock.restoreAll();
    const last = statements.findIndex((one) => one.includes('INSERT INTO "submission_key"'));
    const own = statements.slice(0, last + 1 + statements.slice(last).indexOf('commit'));
    assert.ok(last > 0, 'the submit is among what is counted');
    assert.ok(own.length <= MOST, `${own.length}:\n${own.join('\n')}`);
  });

  it('are shared by submits at the same time: what comes while others are stored goes with the next', async () => {
    assert.ok(server);
    const portal = await openPortal(server);
    const token = await portal.signIn(ANNA);
    const { mock: counted } = mock.method(pg.Client.prototype, 'query');
    await Promise.all(Array.from({ length: 20 }, () => portal.submit(token)));
    const statements = counted.calls.map(({ arguments: [query] }) => textOf(query));
    mock.restoreAll();
    const stored = statements.filter((one) => one.includes('INSERT INTO "submission_key"'));
    assert.ok(stored.length < 10, `${stored.length} transactions for twenty submits`);
  });
});
