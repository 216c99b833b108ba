import assert from 'node:assert/strict';
import { it } from 'node:test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import * as contract from '../../src/contract/index.js';
import { misfits } from '../../src/rules/shape.js';
import { smallParts } from '../../scripts/browser-build.mjs';
import { root } from '../../scripts/root.mjs';
import everything from '../../demo/seed/everything.json' with { type: 'json' };
import { anyJson } from '../rules/arbitraries.js';

type Misfits = typeof misfits;
type Schemas = Readonly<Record<string, Parameters<Misfits>[0]>>;

const schemasIn = (module: Readonly<Record<string, unknown>>): Schemas =>
  Object.fromEntries(Object.entries(module).filter(([name]) => /^[a-z]\w*Schema$/.test(name))) as Schemas;

/** The contract as browsers get it: with its own small schemas in zod's place. */
const asInBrowsers = async (): Promise<{ schemas: Schemas; misfits: Misfits }> => {
  const folder = await mkdtemp(join(tmpdir(), 'shapes-'));
  try {
    const entry = { contract: join(root, 'src/contract/index.ts'), shape: join(root, 'src/rules/shape.ts') };
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      resolve: { alias: smallParts },
      build: { outDir: folder, lib: { entry, formats: ['es'] }, minify: false },
    });
    const load = (name: string) =>
      import(pathToFileURL(join(folder, `${name}.js`)).href) as Promise<Record<string, unknown>>;
    const { misfits: find } = (await load('shape')) as unknown as { misfits: Misfits };
    return { schemas: schemasIn(await load('contract')), misfits: find };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const small = await asInBrowsers();
const schemas = schemasIn(contract);

const hasSameFindings = (name: string, json: unknown): void => {
  const [zod, own] = [schemas[name], small.schemas[name]];
  assert.ok(zod && own, name);
  assert.deepEqual(small.misfits(own, json), misfits(zod, json), `${name}: ${JSON.stringify(json)}`);
  const [asked, given] = [zod.safeParse(json), own.safeParse(json)];
  assert.deepEqual(given.data, asked.data, `${name} reads the same`);
};

/** One part of some JSON replaced by something else, or taken away. */
const changed = (json: unknown, path: readonly number[], value: unknown): unknown => {
  const [turn, ...rest] = path;
  if (turn === undefined || typeof json !== 'object' || json === null) return value;
  const keys = Object.keys(json);
  const key = keys[turn % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  const part = changed((json as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(json)) return json.map((one: unknown, index) => (String(index) === key ? part : one));
  const others = Object.entries(json).filter(([name]) => name !== key);
  return Object.fromEntries(part === undefined ? others : [...others, [key, part]]);
};

const replacement = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'x'.repeat(600),
    -1,
    0,
    1.5,
    1e300,
    true,
    [],
    {},
    ['x'],
    { nl: 1 },
    'today+3d',
    'NL',
  ),
  anyJson,
);
const submission = {
  requestType: 'fault',
  configVersion: '1',
  locale: 'nl',
  answers: { a: 1, b: { c: [null] } },
  checklist: { power: { answer: 'no', note: 'n', photos: [{ id: 'p', name: 'p.jpg', type: 'image/jpeg', size: 1 }] } },
  terms: { general: { version: '1', accepted: true } },
  guest: { name: 'Jan', email: 'jan@example.com' },
};

it('finds in any JSON what zod finds, with every schema of the contract', () => {
  assert.deepEqual(Object.keys(small.schemas), Object.keys(schemas));
  for (const name of Object.keys(schemas))
    fc.assert(
      fc.property(replacement, (json) => hasSameFindings(name, json)),
      { numRuns: 200 },
    );
});

it('finds in a configuration that is wrong somewhere what zod finds', () => {
  hasSameFindings('portalConfigSchema', everything);
  const path = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
  const twice = fc.tuple(path, replacement, path, replacement);
  fc.assert(
    fc.property(twice, ([first, one, second, other]) => {
      hasSameFindings('portalConfigSchema', changed(changed(everything, first, one), second, other));
    }),
    { numRuns: 2_000 },
  );
});

it('finds in a submission that is wrong somewhere what zod finds', () => {
  hasSameFindings('submissionSchema', submission);
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }), replacement, (path, value) => {
      hasSameFindings('submissionSchema', changed(submission, path, value));
    }),
    { numRuns: 2_000 },
  );
});
