import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
    const { code, out } = await lint('{\n  "version": x\n}');
    assert.equal(code, 1);
    assert.match(out[0] ?? '', /^portal\.json: error line 2, column 14: This is no JSON: .*\(not-json\)$/);
    const { out: found } = await lint('{\n  "version": x\n}', '--json');
    const { line, column } = JSON.parse(found[0] ?? '') as Record<string, unknown>;
    assert.deepEqual([line, column], [2, 14]);
  });

  it('reads what begins with a byte order mark', async () => {
    assert.equal((await lint(`\uFEFF${JSON.stringify(portal([field]))}`)).code, 0);
  });

  it('warns of a property that nobody knows, and of bounds in the past, but not in the way of errors', async () => {
    const past = { id: 'b', type: 'appointment', label: 'B', max: '2020-01-01', requird: true };
    const { out } = await lint(JSON.stringify(portal([field, past, { ...field, id: 'c', label: 'C', pattern: '(' }])));
    const at = '/requestTypes/0/sections/0/fields';
    assert.deepEqual(
      out.map((line) => line.replace(/^portal\.json: (\w+) (.*?): .* (\(.*\))$/, '$1 $2 $3')),
      [
        `error ${at}/2/pattern (pattern-unsupported)`,
        `warning ${at}/1/max (date-past)`,
        `warning ${at}/2/pattern (pattern-message)`,
        `warning ${at}/1/requird (unknown-key)`,
        '1 error, 3 warnings',
      ],
    );
  });

  it('passes over the address of the schema, at the top only', async () => {
    const { out } = await lint(
      JSON.stringify({ $schema: 's', ...portal([field, { ...field, id: 'b', $schema: 's' }]) }),
    );
    assert.deepEqual(
      out.filter((line) => line.includes('$schema')).map((line) => /(\/\S+):/.exec(line)?.[1]),
      ['/requestTypes/0/sections/0/fields/1/$schema'],
    );
  });

  it('says what is wrong with the command itself', async () => {
    const { code, error } = await lint('{}', '--nonsense');
    assert.equal(code, 2);
    assert.match(error, /--nonsense is not known/);
    assert.equal(await lintCommand([], { out: () => undefined, error: () => undefined }), 2);
  });

  it('reads several files and addresses, and goes on after one that is not there', async () => {
    const [none, fine] = [join(folder, 'none.json'), join(folder, 'fine.json')];
    await writeFile(fine, warned);
    const server = createServer((_request, response) => response.end(JSON.stringify(portal([field, field]))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const out: string[] = [];
    const address = `http://127.0.0.1:${String(port)}/config`;
    const io = { out: (line: string) => out.push(line), error: () => undefined };
    const code = await lintCommand([none, fine, folder, address], io);
    await new Promise((resolve) => server.close(resolve));
    assert.equal(code, 1);
    assert.match(out[0] ?? '', /none\.json: error \/: It could not be read: there is no such file\. \(unreadable\)$/);
    assert.match(out[1] ?? '', /fine\.json: warning .*\(labels-alike\)$/);
    assert.match(out[2] ?? '', /it is a folder/);
    assert.ok(out[3]?.startsWith(`${address}: error `));
    assert.equal(out.at(-1), '3 errors, 1 warning');
    assert.equal(await lintCommand([address], io), 1);
    assert.match(out.at(-2) ?? '', /nobody answers there/);
  });

  it('does not lint a page that is not there', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const out: string[] = [];
    await lintCommand([`http://127.0.0.1:${String(port)}/`], { out: (line) => out.push(line), error: () => undefined });
    await new Promise((resolve) => server.close(resolve));
    assert.match(out[0] ?? '', /answered with status 404/);
  });
});
