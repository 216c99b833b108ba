import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { PortalConfig } from 'portal-request-form/contract';
import { lintConfig } from 'portal-request-form/rules';
import type { StaffPortal, StaffSession } from '../../demo/office-contract/index.js';
import { freshPortalId } from '../../demo/server/testing.js';
import { call, onEachDatabase, pointers } from './harness.js';
import { joinOffice, openOffice, type AskOffice } from './office.js';
import { named, publish, see } from './settings-calls.js';

const portalsOf = async (ask: AskOffice): Promise<StaffPortal[]> =>
  ((await ask('/portals')).json as { items: StaffPortal[] }).items;

const make = (ask: AskOffice, change = {}) =>
  ask('/portals', { id: freshPortalId().slice(0, 30), name: 'Lifts', locales: ['nl', 'en'], ...change });

onEachDatabase('A portal that a manager makes', (server) => {
  it('asks one question in each of its languages, and can be set up and published', async () => {
    const { ask } = await openOffice(server());
    const made = await make(ask);
    const { id, role, isCurrent } = made.json as StaffPortal;
    assert.deepEqual([made.status, role, isCurrent], [201, 'manager', false]);
    const endpoint = `${server().url}/api/portals/${id}`;
    const config = (await call(`${endpoint}/config`)).json as PortalConfig;
    assert.deepEqual(lintConfig(config), []);
    assert.deepEqual(config.requestTypes[0]?.label, { nl: 'Aanvraag', en: 'Request' });
    assert.equal((await ask('/session/portal', { id })).status, 200);
    assert.equal((await publish(ask, named('Lifts & more'))).status, 201);
    assert.equal(((await call(`${endpoint}/config`)).json as PortalConfig).portal.name, 'Lifts & more');
  });

  it('is one of several, of which a session is about one at a time', async () => {
    const { ask, portal } = await openOffice(server());
    const { id } = (await make(ask)).json as StaffPortal;
    assert.deepEqual((await portalsOf(ask)).map(({ id: one, isCurrent }) => [one, isCurrent]).sort(), [
      ...[
        [id, false],
        [portal.id, true],
      ].sort(),
    ]);
    await portal.submit();
    const switched = await ask('/session/portal', { id });
    assert.deepEqual((switched.json as StaffSession).portal, { id, name: 'Lifts', locale: 'nl' });
    assert.deepEqual(((await ask('/requests')).json as { items: object[] }).items, []);
    assert.equal(((await ask('/session')).json as StaffSession).portal.id, id);
    assert.equal((await see(ask)).draft.content.config.portal.name, 'Lifts');
  });

  it('gets nothing that a tab still means for the portal before it', async () => {
    const { ask, portal } = await openOffice(server());
    const { id } = (await make(ask)).json as StaffPortal;
    const meant = { 'office-portal': portal.id };
    assert.equal((await ask('/requests', undefined, meant)).status, 200);
    await ask('/session/portal', { id });
    const stale = await ask('/requests', undefined, meant);
    assert.deepEqual([stale.status, stale.headers.get('office-portal')], [409, id]);
    assert.equal((await ask('/session/portal', { id: portal.id }, meant)).status, 200);
  });

  it('is nobody else’s to see or to work for', async () => {
    const [office, other] = [await openOffice(server()), await openOffice(server())];
    const { id } = (await make(office.ask)).json as StaffPortal;
    assert.ok(!(await portalsOf(other.ask)).some((one) => one.id === id));
    for (const wanted of [id, 'never-made', 1, null]) {
      assert.equal((await other.ask('/session/portal', { id: wanted })).status, 404);
    }
  });

  it('needs an id that is free, a name and languages', async () => {
    const { ask } = await openOffice(server());
    const { id } = (await make(ask)).json as StaffPortal;
    assert.equal((await make(ask, { id })).status, 409);
    const wrong = await make(ask, { id: 'Not an id', name: ' ', locales: ['nl', 'not a tag', 'nl'], more: 1 });
    assert.deepEqual([wrong.status, pointers(wrong)], [422, ['/id', '/name', '/locales/1', '/locales/2', '/more']]);
    assert.deepEqual(pointers(await make(ask, { locales: [] })), ['/locales']);
  });

  it('is made by managers', async () => {
    const { portal } = await openOffice(server());
    const clerk = await joinOffice(server(), portal.id);
    assert.equal((await make(clerk)).status, 403);
    assert.deepEqual(
      (await portalsOf(clerk)).map(({ role }) => role),
      ['office'],
    );
  });
});
