// Writes configuration.schema.json: the JSON Schema of a configuration, for editors. Its shape comes from src/contract,
// what an editor says of a property from the tables of docs/configuration.md.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import * as z from 'zod/mini';
import { meaningsIn } from './configuration.mjs';
import { root } from './root.mjs';

const file = join(root, 'configuration.schema.json');
const RULE = { $ref: '#/$defs/rule' };

/** A value, a list, or one operator with what it works on; which names there are is the linter's work. */
const ruleSchemaOf = (operators) => ({
  description: 'A rule over the answers, in JsonLogic.',
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    { type: 'array', items: RULE },
    {
      type: 'object',
      properties: Object.fromEntries(operators.map((operator) => [operator, RULE])),
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
  ],
});

/** The names under which the parts of a configuration stand in the schema, each with the table that tells of it. */
const partsOf = (contract) => [
  ['configuration', contract.portalConfigSchema],
  ['portal', contract.portalSchema],
  ['access', contract.accessSchema],
  ['requestType', contract.requestTypeSchema],
  ['section', contract.sectionSchema],
  ['checklistItem', contract.checklistItemSchema],
  ['term', contract.termSchema],
  ...Object.entries(contract.fieldSchemas),
];

/** The properties, each with what it means. */
const told = (properties, meanings) =>
  Object.fromEntries(
    Object.entries(properties).map(([key, one]) => {
      const description = meanings.find((table) => table?.has(key))?.get(key);
      return [key, description === undefined ? one : { ...one, description }];
    }),
  );

/** What configuration.schema.json has to hold. */
export const makeConfigurationSchema = async () => {
  const contract = await tsImport('../src/contract/index.ts', import.meta.url);
  const meanings = meaningsIn(await readFile(join(root, 'docs/configuration.md'), 'utf8'));
  const parts = partsOf(contract);
  const names = new Map(parts.map(([name, schema]) => [schema, name]));
  const registry = z.registry();
  registry.add(contract.textSchema, { id: 'text-for-people', description: 'One string, or one for each language.' });
  registry.add(contract.idSchema, { id: 'id', description: 'A letter or digit, then letters, digits, _ or -.' });
  for (const [name, schema] of parts.slice(1)) registry.add(schema, { id: name });
  const { $defs, ...whole } = z.toJSONSchema(contract.portalConfigSchema, {
    metadata: registry,
    unrepresentable: 'any',
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === contract.ruleSchema) Object.assign(jsonSchema, RULE);
      if (!jsonSchema.properties) return;
      const name = names.get(zodSchema);
      const tables = [name, name in contract.fieldSchemas ? 'field' : undefined].map((one) => meanings.get(one));
      jsonSchema.properties = told(jsonSchema.properties, tables);
      jsonSchema.additionalProperties = false; // a property that nobody knows is a mistake of whoever writes
    },
  });
  const schema = {
    ...{ title: 'Configuration of a portal for <portal-request-form>', ...whole },
    properties: { $schema: { type: 'string', description: 'Where an editor finds this schema.' }, ...whole.properties },
    $defs: { ...$defs, rule: ruleSchemaOf(contract.RULE_OPERATORS) },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
};

/** Writes configuration.schema.json and gives the names of what was written. */
export const writeConfigurationSchema = async () => {
  await writeFile(file, await makeConfigurationSchema());
  return ['configuration.schema.json'];
};

/** Whether configuration.schema.json says what the sources say. */
export const isConfigurationSchemaCurrent = async () =>
  (await readFile(file, 'utf8').catch(() => '')) === (await makeConfigurationSchema());
