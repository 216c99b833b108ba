import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/root.mjs';

/** What shows things in another order than they are written, or read out, in. */
const REORDERS = /(?<![-\w])order: |-reverse\b|tabindex="?[1-9]|float: /;

test('nothing of the form is shown in another order than it is read', async () => {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(
    files
      .filter((file) => !file.startsWith('cli'))
      .map(async (file) => ({ file, text: await readFile(join(root, 'src', file), 'utf8') })),
  );
  assert.deepEqual(
    texts.filter(({ text }) => /css`|html`/.test(text) && REORDERS.test(text)).map(({ file }) => file),
    [],
  );
});
