import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { StaffSession } from '../../demo/office-contract/index.js';
import { end, launch, run, start } from './child.js';
import { call } from './harness.js';

const COMMAND = 'demo/server/create-manager.ts';
const NOOR = { email: 'noor@example.com', password: 'noor-secret-1' };

/** Chooses a password behind the link that a command printed, on a server that may run elsewhere by now. */
const choose = async (url: string, said: string, password: string): Promise<Response> => {
  const link = new URL(/https?:\S+\/invitation\S+/.exec(said)?.[0] ?? '');
  const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '', password });
  return fetch(`${url}${link.pathname}`, { method: 'POST', body });
};

describe('A server in production', () => {
  let environment: Record<string, string> = {};
  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-data-'));
    environment = {
      ...{ NODE_ENV: 'production', AUTH_SECRET: randomBytes(32).toString('hex'), DATA_DIR: folder },
      PUBLIC_URL: 'https://portal.example.com',
    };
  });
  after(() => rm(environment['DATA_DIR'] ?? '', { recursive: true, force: true }));

  it('has nothing of the demo, and says how to begin', async () => {
    const { child, said } = launch(environment);
    while (!said().includes('Ready on port')) await new Promise((resolve) => child.stdout?.once('data', resolve));
    const url = `http://127.0.0.1:${/port (\d+)/.exec(said())?.[1]}`;
    assert.match(said(), /No portal yet: .*create-manager/);
    assert.doesNotMatch(said(), /Company website|demo/);
    const paths = ['/api/portals/demo/config', '/embeds/index.html', '/playground.html', '/dev/mail'];
    for (const path of paths) assert.equal((await fetch(`${url}${path}`)).status, 404, path);
    assert.equal((await fetch(`${url}/`, { redirect: 'manual' })).headers.get('location'), '/back-office/');
    const credentials = { email: 'staff@example.com', password: 'office-demo-1' };
    assert.equal((await call(`${url}/api/office/session`, { body: credentials })).status, 401);
    assert.deepEqual((await call(`${url}/api/office/sign-in`)).json, {});
    await end({ process: child, url }, 'SIGTERM');
  });

  it('gets its first portal and manager by a command, through a link that works once', async () => {
    const made = await run(environment, [COMMAND, '--portal', 'acme', '--email', NOOR.email, '--name', 'Noor Bakker']);
    assert.equal(made.code, 0, made.text);
    assert.match(made.text, /portal acme is made[\s\S]*https:\/\/portal\.example\.com\/invitation\/office\?token=\S+/);
    const running = await start(environment);
    try {
      assert.equal((await choose(running.url, made.text, 'short')).status, 422);
      assert.equal((await choose(running.url, made.text, NOOR.password)).status, 200);
      assert.equal((await choose(running.url, made.text, 'another-secret')).status, 422);
      const { json } = await call(`${running.url}/api/office/session`, { body: NOOR });
      const { staff, portal } = json as StaffSession;
      assert.deepEqual([staff.name, staff.role, portal.id], ['Noor Bakker', 'manager', 'acme']);
      assert.equal((await call(`${running.url}/api/portals/acme/config`)).status, 200);
      const busy = await run(environment, [COMMAND, '--portal', 'acme', '--email', NOOR.email]);
      assert.match(busy.text, /in use by process/);
    } finally {
      await end(running, 'SIGTERM');
    }
  });

  it('lets the command help a manager who lost the password, and end the sessions of whoever has it', async () => {
    const again = await run(environment, [COMMAND, '--portal', 'acme', '--email', NOOR.email]);
    assert.match(again.text, /portal acme is there already/);
    const running = await start(environment);
    try {
      const { headers } = await call(`${running.url}/api/office/session`, { body: NOOR });
      const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
      assert.equal((await choose(running.url, again.text, 'noor-secret-2')).status, 200);
      const session = await call(`${running.url}/api/office/session`, { headers: { Cookie: cookie } });
      assert.equal(session.status, 204);
      assert.equal((await call(`${running.url}/api/office/session`, { body: NOOR })).status, 401);
    } finally {
      await end(running, 'SIGTERM');
    }
  });

  it('says what is wrong with the command before it makes anything', async () => {
    const none = await run(environment, [COMMAND]);
    assert.deepEqual([none.code, none.text.includes('--portal acme --email')], [2, true]);
    const wrong = await run(environment, [COMMAND, '--portal', 'Acme B.V.', '--email', 'noor', '--languages', 'nl,?']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.text, /--portal is no id.*\n--email is no e-mail.*\n--languages holds/);
  });
});
