import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { makeManifest } from '../../scripts/manifest.mjs';
import { root } from '../../scripts/root.mjs';
import { elementLines, gone, surfaceOf } from '../../scripts/surface.mjs';

interface Named {
  readonly name: string;
}
type Element = Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties', Named[]>;

let element: Element;

before(async () => {
  const { modules } = JSON.parse(await makeManifest()) as { modules: { declarations: [Element] }[] };
  assert.ok(modules[0]);
  [element] = modules[0].declarations;
});

test('everything that was promised is still there', async () => {
  const promised = JSON.parse(await readFile(join(root, 'docs/surface.json'), 'utf8')) as string[];
  assert.deepEqual(
    gone(promised, await surfaceOf(element)),
    [],
    'what is gone breaks pages that use it: see docs/releasing.md',
  );
});

for (const [kind, name, line] of [
  ['attributes', 'no-drafts', 'attribute no-drafts'],
  ['events', 'portal-submitted', 'event portal-submitted'],
  ['cssParts', 'button', 'part button'],
  ['cssProperties', '--portal-accent', 'token --portal-accent'],
  ['slots', 'footer', 'slot footer'],
  ['members', 'submit', 'method submit(): Promise<Receipt | undefined>'],
] as const) {
  test(`a removed ${line.split(' ')[0] ?? ''} is noticed`, () => {
    const less = { ...element, [kind]: element[kind].filter((one) => one.name !== name) };
    const lost = gone(elementLines(element), elementLines(less)) as string[];
    assert.ok(lost.includes(line));
  });
}

test('a detail of an event that is called otherwise is noticed', () => {
  const text = JSON.stringify(element).replace('{requestType: string}', '{type: string}');
  assert.deepEqual(gone(elementLines(element), elementLines(JSON.parse(text) as Element)), [
    'event portal-started: detail.requestType: string',
  ]);
});
