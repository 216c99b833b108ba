import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/root.mjs';

/** WCAG 2.2, levels A and AA: how many criteria each guideline has, by their numbers. */
const CRITERIA = Object.entries({
  '1.1': [1],
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2, 3, 4, 5],
  '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4],
  '2.2': [1, 2],
  '2.3': [1],
  '2.4': [1, 2, 3, 4, 5, 6, 7, 11],
  '2.5': [1, 2, 3, 4, 7, 8],
  '3.1': [1, 2],
  '3.2': [1, 2, 3, 4, 6],
  '3.3': [1, 2, 3, 4, 7, 8],
  '4.1': [2, 3],
}).flatMap(([guideline, numbers]) => numbers.map((number) => `${guideline}.${String(number)}`));

const report = await readFile(join(root, 'docs/accessibility.md'), 'utf8');
const rows = report
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, criterion = '']) => /^\d\.\d\.\d/.test(criterion))
  .map(([, criterion = '', , holds = '', , tests = '']) => ({ number: criterion.split(' ')[0] ?? '', holds, tests }));

test('the report has each criterion once, in order', () => {
  assert.deepEqual(
    rows.map(({ number }) => number),
    CRITERIA,
  );
});

test('what is said to hold names a test', () => {
  assert.deepEqual(
    rows.filter(({ holds, tests }) => holds === 'holds' && !tests.includes('`')).map(({ number }) => number),
    [],
  );
});

test('each test that is named is there', async () => {
  const named = [...new Set(report.match(/[\w/-]+\.(?:test|browser|e2e)\.ts/g))];
  const missing = await Promise.all(
    named.map((file) =>
      access(join(root, 'test', file)).then(
        () => [],
        () => [file],
      ),
    ),
  );
  assert.deepEqual(missing.flat(), []);
  assert.ok(named.length > 10);
});
