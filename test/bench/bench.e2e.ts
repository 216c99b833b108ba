import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

interface Report {
  readonly failures: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

test('a quick benchmark measures everything once and reports it', async () => {
  test.setTimeout(300_000);
  const out = await mkdtemp(join(tmpdir(), 'bench-'));
  const command = ['--import', './scripts/tsx-built.mjs', 'test/bench/main.ts', '--quick', '--only', 'lit,widget'];
  await promisify(execFile)(process.execPath, [...command, '--out', out]);
  const { failures, values } = JSON.parse(await readFile(join(out, 'benchmark.json'), 'utf8')) as Report;
  const report = await readFile(join(out, 'benchmark.md'), 'utf8');
  await rm(out, { recursive: true });

  expect(failures).toEqual([]);
  for (const metric of ['render.100', 'key.100', 'busy.100', 'errors.100', 'heap.100', 'mounts.nodes'])
    expect(Object.keys(values[metric] ?? {}), metric).toEqual(['lit', 'widget']);
  for (const metric of ['load.plain', 'load.slow', 'bytes.brotli', 'shift'])
    expect(Object.keys(values[metric] ?? {}), metric).toContain('widget-classic');
  expect(report).not.toMatch(/NaN|undefined/);
});
