import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { importCommand } from '../../../src/cli/import.js';

const SURVEY = join(import.meta.dirname, 'fixtures/survey.json');

const run = async (...args: string[]): Promise<{ code: number; out: string; error: string }> => {
  const out: string[] = [];
  const error: string[] = [];
  const code = await importCommand(args, { out: (line) => out.push(line), error: (line) => error.push(line) });
  return { code, out: out.join('\n'), error: error.join('\n') };
};

const inFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

void test('the configuration goes to the output, and what is left out beside it', async () => {
  const { code, out, error } = await run(SURVEY, '--from', 'surveyjs');
  assert.equal(code, 0);
  assert.equal((JSON.parse(out) as { portal: { name: string } }).portal.name, 'A visit');
  assert.match(error, /1 of 2 questions carried over/);
  assert.match(error, /question “Branch” \(dropdown\) {2}\(at \/pages\/0\/elements\/1\)/);
});

void test('a file is written once, and never written over', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'portal.json');
    assert.equal((await run(SURVEY, '--from=surveyjs', '--out', file, '--locale', 'nl')).code, 0);
    const before = await readFile(file, 'utf8');
    assert.match(before, /"locale": "nl"/);
    const again = await run(SURVEY, '--from', 'surveyjs', '--out', file);
    assert.deepEqual([again.code, await readFile(file, 'utf8')], [1, before]);
    assert.match(again.error, /name a new file with --out/);
  });
});

const WRONG: readonly [string[], number, RegExp][] = [
  [[], 2, /Name one file/],
  [[SURVEY], 2, /--from what kind/],
  [[SURVEY, '--from', 'word'], 2, /formio, surveyjs, json-schema/],
  [[SURVEY, '--to', 'x'], 2, /--to is not known/],
  [[SURVEY, '--from'], 2, /--from needs a value/],
  [[SURVEY, '--from', 'surveyjs', '--locale', '!'], 2, /is no language/],
  [['/nowhere.json', '--from', 'formio'], 1, /no such file/],
  [[SURVEY, '--from', 'formio'], 1, /Try --from surveyjs/],
];

for (const [args, code, message] of WRONG) {
  void test(`import ${args.join(' ').replace(SURVEY, 'survey.json')} says what is wrong`, async () => {
    const result = await run(...args);
    assert.equal(result.code, code);
    assert.match(result.error, message);
  });
}

void test('a file that is empty or no JSON is refused, and says so', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'form.json');
    for (const [content, message] of [
      ['', /It is empty/],
      ['<form>', /is not JSON/],
    ] as const) {
      await writeFile(file, content);
      const { code, error } = await run(file, '--from', 'formio');
      assert.equal(code, 1);
      assert.match(error, message);
    }
  });
});
