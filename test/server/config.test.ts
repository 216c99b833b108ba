import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ConfigurationError } from '../../demo/server/services/configuration-error.js';
import { call, onEachDatabase, openPortal, problem, smallConfig } from './harness.js';

onEachDatabase('The configuration', (server) => {
  it('says whose days it counts, also where that was left open', async () => {
    const portal = await openPortal(server());
    const { json } = await portal.call('/config');
    assert.equal((json as typeof smallConfig).portal.timeZone, 'Europe/Amsterdam');
  });

  it('is given with an entity tag, and not again to who has it', async () => {
    const portal = await openPortal(server());
    const first = await portal.call('/config');
    assert.equal(first.status, 200);
    const timeZone = 'Europe/Amsterdam';
    assert.deepEqual(first.json, { ...smallConfig, portal: { ...smallConfig.portal, timeZone } });
    assert.match(first.headers.get('vary') ?? '', /Authorization/);
    assert.equal(first.headers.get('cache-control'), 'no-cache');
    const etag = first.headers.get('etag') ?? '';
    const again = await portal.call('/config', { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('etag'), etag);
    assert.match(again.headers.get('vary') ?? '', /Authorization/);
  });

  it('comes from memory as it came from the database: to whom it may, small, and not again to who has it', async () => {
    const portal = await openPortal(server());
    const headers = { Origin: 'http://localhost:3000', 'Accept-Encoding': 'br' };
    const first = await portal.call('/config', { headers });
    while (!server().services.portals.known(portal.id)) await portal.call('/config', { headers });
    const second = await portal.call('/config', { headers });
    const told = ({ headers: said }: typeof first) => [...said].filter(([name]) => name !== 'date');
    assert.deepEqual(told(second), told(first));
    assert.deepEqual(second.json, first.json);
    assert.equal(second.headers.get('content-encoding'), 'br');
    assert.equal(second.headers.get('access-control-allow-origin'), headers.Origin);
    assert.match(second.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const match = { 'If-None-Match': second.headers.get('etag') ?? '' };
    assert.equal((await portal.call('/config', { headers: { ...headers, ...match } })).status, 304);
    const stranger = await portal.call('/config', { headers: { Origin: 'https://evil.example' } });
    assert.equal(stranger.headers.has('access-control-allow-origin'), false);
  });

  it('is not told any more once the portal is closed', async () => {
    const portal = await openPortal(server());
    while (!server().services.portals.known(portal.id)) await portal.call('/config');
    await server().services.portals.close(portal.id, true);
    assert.equal((await portal.call('/config')).status, 503);
  });

  it('has another entity tag after a change', async () => {
    const portal = await openPortal(server());
    const before = await portal.call('/config');
    await server().services.portals.publish(portal.id, { ...smallConfig, version: '2' });
    const after = await portal.call('/config', { headers: { 'If-None-Match': before.headers.get('etag') ?? '' } });
    assert.equal(after.status, 200);
    assert.equal((after.json as { version: string }).version, '2');
  });

  it('is not added when it has mistakes', async () => {
    const wrong = { ...smallConfig, requestTypes: [...smallConfig.requestTypes, ...smallConfig.requestTypes] };
    await assert.rejects(server().addPortal('wrong', wrong), { name: 'ConfigurationError' });
    assert.equal((await call(`${server().url}/api/portals/wrong/config`)).status, 404);
  });

  it('stays as it was when another with mistakes is published, which says what, where and how to mend it', async () => {
    const portal = await openPortal(server());
    const fields = [
      { id: 'a', type: 'text', label: 'A', pattern: '(', visibleWhen: { '==': [{ var: 'gone' }, 1] } },
      { id: 'a', type: 'select', label: 'B', options: [] },
      { id: 'c', type: 'unheard-of', label: 'C' },
    ];
    const withFields = (some: object[]) => ({
      ...{ ...smallConfig, version: '2' },
      requestTypes: [{ ...smallConfig.requestTypes[0], sections: [{ id: 's', fields: some }] }],
    });
    const found = async (some: object[]): Promise<string[]> => {
      const error: unknown = await server()
        .services.portals.publish(portal.id, withFields(some))
        .catch((reason: unknown) => reason);
      assert.ok(error instanceof ConfigurationError);
      for (const { pointer, code, sentence } of error.issues) {
        assert.ok(sentence.length > 20 && error.message.includes(`${pointer} ${code}: ${sentence}`), error.message);
      }
      return error.issues.map(
        ({ pointer, code }) => `${pointer.replace('/requestTypes/0/sections/0/fields', '')} ${code}`,
      );
    };
    assert.deepEqual(await found(fields), ['/2/type field-type']);
    assert.deepEqual((await found(fields.slice(0, 2))).sort(), [
      '/0/pattern pattern-unsupported',
      '/0/visibleWhen/==/0/var rule-variable',
      '/1/id duplicate-id',
      '/1/options no-options',
    ]);
    assert.equal(((await portal.call('/config')).json as typeof smallConfig).version, '1');
  });

  it('of a portal that is not there is a problem', async () => {
    const answer = await call(`${server().url}/api/portals/nobody/config`);
    assert.equal(answer.status, 404);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(problem(answer).code, 'not-found');
    assert.equal(problem(answer).type, 'urn:portal-request:problem:not-found');
  });

  it('of a closed portal says so, and requests are refused', async () => {
    const portal = await openPortal(server());
    await server().services.portals.close(portal.id, true);
    for (const answer of [await portal.call('/config'), await portal.send(portal.submission())]) {
      assert.equal(answer.status, 503);
      assert.equal(problem(answer).code, 'portal-closed');
    }
  });

  it('may be read by the origins that the portal allows, refusals too', async () => {
    const portal = await openPortal(server());
    for (const path of ['/config', '/session', '/nowhere']) {
      const { headers } = await portal.call(path, { headers: { Origin: 'http://localhost:5173' } });
      assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:5173');
      for (const name of ['ETag', 'Location', 'Retry-After', 'Date', 'Upload-Offset']) {
        assert.ok(headers.get('access-control-expose-headers')?.includes(name), name);
      }
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(headers.get('set-cookie'), null);
    }
  });

  it('may not be read by other origins', async () => {
    const portal = await openPortal(server());
    const others = [
      'https://evil.example',
      'http://localhost.evil.example:80',
      'http://localhost:80@evil.example',
      'null',
    ];
    for (const origin of others) {
      const { headers } = await portal.call('/config', { headers: { Origin: origin } });
      assert.equal(headers.get('access-control-allow-origin'), null, origin);
    }
  });

  it('answers a preflight for each call of the widget', async () => {
    const portal = await openPortal(server());
    const answer = await portal.call('/requests', {
      method: 'OPTIONS',
      headers: { Origin: 'http://127.0.0.1:8080', 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'http://127.0.0.1:8080');
    const allowed = answer.headers.get('access-control-allow-headers') ?? '';
    for (const name of [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-None-Match',
      'If-Match',
      'Tus-Resumable',
    ]) {
      assert.ok(allowed.includes(name), name);
    }
    assert.match(answer.headers.get('access-control-allow-methods') ?? '', /PATCH.*DELETE/);
  });
});
