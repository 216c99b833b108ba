import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SettingsContent, SettingsDraft, SettingsVersion } from '../../demo/office-contract/index.js';
import { CLERK, onEachDatabase, pointers, problem } from './harness.js';
import { joinOffice, openOffice, type AskOffice, type Office } from './office.js';
import { named, publish, put, see, withType, type Change } from './settings-calls.js';

const nameOf = async ({ portal }: Office): Promise<unknown> => {
  const { json } = await portal.call('/config');
  return (json as SettingsContent['config']).portal.name;
};

const versions = async (ask: AskOffice) =>
  (await ask('/settings/versions')).json as { items: SettingsVersion[]; nextCursor?: string };

onEachDatabase('The settings of a portal', (server) => {
  it('are what was published, until a manager changes them', async () => {
    const { ask, portal } = await openOffice(server());
    const { draft, etag } = await see(ask);
    assert.deepEqual([draft.publishedVersion, draft.savedBy], ['1', undefined]);
    assert.deepEqual(draft.content.config.requestTypes, portal.config.requestTypes);
    const kept = await put(ask, { draft, etag }, named('Lifts'));
    assert.deepEqual([kept.status, (kept.json as SettingsDraft).savedBy], [200, CLERK.name]);
    const seen = await see(ask);
    assert.deepEqual([seen.draft, seen.etag], [kept.json, kept.headers.get('etag')]);
    assert.notEqual(seen.etag, etag);
  });

  it('change for customers when they are published, all of them at once', async () => {
    const office = await openOffice(server());
    const origins = ['https://www.example.com'];
    const made = await publish(office.ask, (content) => {
      const { config } = named('Lifts')(content);
      return { config, office: { ...content.office, origins } };
    });
    assert.equal(made.status, 201);
    assert.equal(await nameOf(office), 'Lifts');
    const elsewhere = { headers: { Origin: 'https://www.example.com' } };
    const { headers } = await office.portal.call('/config', elsewhere);
    assert.equal(headers.get('access-control-allow-origin'), 'https://www.example.com');
    const { draft } = await see(office.ask);
    assert.deepEqual([draft.publishedVersion, draft.savedBy, draft.content.office.origins], ['2', undefined, origins]);
  });

  it('are a version each time, with who, when and why', async () => {
    const { ask } = await openOffice(server());
    await publish(ask, named('Lifts'), ' A new name ');
    const { items } = await versions(ask);
    const [second, first] = items;
    assert.deepEqual([second?.version, second?.publishedBy, second?.note], ['2', CLERK.name, 'A new name']);
    assert.deepEqual([second?.isCurrent, first?.isCurrent, first?.publishedBy], [true, false, undefined]);
    const { json } = await ask('/settings/versions/1');
    assert.equal((json as { content: SettingsContent }).content.config.portal.name, 'Test portal');
    assert.equal((await ask('/settings/versions/3')).status, 404);
  });

  it('list their versions page by page', async () => {
    const { ask, portal } = await openOffice(server());
    for (let version = 2; version <= 27; version += 1) {
      await server().services.portals.publish(portal.id, { ...portal.config, version: `v${version}` });
    }
    const { items, nextCursor } = await versions(ask);
    assert.deepEqual([items.length, items[0]?.version, items[24]?.version], [25, 'v27', 'v3']);
    const rest = (await ask(`/settings/versions?cursor=${nextCursor}`)).json as { items: SettingsVersion[] };
    assert.deepEqual(
      rest.items.map(({ version }) => version),
      ['v2', '1'],
    );
    assert.equal((await ask('/settings/versions?cursor=WyJ4Il0')).status, 400);
  });

  it('go back to an earlier version as a whole, under a new one, and leave a draft alone', async () => {
    const office = await openOffice(server());
    await publish(office.ask, ({ config, office: own }) => ({ config, office: { ...own, mailbox: 'a@example.com' } }));
    await put(office.ask, await see(office.ask), named('Draft'));
    const restored = await office.ask('/settings/versions/1/restore', {});
    const version = restored.json as SettingsVersion;
    assert.deepEqual([restored.status, version.version, version.restoredFrom], [201, '3', '1']);
    const { json } = await office.ask('/settings/versions/3');
    assert.equal((json as { content: SettingsContent }).content.office.mailbox, undefined);
    const { draft } = await see(office.ask);
    assert.deepEqual([draft.publishedVersion, draft.content.config.portal.name], ['3', 'Draft']);
    assert.equal((await office.ask('/settings/versions/9/restore', {})).status, 404);
  });

  it('leave a request with the version it was sent under', async () => {
    const office = await openOffice(server());
    const { id } = await office.portal.submit();
    await publish(office.ask, withType({ label: 'Another' }));
    const request = await office.get<{ configVersion: string; definition: { label: unknown } }>(`/requests/${id}`);
    assert.deepEqual(
      [request.configVersion, request.definition.label],
      ['1', office.portal.config.requestTypes[0]?.label],
    );
  });

  it('may be unfinished in a draft, and then say what keeps them from being published', async () => {
    const { ask } = await openOffice(server());
    const fields = [
      { id: 'not an id', type: 'select', label: '', options: [] },
      { id: 'b', type: 'date', label: 'B', min: 'today+' },
    ];
    const made = await publish(ask, (content) => ({
      config: withType({ sections: [{ id: 's', fields }] })(content).config,
      office: { ...content.office, origins: ['www.example.com'], guestRequestTypes: ['gone'], mailColour: 'red' },
    }));
    assert.equal(made.status, 422);
    assert.deepEqual(pointers(made), [
      '/config/requestTypes/0/sections/0/fields/0/id',
      '/config/requestTypes/0/sections/0/fields/1/min',
      '/office/origins/0',
      '/office/guestRequestTypes/0',
      '/office/mailColour',
    ]);
    assert.equal((await see(ask)).draft.savedBy, CLERK.name);
  });

  it('name a contradiction by its place when they are published', async () => {
    const { ask } = await openOffice(server());
    const fields = [{ id: 'a', type: 'radio', label: 'A', options: [] }];
    const made = await publish(ask, withType({ sections: [{ id: 's', fields }] }));
    const [issue] = problem(made).errors ?? [];
    assert.deepEqual(
      [made.status, issue?.pointer, issue?.code],
      [422, '/config/requestTypes/0/sections/0/fields/0/options', 'no-options'],
    );
  });

  it('refuse a draft that no editor could show', async () => {
    const { ask } = await openOffice(server());
    const seen = await see(ask);
    const cases: [Change | object, string[]][] = [
      [withType({ sections: undefined }), ['/config/requestTypes/0/sections']],
      [
        withType({ sections: [{ id: 's', fields: [{ id: 'a', type: 'x' }] }] }),
        ['/config/requestTypes/0/sections/0/fields/0/type'],
      ],
      [
        ({ config }: SettingsContent) => ({ config, office: {} as never }),
        ['/office/origins', '/office/needsApproval', '/office/declineReasons'],
      ],
      [({ config, office }: SettingsContent) => ({ config, office: { ...office, secret: 1 } }), ['/office/secret']],
    ];
    for (const [change, expected] of cases) {
      const answer = await put(ask, seen, change as Change);
      assert.deepEqual([answer.status, pointers(answer)], [422, expected]);
    }
    assert.equal((await see(ask)).etag, seen.etag);
  });

  it('keep no signs that a database or a page cannot hold', async () => {
    const { ask } = await openOffice(server());
    const kept = await put(ask, await see(ask), named('Li\u0000f\u0007ts\n\ud800 B.V.'));
    assert.equal((kept.json as SettingsDraft).content.config.portal.name, 'Lifts\n B.V.');
  });

  it('are no draft once they say what is published', async () => {
    const { ask } = await openOffice(server());
    const before = await see(ask);
    await put(ask, before, named('Lifts'));
    const undone = await put(ask, await see(ask), named('Test portal'));
    assert.deepEqual([undone.status, (undone.json as SettingsDraft).savedBy], [200, undefined]);
    const etag = undone.headers.get('etag') ?? '';
    assert.equal(etag, before.etag);
    assert.equal((await ask('/settings/publish', {}, { 'If-Match': etag })).status, 409);
  });

  it('are dropped as a draft, and what is published stays', async () => {
    const office = await openOffice(server());
    await put(office.ask, await see(office.ask), named('Lifts'));
    const { etag } = await see(office.ask);
    assert.equal((await office.ask('/settings', undefined, { 'If-Match': '"old"' }, 'DELETE')).status, 412);
    assert.equal((await office.ask('/settings', undefined, { 'If-Match': etag }, 'DELETE')).status, 204);
    assert.equal((await see(office.ask)).draft.content.config.portal.name, 'Test portal');
  });

  it('are changed only by who has seen them as they are', async () => {
    const { ask, portal } = await openOffice(server());
    const other = await joinOffice(server(), portal.id, 'manager');
    const seen = await see(ask);
    assert.equal((await put(other, await see(other), named('Theirs'))).status, 200);
    const late = await put(ask, seen, named('Mine'));
    assert.deepEqual([late.status, problem(late).code], [412, 'draft-changed']);
    assert.equal(late.headers.get('etag'), (await see(ask)).etag);
    const blind = await ask('/settings', { content: seen.draft.content }, {}, 'PUT');
    assert.equal(blind.status, 428);
  });

  it('are published by one of ten who do so at once', async () => {
    const { ask } = await openOffice(server());
    const kept = await put(ask, await see(ask), named('Lifts'));
    const headers = { 'If-Match': kept.headers.get('etag') ?? '' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/settings/publish', {}, headers)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(9).fill(412)]);
    assert.equal((await versions(ask)).items.length, 2);
  });

  it('are for managers, and of one portal only', async () => {
    const { ask, portal } = await openOffice(server());
    await put(ask, await see(ask), named('Lifts'));
    const clerk = await joinOffice(server(), portal.id, 'office');
    const refused = await clerk('/settings');
    assert.deepEqual([refused.status, problem(refused).code], [403, 'forbidden']);
    const elsewhere = await openOffice(server());
    assert.equal((await see(elsewhere.ask)).draft.content.config.portal.name, 'Test portal');
  });
});
