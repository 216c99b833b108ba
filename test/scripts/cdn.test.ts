import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { layRelease, seriesOf } from '../../scripts/cdn-release.mjs';
import { integrityOf } from '../../scripts/integrity.mjs';

const names = ['portal-request-form.js', 'portal-request-form.classic.js', 'chunks/nl-AbCdEfGh.js'];
let folder: string;
let [from, to] = ['', ''];

const build = async (content: string): Promise<void> => {
  const hashes = Object.fromEntries(names.map((name) => [name, integrityOf(content + name)]));
  for (const name of names) await writeFile(join(from, name), content + name);
  await writeFile(join(from, 'integrity.json'), JSON.stringify(hashes));
  await writeFile(join(from, 'cli.js'), 'not for pages');
};
const entry = (version: string) => readFile(join(to, version, 'portal-request-form.js'), 'utf8');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdn-'));
  [from, to] = [join(folder, 'dist'), join(folder, 'cdn')];
  await mkdir(join(from, 'chunks'), { recursive: true });
  await build('first ');
});
afterEach(() => rm(folder, { recursive: true }));

test('a version stands in a folder of its own, with its chunks and hashes and nothing else', async () => {
  const [, tags = ''] = await layRelease({ from, to, version: '1.4.2' });
  assert.deepEqual(
    (await readdir(join(to, '1.4.2'))).sort(),
    ['chunks', 'integrity.json', ...names.slice(0, 2).sort()].sort(),
  );
  assert.ok(tags.includes(`src="/1.4.2/portal-request-form.js" integrity="${integrityOf(`first ${names[0] ?? ''}`)}"`));
});

test('the series follows, and the version before stays as it was', async () => {
  await layRelease({ from, to, version: '1.4.2' });
  await build('second ');
  await layRelease({ from, to, version: '1.5.0' });
  assert.deepEqual(
    [await entry('1'), await entry('1.4.2')],
    ['second portal-request-form.js', 'first portal-request-form.js'],
  );
});

test('before 1.0 each minor version is a series, because it may break pages', () => {
  assert.deepEqual(['0.1.3', '0.2.0', '1.0.0', '12.3.4'].map(seriesOf), ['0.1', '0.2', '1', '12']);
});

test('a preview is in no series', async () => {
  await layRelease({ from, to, version: '2.0.0-beta.1' });
  assert.deepEqual(await readdir(to), ['2.0.0-beta.1']);
});

test('a version that was published is never written over by another', async () => {
  await layRelease({ from, to, version: '1.4.2' });
  await layRelease({ from, to, version: '1.4.2' });
  await build('second ');
  await assert.rejects(layRelease({ from, to, version: '1.4.2' }), /published with other scripts/);
  assert.equal(await entry('1.4.2'), 'first portal-request-form.js');
});

test('scripts that are not those of the hashes are not laid out', async () => {
  await writeFile(join(from, names[2] ?? ''), 'changed');
  await assert.rejects(layRelease({ from, to, version: '1.4.2' }), /nl-AbCdEfGh\.js is not the one in integrity\.json/);
  await assert.rejects(readdir(to), /ENOENT/);
});
