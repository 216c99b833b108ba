import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { conformanceCommand } from '../../src/cli/conformance.js';
import type { Backend } from '../../src/cli/conformance/backend-calls.js';
import { ask, refusal, send, signIn, submissionFor } from '../../src/cli/conformance/backend-calls.js';
import { lintJson } from '../../src/rules/index.js';
import { portalOfNodeBackend, startNodeBackend, type NodeBackend } from './node-http.js';

const customer = { email: 'customer@example.com', password: 'portal-demo-1' };
const other = { email: 'other@example.com', password: 'portal-demo-2' };
const folder = join(import.meta.dirname, '../../demo/backends/node-http');

const toBackend = ({ endpoint }: NodeBackend): Backend => ({ endpoint, customer, other });

describe('The backend in plain Node', () => {
  let backend: NodeBackend;
  let place: string;

  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'node-backend-'));
    backend = await startNodeBackend();
  });
  after(async () => {
    await backend.stop();
    await rm(place, { recursive: true });
  });

  it('keeps every promise of the contract', async () => {
    const out: string[] = [];
    const who = ['--email', customer.email, '--password', customer.password];
    const others = ['--other-email', other.email, '--other-password', other.password];
    const io = { out: (line: string) => out.push(line), error: (line: string) => out.push(line) };
    const code = await conformanceCommand([backend.endpoint, ...who, ...others], io);
    assert.deepEqual([code, out.filter((line) => !line.startsWith('holds')).length], [0, 1], out.join('\n'));
    assert.match(out.at(-1) ?? '', /^(\d+) of \1 hold$/);
  });

  it('has nothing but Node in it, and a configuration without findings', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs'));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    const imports = texts.flatMap((text) => [...text.matchAll(/from '([^']+)'/g)].map(([, from = '']) => from));
    assert.deepEqual(
      imports.filter((from) => !/^(node:|\.\/[\w-]+\.mjs$)/.test(from)),
      [],
    );
    assert.deepEqual(lintJson(await portalOfNodeBackend()), []);
  });

  it('signs in with the code that it mails, once', async () => {
    const { email } = customer;
    const call = (code?: string) =>
      ask(toBackend(backend), '/session', { body: { method: 'code', email, ...(code === undefined ? {} : { code }) } });
    await call();
    const code = /\d{6}/.exec(backend.mails.at(-1)?.text ?? '')?.[0] ?? '';
    assert.equal((await call(code)).status, 200);
    refusal(await call(code), 401, 'invalid-credentials');
  });

  it('lets nobody guess a password for long', async () => {
    const attempt = () =>
      ask(toBackend(backend), '/session', { body: { method: 'password', email: 'x@example.com', password: 'wrong' } });
    for (let count = 0; count < 10; count += 1) refusal(await attempt(), 401, 'invalid-credentials');
    const refused = await attempt();
    refusal(refused, 429, 'rate-limited');
    assert.ok(Number(refused.headers.get('retry-after')) > 500);
  });

  it('knows its requests and their keys after a restart, also when the last line was cut off', async () => {
    const file = join(place, 'requests.jsonl');
    const first = await startNodeBackend(file);
    const token = await signIn(toBackend(first), customer);
    const submission = await submissionFor(toBackend(first), token);
    const { json: receipt } = await send(toBackend(first), submission, token, 'the-key');
    await first.stop();
    await appendFile(file, '{"kind":"request","key":"c-1');
    for (const status of [200, 201]) {
      const again = await startNodeBackend(file);
      const later = await signIn(toBackend(again), customer);
      const answer = await send(toBackend(again), submission, later, status === 200 ? 'the-key' : 'another-key');
      assert.equal(answer.status, status);
      if (status === 200) assert.deepEqual(answer.json, receipt);
      await again.stop();
    }
  });

  it('does not start with fields that it cannot check', async () => {
    const config = await portalOfNodeBackend();
    const [type] = config.requestTypes;
    assert.ok(type);
    const withField = (field: object) => ({
      ...config,
      requestTypes: [{ ...type, sections: [{ id: 's', fields: [{ id: 'a', label: 'A', ...field } as never] }] }],
    });
    await assert.rejects(startNodeBackend(undefined, withField({ type: 'signature' })), /signature/);
    await assert.rejects(startNodeBackend(undefined, withField({ type: 'text', pattern: '[0-9]+' })), /pattern/);
  });

  it('allows the websites of this machine and no other, on refusals too', async () => {
    const allowed = async (origin: string) =>
      (await ask(toBackend(backend), '/session', { headers: { Origin: origin } })).headers.get(
        'access-control-allow-origin',
      );
    assert.equal(await allowed('http://localhost:8000'), 'http://localhost:8000');
    for (const origin of ['http://localhost.example.com', 'http://localhost:1.example.com', 'null'])
      assert.equal(await allowed(origin), null, origin);
  });
});
