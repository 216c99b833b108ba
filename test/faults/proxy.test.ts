import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { startFaultProxy, type FaultProxy } from './proxy.js';

const BODY = JSON.stringify({ version: '1', text: 'whole' });

let server: Server;
let proxy: FaultProxy;
let url = '';
let seen = 0;

before(async () => {
  server = createServer((request, response) => {
    seen += 1;
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

after(async () => {
  await proxy.close();
  server.close();
});

beforeEach((context) => {
  url = proxy.endpoint(encodeURIComponent(context.name).replaceAll('%', ''));
  seen = 0;
});

const portal = (): string => url.split('/').at(-1) ?? '';

test('a call goes through as it is, and is remembered', async () => {
  const response = await fetch(`${url}/config?x=1`, { headers: { authorization: 'Bearer t' } });
  assert.equal(await response.text(), BODY);
  assert.deepEqual(
    proxy.calls(portal()).map(({ method, path, headers }) => [method, path, headers['authorization']]),
    [['GET', '/config?x=1', 'Bearer t']],
  );
});

test('a problem is answered in place of the server, once, to the call it is meant for', async () => {
  proxy.fault(portal(), [{ kind: 'problem', call: 'POST /requests', status: 503, code: 'unavailable' }]);
  assert.equal((await fetch(`${url}/config`)).status, 200);
  const refused = await fetch(`${url}/requests`, { method: 'POST', body: '{}' });
  assert.equal(refused.status, 503);
  assert.equal(((await refused.json()) as { code: string }).code, 'unavailable');
  assert.equal((await fetch(`${url}/requests`, { method: 'POST', body: '{}' })).status, 200);
  assert.equal(seen, 2);
});

test('a cut call never reaches the server; a lost answer comes after it did', async () => {
  proxy.fault(portal(), [{ kind: 'cut' }, { kind: 'lost' }]);
  await assert.rejects(fetch(`${url}/config`));
  assert.equal(seen, 0);
  await assert.rejects(fetch(`${url}/config`));
  assert.equal(seen, 1);
});

test('a truncated body ends early though the answer is whole; a broken one never ends', async () => {
  proxy.fault(portal(), [{ kind: 'truncated' }, { kind: 'broken-off' }]);
  const truncated = await (await fetch(`${url}/config`)).text();
  assert.ok(BODY.startsWith(truncated) && truncated.length < BODY.length);
  await assert.rejects(fetch(`${url}/config`).then((response) => response.text()));
});

test('a captive portal answers HTML with 200; without CORS headers the rest is unchanged', async () => {
  proxy.fault(portal(), [{ kind: 'html' }, { kind: 'no-cors' }]);
  const captive = await fetch(`${url}/config`);
  assert.equal(captive.status, 200);
  assert.match(await captive.text(), /^<!doctype html>/);
  const closed = await fetch(`${url}/config`);
  assert.equal(closed.headers.get('access-control-allow-origin'), null);
  assert.equal(await closed.text(), BODY);
});

test('an answer is held back until it is let go', async () => {
  proxy.fault(portal(), [{ kind: 'held' }]);
  const answers: string[] = [];
  const held = fetch(`${url}/config`).then((response) => answers.push(`held ${String(response.status)}`));
  await fetch(`${url}/session`).then(() => answers.push('other'));
  const letGo = setInterval(() => {
    proxy.release(portal());
  }, 5);
  await held;
  clearInterval(letGo);
  assert.deepEqual(answers, ['other', 'held 200']);
});

test('two answers change places', async () => {
  proxy.fault(portal(), [{ kind: 'overtaken' }]);
  const order: string[] = [];
  const first = fetch(`${url}/options/assets?query=a`).then(() => order.push('first'));
  while (proxy.calls(portal()).length === 0) await new Promise(setImmediate);
  await fetch(`${url}/options/assets?query=ab`).then(() => order.push('second'));
  await first;
  assert.deepEqual(order, ['second', 'first']);
});

test('a throttled answer comes byte by byte, and whole', async () => {
  proxy.fault(portal(), [{ kind: 'throttled', milliseconds: 0 }]);
  let pieces = 0;
  let text = '';
  for await (const piece of (await fetch(`${url}/config`)).body ?? []) {
    pieces += 1;
    text += Buffer.from(piece as Uint8Array).toString();
  }
  assert.equal(text, BODY);
  assert.ok(pieces > 5);
});

test('another answer, another address, and half a call', async () => {
  proxy.fault(portal(), [
    { kind: 'instead', status: 200, body: '' },
    { kind: 'redirect', location: 'https://elsewhere.example/' },
    { kind: 'half-sent', at: 0.5 },
  ]);
  assert.equal(await (await fetch(`${url}/config`)).text(), '');
  const redirected = await fetch(`${url}/config`, { redirect: 'manual' });
  assert.deepEqual([redirected.status, redirected.headers.get('location')], [307, 'https://elsewhere.example/']);
  await assert.rejects(fetch(`${url}/requests`, { method: 'POST', body: 'x'.repeat(100) }));
  assert.equal(seen, 1);
});
