import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { createLog } from '../../demo/server/log.js';
import { startTestServer, type TestServer } from '../../demo/server/testing.js';
import { ANNA, openPortal } from './harness.js';

describe('The server', () => {
  const lines: string[] = [];
  let started: TestServer | undefined;
  const server = (): TestServer => {
    if (!started) throw new Error('The server did not start');
    return started;
  };
  before(async () => {
    const log = createLog((line) => lines.push(line));
    started = await startTestServer({ log });
  });
  after(() => started?.close());

  it('logs a line for each call, without passwords, tokens, codes, addresses or answers', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    await portal.call('/session', { body: { method: 'code', email: ANNA.email } });
    await portal.call(`/requests?email=${ANNA.email}`, { token });
    const { reference } = await portal.submit(token, { answers: { description: 'A secret answer' } });
    const [mail] = (await server().mails()).filter(({ text }) => /\d{6}/.test(text) && !text.includes(reference));
    const code = /\d{6}/.exec(mail?.text ?? '')?.[0];
    assert.ok(code);
    const text = lines.join('\n');
    for (const secret of [ANNA.password, token, code, ANNA.email, 'A secret answer', 'example.com']) {
      assert.ok(!text.includes(secret), secret);
    }
    const last = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
    assert.deepEqual([last['event'], last['method'], last['status']], ['call', 'POST', 201]);
  });

  it('says nothing of a mistake of its own, to the caller or in the log, but where it was', async () => {
    const portal = await openPortal(server());
    const { portals } = server().services;
    const find = portals.find.bind(portals);
    portals.find = () => Promise.reject(new Error('a secret'));
    const answer = await portal.call('/config');
    portals.find = find;
    assert.equal(answer.status, 500);
    assert.equal((answer.json as { code: string }).code, 'unavailable');
    assert.ok(!JSON.stringify(answer.json).includes('secret'));
    const mistake = lines.find((line) => line.includes('"mistake"')) ?? '';
    assert.match(mistake, /pages\.test/);
    assert.doesNotMatch(mistake, /a secret/);
  });

  it('serves nothing outside its folders', async () => {
    const paths = [
      '/dist/../package.json',
      '/dist/%2e%2e/package.json',
      '/back-office/..%2f..%2f..%2fpackage.json',
      '/docs/../../package.json',
      '/docs/%2e%2e/%2e%2e/package.json',
      '/docs/..%2f..%2f..%2fpackage.json',
      '/.git/config',
    ];
    for (const path of paths) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const { port } = new URL(server().url);
        request({ port, path, host: '127.0.0.1' }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
      assert.equal(status, 404, path);
    }
  });

  it('answers every unknown path with a problem and strict headers', async () => {
    for (const path of ['/nothing', '/api', '/api/nothing', '/api/portals/demo/nothing', '/dist/nothing.js']) {
      const { status, headers } = await fetch(`${server().url}${path}`);
      assert.equal(status, 404, path);
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, path);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    }
  });

  it('has no mails to read in production', async () => {
    const production = await startTestServer({ settings: { isProduction: true } });
    const { status } = await fetch(`${production.url}/dev/mail`);
    await production.close();
    assert.equal(status, 404);
  });

  it('refuses headers of a size that no browser sends', async () => {
    const { status } = await fetch(server().url, { headers: { 'X-Long': 'x'.repeat(20_000) } });
    assert.equal(status, 431);
  });
});
