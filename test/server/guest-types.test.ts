import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { PortalConfig } from 'portal-request-form/contract';
import type { TestServer } from '../../demo/server/testing.js';
import { ANNA, onEachDatabase, pointers, smallConfig } from './harness.js';
import { openOffice, type Office } from './office.js';
import { publish } from './settings-calls.js';

const [fault] = smallConfig.requestTypes;
if (!fault) throw new Error('The small configuration has no request type');
const config: PortalConfig = { ...smallConfig, requestTypes: [fault, { ...fault, id: 'advice', label: 'Advice' }] };
const guest = { name: 'Gerda', email: 'gerda@example.com' };

/** A portal of which guests may ask for one thing only. */
const openToFaults = async (server: TestServer): Promise<Office> => {
  const office = await openOffice(server, config);
  const limit = { guestRequestTypes: ['fault'] };
  const made = await publish(office.ask, (content) => ({ ...content, office: { ...content.office, ...limit } }));
  assert.equal(made.status, 201);
  return office;
};

const typesFor = async ({ portal }: Office, token?: string): Promise<string[]> => {
  const { json } = await portal.call('/config', { token });
  return (json as PortalConfig).requestTypes.map(({ id }) => id);
};

onEachDatabase('A portal that lets guests ask for some things only', (server) => {
  it('shows the rest to whoever is signed in', async () => {
    const office = await openToFaults(server());
    const token = await office.portal.signIn(ANNA);
    assert.deepEqual([await typesFor(office), await typesFor(office, token)], [['fault'], ['fault', 'advice']]);
    assert.deepEqual(await typesFor(office, 'dead'), ['fault']);
  });

  it('gives each their own entity tag, and says that it depends on who asks', async () => {
    const { portal } = await openToFaults(server());
    const token = await portal.signIn(ANNA);
    const ofGuest = await portal.call('/config');
    const none = { 'If-None-Match': ofGuest.headers.get('etag') ?? '' };
    assert.equal((await portal.call('/config', { headers: none })).status, 304);
    const ofCustomer = await portal.call('/config', { token, headers: none });
    assert.equal(ofCustomer.status, 200);
    assert.match(ofCustomer.headers.get('vary') ?? '', /Authorization/);
  });

  it('refuses the rest to a guest, as it refuses what does not exist', async () => {
    const { portal } = await openToFaults(server());
    const send = (requestType: string, token?: string) =>
      portal.send(portal.submission({ configVersion: '2', requestType, ...(token ? {} : { guest }) }), token);
    const [hidden, unknown] = [await send('advice'), await send('unheard-of')];
    assert.deepEqual([hidden.status, pointers(hidden)], [422, ['/requestType']]);
    assert.deepEqual(hidden.json, unknown.json);
    assert.equal((await send('fault')).status, 201);
    assert.equal((await send('advice', await portal.signIn(ANNA))).status, 201);
  });
});
