import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lintCommand } from '../../src/cli/lint.js';
import { portal } from '../rules/arbitraries.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-lint-'));
});
after(() => rm(folder, { recursive: true }));

const lint = async (text: string, ...flags: readonly string[]) => {
  const file = join(folder, 'portal.json');
  await writeFile(file, text);
  const [out, error]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), error: (line: string) => error.push(line) };
  const code = await lintCommand([file, ...flags], io);
  return { code, out: out.map((line) => line.replace(file, 'portal.json')), error: error.join('\n') };
};

const field = { id: 'a', type: 'text', label: 'A' };
const warned = JSON.stringify(portal([field, { id: 'b', type: 'text', label: 'a ' }]));

describe('portal-request-form lint', () => {
  it('says that nothing is wrong', async () => {
    assert.deepEqual(await lint(JSON.stringify(portal([field]))), {
      code: 0,
      out: ['0 errors, 0 warnings'],
      error: '',
    });
  });

  it('names the place, the code and how to mend it, and fails', async () => {
    const { code, out } = await lint(JSON.stringify(portal([field, field])));
    assert.equal(code, 1);
    assert.deepEqual(out, [
      'portal.json: error /requestTypes/0/sections/0/fields/1/id: ' +
        'The id “a” is used twice: give one of the two another id. (duplicate-id)',
      '1 error, 0 warnings',
    ]);
  });

  it('fails on a warning only when it is asked to be strict', async () => {
    assert.equal((await lint(warned)).code, 0);
    assert.equal((await lint(warned, '--strict')).code, 1);
  });

  it('gives one JSON object a finding to other programs', async () => {
    const { out } = await lint(warned, '--json');
    assert.equal((JSON.parse(out[0] ?? '') as { code: string }).code, 'labels-alike');
    assert.equal(out.length, 1);
  });

  it('says where JSON breaks off', async () => {
    const { code, error } = await lint('{\n  "version": x\n}');
    assert.equal(code, 1);
    assert.match(error, /could not be read: it is not JSON/);
  });

  it('says what is wrong with the command itself', async () => {
    const { code, error } = await lint('{}', '--nonsense');
    assert.equal(code, 2);
    assert.match(error, /--nonsense is not known/);
    assert.equal(await lintCommand([], { out: () => undefined, error: () => undefined }), 2);
  });

  it('says that a file is missing', async () => {
    const errors: string[] = [];
    const code = await lintCommand([join(folder, 'none.json')], {
      out: () => undefined,
      error: (line) => errors.push(line),
    });
    assert.equal(code, 1);
    assert.match(errors.join(), /could not be read/);
  });
});
