import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { verifyCommand } from '../../src/cli/verify.js';
import { fileOf, keySet, type SignedFile } from '../rules/signed-file.js';

let folder = '';
let server: Server | undefined;
let endpoint = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-verify-'));
  server = createServer(({ url }, response) => {
    response.statusCode = url === '/api/keys' ? 200 : 404;
    response.end(JSON.stringify(keySet()));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api`;
});
after(async () => {
  server?.close();
  await rm(folder, { recursive: true });
});

const put = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return path;
};

const run = async (...args: readonly string[]) => {
  const [out, error]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => out.push(line), error: (line: string) => error.push(line) };
  const code = await verifyCommand(args, io);
  const short = (lines: readonly string[]): string => lines.join('\n').replaceAll(`${folder}/`, '');
  return { code, out: short(out), error: short(error) };
};

const verify = async (file: unknown, ...options: readonly string[]) => run(await put('receipt.json', file), ...options);
const keys = () => put('keys.json', keySet());
const signed = (): Promise<SignedFile> => fileOf({ answers: { what: 'Boiler' } });

describe('portal-request-form verify', () => {
  it('says that a receipt is authentic, and what that proves', async () => {
    const file = await signed();
    const { code, out } = await verify(file, '--key', await keys());
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'receipt.json: authentic',
        '  reference  PR-2026-000001',
        '  portal     demo, by the keys of keys.json',
        '  sent at    2026-11-24T10:00:00.000Z',
        `  digest     ${file.receipt.digest}`,
        '  accepted   t0, version 1, read in nl',
      ].join('\n'),
    );
  });

  it('asks the portal for its keys, or the one that the receipt names, and says that then', async () => {
    const file = await signed();
    const asked = await verify(file, '--endpoint', `${endpoint}/`);
    assert.equal(asked.code, 0);
    assert.doesNotMatch(asked.out, /itself named/);
    const named = await verify({ ...file, endpoint });
    assert.equal(named.code, 0);
    assert.match(named.out, /by the keys of .*\/api\/keys\n/);
    assert.match(named.out, /The receipt itself named that address: it proves nothing if/);
  });

  it('says of everything that is wrong where it is and what to do, and fails', async () => {
    const file = await signed();
    const changed = {
      ...file,
      submission: { answers: { what: 'Lift' } },
      terms: file.terms.map((term) => ({ ...term, text: 'Free.' })),
    };
    const { code, out } = await verify(changed, '--key', await keys());
    assert.equal(code, 1);
    assert.match(
      out,
      /^receipt\.json: error \/submission: The answers are not those .* Ask for the file .*\. \(digest\)$/m,
    );
    assert.match(out, /^receipt\.json: error \/terms\/0: This is not the text of “t0”, version 1, .* \(text\)$/m);
    assert.match(out, /^receipt\.json: not authentic$/m);
    assert.doesNotMatch(out, /sent at/);
  });

  it('never lets a file write to the terminal what is no text', async () => {
    const file = await signed();
    const receipt = {
      ...file.receipt,
      proof: { ...file.receipt.proof, keyId: '\u001b[2K\rreceipt.json: authentic\u202e' },
    };
    const { out } = await verify({ ...file, receipt }, '--key', await keys());
    assert.equal(/[^\P{C}\n]/u.exec(out), null);
    assert.match(out, /\(unknown-key\)/);
  });

  it('says why something cannot be checked', async () => {
    const file = await signed();
    const { receipt, ...incomplete } = file;
    const twice = JSON.stringify(file).replace('"what":', '"what":"Lift","what":');
    const deep = JSON.stringify(file).replace('"Boiler"', '['.repeat(200) + ']'.repeat(200));
    for (const [given, said] of [
      ['', /^receipt\.json is no JSON: line 1, column 1: it ends/],
      ['{"a":1,}', /^receipt\.json is no JSON: line 1, column 8: there is a comma too many/],
      ['[]', /^receipt\.json is no proof of submission: give the file that the form saved\./],
      [{ ...file, version: 2 }, /was saved by another version of the form/],
      [incomplete, /^receipt\.json is not complete, or holds what does not belong there, at \/receipt\./],
      [{ ...file, receipt: { ...receipt, digest: 1 } }, /at \/receipt\/digest\./],
      [twice, /has a name twice in one object/],
      [deep, /nested too deeply/],
    ] as const) {
      const { code, out, error } = await verify(given, '--key', await keys());
      assert.deepEqual([code, out], [2, ''], error);
      assert.match(error, said);
    }
  });

  it('says why there are no keys', async () => {
    const file = await signed();
    const nowhere = await put('nothing.json', '{}');
    for (const [options, said] of [
      [['--key', join(folder, 'none.json')], /^none\.json could not be read: there is no such file\./],
      [['--key', nowhere], /^nothing\.json holds no keys: give what GET \/keys/],
      [['--endpoint', `${endpoint}/other`], /other\/keys could not be read: it answered with status 404\./],
      [['--endpoint', 'portal.example.com'], /^--endpoint needs an http\(s\) address\./],
      [['--endpoint'], /^--endpoint needs something after it\./],
      [['--key', 'a', '--endpoint', 'b'], /^Give --endpoint or --key, once\./],
      [['--keys', 'a'], /^--keys is not known\./],
      [['more.json'], /^Name one file to look at\./],
    ] as const) {
      const { code, error } = await verify(file, ...options);
      assert.equal(code, 2, error);
      assert.match(error, said);
      assert.match(error, /verify --help tells more/);
    }
    for (const address of ['http://portal.example.com', 'file:///keys', 'portal']) {
      assert.match((await verify({ ...file, endpoint: address })).error, /^The receipt names no https address/);
    }
  });

  it('tells what it does', async () => {
    const { code, out } = await run('--help');
    assert.equal(code, 0);
    assert.match(out, /^Usage: portal-request-form verify/);
  });
});
