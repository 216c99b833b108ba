import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fieldSchemas, FIELD_TYPES, portalConfigSchema } from 'portal-request-form/contract';
import { PORTAL_CARDS } from '../../../demo/back-office/settings/portal-properties.js';
import {
  FIELD_PROPERTIES,
  ITEM_PROPERTIES,
  OPTION_PROPERTIES,
  SECTION_PROPERTIES,
  TERM_PROPERTIES,
  TYPE_PROPERTIES,
  type Property,
} from '../../../demo/back-office/settings/properties.js';
import { LINT_SENTENCES, REFUSALS } from '../../../src/rules/lint-sentences.js';
import { isTextKey } from '../../../demo/back-office/texts/index.js';

interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** Every object of the contract that the settings consist of, by its path; the elements of lists as `[]`. */
const objectsIn = (schema: Schema, path = ''): (readonly [string, string[]])[] => {
  const { innerType, element, options, shape } = schema._zod.def;
  if (innerType) return objectsIn(innerType, path);
  if (element) return objectsIn(element, `${path}[]`);
  if (options) return options.flatMap((option) => objectsIn(option, `${path}${typeOf(option)}`));
  if (!shape) return [];
  const inner = Object.entries(shape).flatMap(([key, one]) => objectsIn(one, `${path}/${key}`));
  return [[path, Object.keys(shape)] as const, ...inner];
};

const typeOf = (schema: Schema): string => {
  const literal = schema._zod.def.shape?.['type']?._zod.def as { values?: string[] } | undefined;
  return literal?.values ? `:${literal.values[0] ?? ''}` : '';
};

const portal = PORTAL_CARDS.flatMap(({ groups }) =>
  groups.flatMap(({ properties }): readonly Property[] => properties),
);
const TYPE = '/requestTypes[]';

/** The table of properties for each of those objects; `except` is what nobody sets. */
const TABLES: readonly (readonly [RegExp, (type: string) => readonly Property[], except?: readonly string[]])[] = [
  [/^$/, () => [], ['version', 'portal', 'access', 'requestTypes']],
  [/^\/(?:portal|access)$/, () => portal],
  [/^\/requestTypes\[\]$/, () => TYPE_PROPERTIES],
  [/\/sections\[\]$/, () => SECTION_PROPERTIES],
  [/\/options\[\]$/, () => OPTION_PROPERTIES],
  [/\/checklist\[\]$/, () => ITEM_PROPERTIES],
  [/\/terms\[\]$/, () => TERM_PROPERTIES, ['accepted']],
  [/\/accepted$/, () => [], ['version', 'at', 'text']],
  [/:(\w+)$/, (type) => FIELD_PROPERTIES[type as keyof typeof FIELD_PROPERTIES], ['type']],
];

it('every property of the contract has an editor', () => {
  const objects = objectsIn(portalConfigSchema);
  assert.ok(objects.some(([path]) => path === `${TYPE}/sections[]/fields[]:repeat/fields[]:lookup`));
  for (const [path, keys] of objects) {
    const table = TABLES.find(([pattern]) => pattern.test(path));
    assert.ok(table, `nothing edits ${path || '/'}`);
    const [pattern, properties, except = []] = table;
    const edited = properties(pattern.exec(path)?.[1] ?? '').map(({ key }) => key);
    for (const key of keys) assert.ok(edited.includes(key) || except.includes(key), `nothing edits ${path}/${key}`);
  }
});

it('no editor is of a property that the contract does not have', () => {
  for (const type of FIELD_TYPES) {
    const keys = FIELD_PROPERTIES[type].map(({ key }) => key);
    assert.deepEqual(
      keys.toSorted(),
      Object.keys(fieldSchemas[type].shape)
        .filter((key) => key !== 'type')
        .toSorted(),
    );
  }
});

it('a choice offers everything that the contract allows', () => {
  for (const type of FIELD_TYPES) {
    for (const { key, of } of FIELD_PROPERTIES[type]) {
      const schema = (fieldSchemas[type].shape as unknown as Record<string, Schema>)[key];
      const inner = schema?._zod.def.innerType ?? schema;
      const definition = (inner?._zod.def.element ?? inner)?._zod.def as { entries?: object } | undefined;
      if (definition?.entries) assert.deepEqual(of?.toSorted(), Object.keys(definition.entries).toSorted());
    }
  }
});

it('whatever the linter says has words in the office', () => {
  const codes = Object.values(LINT_SENTENCES).flatMap(Object.keys);
  for (const code of codes) assert.ok(isTextKey(`settings.issue.${code}`), code);
  for (const reason of Object.keys(REFUSALS)) assert.ok(isTextKey(`settings.refusal.${reason}`), reason);
});
