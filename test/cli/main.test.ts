import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { portal } from '../rules/arbitraries.js';
import { fileOf, keySet } from '../rules/signed-file.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache', `cli-${String(process.pid)}`);
const program = join(folder, 'cli.js');

before(async () => {
  await mkdir(folder, { recursive: true });
  await build({ configFile: join(root, 'vite.cli.config.ts'), root, build: { outDir: folder }, logLevel: 'warn' });
});
after(() => rm(folder, { recursive: true }));

/** Runs the built command as npm would, with some text on its standard input. */
const run = (args: readonly string[], input = ''): Promise<{ code: number | null; out: string; error: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    const said = { out: '', error: '' };
    child.stdout.on('data', (piece) => (said.out += String(piece)));
    child.stderr.on('data', (piece) => (said.error += String(piece)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
    child.stdin.end(input);
  });

const good = JSON.stringify(portal([{ id: 'a', type: 'text', label: 'A' }]));

describe('the command', () => {
  it('is one file that a shell can run', async () => {
    assert.match(await readFile(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('lints what it is given, and ends with what was found', async () => {
    assert.deepEqual(await run(['lint', '-'], good), { code: 0, out: '0 errors, 0 warnings\n', error: '' });
    const { code, out } = await run(['lint', '-'], '{}');
    assert.equal(code, 1);
    assert.match(out, /^-: error \/version: This is missing: add it\. \(required\)$/m);
  });

  it('says all of a long list, also into a pipe', async () => {
    const field = { id: 'a', type: 'text', label: 'A' };
    const { out } = await run(['lint', '-'], JSON.stringify(portal(Array.from({ length: 1_900 }, () => field))));
    assert.equal(out.trim().split('\n').length, 1_900);
    assert.match(out, /^1899 errors, 0 warnings$/m);
  });

  it('imports a form into something that it does not refuse', async () => {
    const form = join(root, 'test/cli/import/fixtures/survey.json');
    const { code, out } = await run(['import', form, '--from', 'surveyjs']);
    assert.equal(code, 0);
    assert.match((await run(['lint', '-'], out)).out, /^0 errors/m);
  });

  it('verifies a proof of submission', async () => {
    const keys = join(folder, 'keys.json');
    await writeFile(keys, JSON.stringify(keySet()));
    const proof = await fileOf({ answers: { what: 'Boiler' } });
    const checked = await run(['verify', '-', '--key', keys], JSON.stringify(proof));
    assert.deepEqual([checked.code, checked.error], [0, '']);
    assert.match(checked.out, /^-: authentic$/m);
    const forged = await run(['verify', '-', '--key', keys], JSON.stringify({ ...proof, submission: {} }));
    assert.deepEqual([forged.code, forged.error], [1, '']);
  });

  it('says what it can do when it is asked, and when it is asked for something else', async () => {
    const asked = await run(['--help']);
    assert.deepEqual([asked.code, asked.error], [0, '']);
    assert.match(asked.out, /^lint .*\nimport /m);
    for (const [args, said] of [
      [[], /^Usage: portal-request-form <command>/],
      [['publish'], /^There is no command publish\./],
      [['lint'], /^Name a file to look at\./],
      [['lint', '--strct', '-'], /^--strct is not known\./],
    ] as const) {
      const { code, out, error } = await run(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, said);
    }
  });
});
