import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog } from '../../demo/server/log.js';
import { createPortalMemory } from '../../demo/server/services/portal-memory.js';
import type { Ear } from '../../demo/server/store/listening.js';
import type { Store } from '../../demo/server/store/store.js';
import { startTestServer } from '../../demo/server/testing.js';
import { call, smallConfig } from './harness.js';
import { isPostgresInstalled, openDatabase } from './postgres.js';

/** A memory of what a database would say, whose ear is in the hands of the test. */
const remembering = () => {
  const database = new Map([['acme', 'first']]);
  const asked: string[] = [];
  let ear: Ear | undefined;
  const listen = (given: Ear) => {
    ear = given;
    return Promise.resolve(() => Promise.resolve());
  };
  const memory = createPortalMemory({ store: { listen } as Store, log: createLog(() => undefined) }, (id) => {
    asked.push(id);
    return Promise.resolve(database.get(id));
  });
  const hearing = (): Ear => {
    assert.ok(ear);
    return ear;
  };
  return { database, asked, memory, hearing };
};

describe('What is known of a portal', () => {
  it('is asked of the database each time until changes can be heard', async () => {
    const { memory, asked, hearing } = remembering();
    await memory.find('acme');
    await memory.find('acme');
    hearing().missed();
    await memory.find('acme');
    await memory.find('acme');
    assert.equal(asked.length, 3);
    assert.equal(memory.known('acme'), 'first');
  });

  it('is asked again once it was changed, or may have been', async () => {
    const { memory, database, hearing } = remembering();
    await memory.find('acme');
    hearing().missed();
    for (const [said, change] of [
      ['second', () => hearing().hear('acme')],
      ['third', () => hearing().missed()],
      ['fourth', () => memory.forget('acme')],
    ] as const) {
      await memory.find('acme');
      database.set('acme', said);
      change();
      assert.equal(await memory.find('acme'), said);
    }
  });

  it('is not kept when it changed while it was read, nor while nothing is heard', async () => {
    const { memory, database, hearing } = remembering();
    await memory.find('acme');
    hearing().missed();
    const old = memory.find('acme');
    database.set('acme', 'second');
    hearing().hear('acme');
    assert.equal(await old, 'first');
    assert.equal(await memory.find('acme'), 'second');
    hearing().deaf?.();
    assert.equal(memory.known('acme'), undefined);
    await memory.find('acme');
    assert.equal(memory.known('acme'), undefined);
  });
});

it('A portal that was only read from memory has its origins while the database is gone', async (t) => {
  const server = await startTestServer();
  t.after(() => server.close());
  const { portals, store } = server.services;
  await portals.add('acme', smallConfig, { origins: ['https://acme.example.com'] });
  await portals.find('acme'); // no website has called
  t.mock.method(store.db, 'select', () => {
    throw new Error('gone');
  });
  portals.changed('acme');
  assert.deepEqual(await portals.origins('acme'), ['https://acme.example.com']);
});

const skip = !isPostgresInstalled() && 'PostgreSQL is not installed: apt-get install postgresql';

it('What is published at one process is soon served by the other', { skip }, async (t) => {
  const database = await openDatabase();
  t.after(() => database.remove());
  const databaseUrl = database.url;
  const [one, other] = [await startTestServer({ databaseUrl }), await startTestServer({ databaseUrl })];
  t.after(() => Promise.all([one.close(), other.close()]));
  await one.addPortal('shared', smallConfig);
  const versionAt = async ({ url }: typeof one) =>
    ((await call(`${url}/api/portals/shared/config`)).json as typeof smallConfig).version;
  while (!other.services.portals.known('shared')) assert.equal(await versionAt(other), '1');
  await one.services.portals.publish('shared', { ...smallConfig, version: '2' });
  assert.equal(await versionAt(one), '2');
  while ((await versionAt(other)) !== '2');
});
