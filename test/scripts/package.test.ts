import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { integrityOf } from '../../scripts/integrity.mjs';
import { packageMistakes } from '../../scripts/package-contents.mjs';

const script = 'dist/portal-request-form.js';
const chunk = 'dist/chunks/nl-AbCdEfGh.js';
const whole = [
  ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'custom-elements.json', 'configuration.schema.json'],
  ...[
    'dist/cli.js',
    'dist/contract.js',
    'dist/markdown.js',
    'dist/rules.js',
    'dist/server.js',
    'dist/types/rules/index.d.ts',
  ],
  ...['react.d.ts', 'svelte.d.ts', 'vue.d.ts', 'web-types.json'].map((name) => `types/${name}`),
  ...['html', 'css'].map((language) => `types/vscode.${language}-custom-data.json`),
];
const scripts = [script, chunk, 'dist/portal-request-form.classic.js', 'dist/portal-request-form.de.js'];

let files: Map<string, Buffer>;

before(() => {
  const hashes = Object.fromEntries(scripts.map((name) => [name.replace('dist/', ''), integrityOf(name)]));
  files = new Map([...whole, ...scripts].map((name) => [name, Buffer.from(name)]));
  files.set('dist/integrity.json', Buffer.from(JSON.stringify(hashes)));
});

test('a package with everything is fine', () => {
  assert.deepEqual(packageMistakes(files, 500_000), []);
});

test('what does not belong into the package is named', () => {
  for (const name of ['dist/portal-request-form.js.map', 'test/harness.ts', 'demo/index.html', 'dist/chunks/a/b.js']) {
    const mistakes = packageMistakes(new Map([...files, [name, Buffer.from('')]]), 1);
    assert.ok(mistakes.includes(`${name} does not belong into it`), name);
  }
});

test('what is missing is named', () => {
  const less = new Map(files);
  less.delete('types/vue.d.ts');
  assert.deepEqual(packageMistakes(less, 1), ['types/vue.d.ts is missing']);
});

test('a script that changed after its hash was written is named', () => {
  const changed = new Map(files).set(chunk, Buffer.from('changed'));
  assert.deepEqual(packageMistakes(changed, 1), [`dist/integrity.json has not the hash of ${chunk}`]);
});

test('a package that has grown too large says so', () => {
  assert.deepEqual(packageMistakes(files, 900_000), ['900000 bytes packed, at most 800000']);
});
