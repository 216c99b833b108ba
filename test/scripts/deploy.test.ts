import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { readEnvironment } from '../../demo/server/settings.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFile(join(ROOT, file), 'utf8');
const START = '--import ./scripts/tsx-built.mjs demo/server/main.ts';

describe('The files to deploy with', () => {
  it('hold a container file without a mistake, that starts what is there, as nobody special', async () => {
    const text = await read('demo/deploy/Containerfile');
    assert.deepEqual(validate(text), []);
    assert.match(text, /^USER node$/m);
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(text)?.[1] ?? '[]') as string[];
    assert.equal(command.slice(1).join(' '), START);
    for (const [, file = ''] of text.matchAll(/node (scripts\/[\w.]+)/g)) assert.ok(existsSync(join(ROOT, file)), file);
  });

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

  it('hold a unit that systemd understands', { skip: !hasSystemd && 'systemd is not installed' }, async () => {
    const unit = await read('demo/deploy/portal-requests.service');
    assert.ok(unit.includes(`ExecStart=/usr/bin/node ${START}\n`));
    const folder = await mkdtemp(join(tmpdir(), 'unit-'));
    const file = join(folder, 'portal-requests.service');
    await writeFile(file, unit.replaceAll('/usr/bin/node', process.execPath).replaceAll('/opt/portal-requests', ROOT));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    await rm(dirname(file), { recursive: true });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('name only variables that the server reads', async () => {
    const asked = new Set<string>();
    const env = new Proxy({}, { get: (_, name) => (asked.add(String(name)), undefined) });
    readEnvironment(env, '/nowhere');
    const unit = await read('demo/deploy/portal-requests.service');
    const table = await read('docs/backend.md');
    const set = [...(/^Environment=(.*)$/m.exec(unit)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, name = '']) => name);
    for (const name of set) assert.ok(asked.has(name), name);
    for (const name of asked) assert.ok(table.includes(`\`${name}\``), `${name} is not in docs/backend.md`);
  });
});
