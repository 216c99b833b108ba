import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { makeManifest } from '../../scripts/manifest.mjs';
import { root } from '../../scripts/root.mjs';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Element {
  readonly tagName: string;
  readonly members: readonly (Named & { readonly privacy?: string })[];
  readonly events: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const names = (list: readonly Named[]): string[] => list.map(({ name }) => name).sort();
const distinct = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** Everything that matches in the sources of the widget. */
const inSources = async (pattern: RegExp): Promise<string[]> => {
  const files = await readdir(join(root, 'src'), { recursive: true });
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.ts')).map((file) => readFile(join(root, 'src', file), 'utf8')),
  );
  return texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
};

let elements: readonly Element[] = [];
let element: Element;

before(async () => {
  const { modules } = JSON.parse(await makeManifest()) as { modules: { declarations: Element[] }[] };
  elements = modules.flatMap(({ declarations }) => declarations);
  const [first] = elements;
  assert.ok(first);
  element = first;
});

test('the manifest has the one public element, with nothing private', () => {
  assert.deepEqual(
    elements.map(({ tagName }) => tagName),
    ['portal-request-form'],
  );
  assert.deepEqual(
    element.members.filter(({ name, privacy }) => name.startsWith('#') || (privacy ?? 'public') !== 'public'),
    [],
  );
});

test('every event that the widget can announce is documented, and no other', async () => {
  const source = await readFile(join(root, 'src/controller/announcements.ts'), 'utf8');
  const announced = [...source.matchAll(/^ {2}'(portal-[a-z-]+)':/gm)].map((match) => match[1] ?? '');
  assert.deepEqual(names(element.events), announced.sort());
});

test('every part in a template is documented, and no other', async () => {
  const inTemplates = await inSources(/\bpart(?:="|: ')([a-z -]+)["'](?! \|)/g);
  const parts = distinct(inTemplates.flatMap((list) => list.split(' ')));
  const written = names(element.cssParts);
  assert.deepEqual(
    parts.filter((part) => !written.includes(part)),
    [],
  );
  const everywhere = (await inSources(/([\s\S]+)/g)).join('\n').replaceAll(/@csspart.*/g, '');
  const unused = written.filter((part) => !everywhere.includes(part));
  assert.deepEqual(unused, []);
});

test('every token is documented where it stands, and used', async () => {
  const used = distinct(await inSources(/var\((--_[a-z-]+)/g));
  const defined = distinct(await inSources(/^ {4}(--_[a-z-]+): var\(--portal-/gm));
  assert.equal(element.cssProperties.length, defined.length);
  assert.deepEqual(
    defined.filter((token) => !used.includes(token)),
    [],
  );
});

test('everything in the manifest says what it is', () => {
  const all = [...element.members, ...element.events, ...element.cssParts, ...element.cssProperties];
  assert.deepEqual(names(all.filter(({ description }) => !description)), []);
});
