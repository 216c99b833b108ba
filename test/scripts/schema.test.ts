import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { root } from '../../scripts/root.mjs';
import { makeConfigurationSchema } from '../../scripts/schema.mjs';
import { portalConfigSchema } from '../../src/contract/index.js';
import { lintJson } from '../../src/rules/index.js';
import { brokenConfigs, type ConfigRow } from '../shared-cases/run.js';

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(root, path), 'utf8'));

let fits: ValidateFunction;

before(async () => {
  fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(await makeConfigurationSchema()));
});

const field = (more: object) => ({
  version: '1',
  portal: { name: 'P', locale: 'en', locales: ['en'] },
  access: { signIn: [], guests: true },
  requestTypes: [
    {
      ...{ id: 'repair', label: 'Repair', checklist: [], terms: [] },
      sections: [{ id: 'what', fields: [{ id: 'a', type: 'text', label: { nl: 'A', en: 'A' }, ...more }] }],
    },
  ],
});

describe('The JSON Schema of a configuration', () => {
  for (const seed of ['installer.config', 'everything']) {
    it(`takes the portal ${seed}, also with the address of the schema`, async () => {
      const config = (await readJson(`demo/seed/${seed}.json`)) as object;
      assert.ok(fits(config), JSON.stringify(fits.errors));
      assert.ok(fits({ $schema: './configuration.schema.json', ...config }));
    });
  }

  const mistakes: readonly [string, object][] = [
    ['a property that nobody knows', { requierd: true }],
    ['a type that there is not', { type: 'colour' }],
    ['a setting of another type', { rows: 4 }],
    ['a length that is no number', { maxLength: '80' }],
    ['an id with a space', { id: 'my field' }],
    ['a text that is a number', { help: { en: 4 } }],
    ['an operator that rules do not have', { visibleWhen: { '+': [1, 2] } }],
    ['two operators in one', { visibleWhen: { or: [{ '!': true, '!!': true }] } }],
    ['an option without a label', { type: 'radio', options: [{ id: 'x' }] }],
  ];
  for (const [what, more] of mistakes) {
    it(`refuses ${what}`, () => {
      assert.ok(fits(field({})));
      assert.equal(fits(field(more)), false);
    });
  }

  it('refuses what the contract refuses for its shape, and takes what the linter finds nothing in', async () => {
    const rows = (await readJson('test/shared-cases/configs.json')) as ConfigRow[];
    let refused = 0;
    for (const { name, config } of brokenConfigs(rows)) {
      const isRefused = !fits(config);
      if (isRefused) refused += 1;
      if (!portalConfigSchema.safeParse(config).success) assert.ok(isRefused, name);
      if (isRefused) assert.notDeepEqual(lintJson(config), [], name);
    }
    assert.ok(refused > 25 && refused < rows.length, `${refused} of ${rows.length}`);
  });

  it('says of every property what it is', async () => {
    const { $defs, properties } = (await readJson('configuration.schema.json')) as {
      readonly $defs: Record<string, { properties?: Record<string, { description?: string; const?: string }> }>;
      readonly properties: Record<string, { description?: string }>;
    };
    const all = [
      ['', properties] as const,
      ...Object.entries($defs).map(([name, one]) => [name, one.properties] as const),
    ];
    const silent = all.flatMap(([name, parts = {}]) =>
      Object.entries(parts).flatMap(([key, one]) => (one.description || name === 'rule' ? [] : [`${name}.${key}`])),
    );
    assert.deepEqual(silent, []);
  });
});
