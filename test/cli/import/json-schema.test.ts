import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, reasons, says } from './forms.js';

const object = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'object',
  properties,
  ...more,
});
const only = (schema: unknown, required: string[] = []) =>
  imported(object({ q: schema, z: { type: 'string' } }, { required }), 'json-schema');

const TYPES: readonly [Record<string, unknown>, Record<string, unknown>][] = [
  [
    { type: 'string', title: 'Name', description: 'In full', minLength: 2 },
    { type: 'text', label: 'Name', help: 'In full', minLength: 2 },
  ],
  [
    { type: 'string', maxLength: 1000 },
    { type: 'textarea', maxLength: 1000 },
  ],
  [
    { type: 'string', pattern: '^\\d{4}$' },
    { type: 'text', pattern: '^\\d{4}$' },
  ],
  [
    { type: 'string', pattern: '^(a|b)$' },
    { type: 'text', pattern: '^(a|b)$' },
  ],
  [
    { type: 'string', pattern: '^a|b$' },
    { type: 'text', pattern: '[\\s\\S]*(?:^a|b$)[\\s\\S]*' },
  ],
  [
    { type: 'string', pattern: '\\d' },
    { type: 'text', pattern: '[\\s\\S]*(?:\\d)[\\s\\S]*' },
  ],
  [{ type: 'string', format: 'email' }, { type: 'email' }],
  [{ type: ['string', 'null'], format: 'date' }, { type: 'date' }],
  [
    { type: 'string', format: 'data-url' },
    { type: 'file', maxFiles: 1 },
  ],
  [
    { type: 'string', enum: ['a', 'b'], enumNames: ['A', 'B'], default: 'b' },
    {
      type: 'radio',
      initial: 'b',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
  ],
  [
    {
      oneOf: [
        { const: 1, title: 'One' },
        { const: 2, title: 'Two' },
      ],
    },
    {
      type: 'radio',
      options: [
        { id: '1', label: 'One' },
        { id: '2', label: 'Two' },
      ],
    },
  ],
  [
    { type: 'integer', minimum: 1, exclusiveMaximum: 10 },
    { type: 'number', min: 1, max: 9, step: 1 },
  ],
  [
    { type: 'number', minimum: 1, exclusiveMinimum: true, multipleOf: 5 },
    { type: 'number', min: 10, step: 5 },
  ],
  [{ type: 'boolean' }, { type: 'checkbox' }],
  [{ type: 'boolean', const: true }, { type: 'checkbox' }],
  [
    { type: 'array', uniqueItems: true, items: { enum: ['a', 'b'] }, maxItems: 1 },
    { type: 'checkboxes', maxSelected: 1 },
  ],
  [
    { type: 'array', items: { type: 'string' }, minItems: 1 },
    { type: 'repeat', minRows: 1, fields: [{ id: 'q-value', type: 'text', label: 'Q', required: true }] },
  ],
  [
    { type: 'array', items: object({ a: { type: 'string' } }) },
    { type: 'repeat', fields: [{ id: 'q-a', type: 'text', label: 'A' }] },
  ],
  [
    { type: 'object', additionalProperties: { type: 'number' } },
    { type: 'repeat', fields: [{ id: 'q-name' }, { id: 'q-value', type: 'number' }] },
  ],
];

for (const [schema, expected] of TYPES) {
  void test(`${JSON.stringify(schema).slice(0, 100)} becomes a field`, () => {
    const { field, left } = only(schema);
    says(field('q'), expected);
    assert.deepEqual(left, []);
  });
}

void test('yes or no has to be answered, not checked, where it is required', () => {
  const { field } = only({ type: 'boolean' }, ['q']);
  says(field('q'), {
    type: 'radio',
    required: true,
    options: [{ id: 'true' }, { id: 'false' }],
  });
});

void test('an object is a section; what it requires is required once it is begun', () => {
  const { config, field } = imported(
    object({
      name: { type: 'string' },
      car: object(
        { plate: { type: 'string' }, colour: { type: 'string' } },
        { title: 'Your car', required: ['plate'] },
      ),
    }),
    'json-schema',
  );
  assert.deepEqual(
    config.requestTypes[0]?.sections.map(({ id, title, fields }) => [id, title, fields.map((one) => one.id)]),
    [
      ['section', undefined, ['name']],
      ['car', 'Your car', ['car-plate', 'car-colour']],
    ],
  );
  assert.deepEqual(field('car-plate').requiredWhen, { '!=': [{ var: 'car-colour' }, null] });
});

const REFERENCES: readonly [Record<string, unknown>, string][] = [
  [{ definitions: { n: { type: 'number' } } }, '#/definitions/n'],
  [{ $defs: { 'a/b': { type: 'number' } } }, '#/$defs/a~1b'],
  [{ $defs: { x: { $anchor: 'n', type: 'number' } } }, '#n'],
  [{ $id: 'https://example.com/s', $defs: { x: { type: 'number' } } }, 'https://example.com/s#/$defs/x'],
];

for (const [definitions, $ref] of REFERENCES) {
  void test(`the reference ${$ref} is followed`, () => {
    const { field } = imported(object({ q: { $ref, title: 'Own title' } }, definitions), 'json-schema');
    says(field('q'), { type: 'number', label: 'Own title' });
  });
}

void test('a reference to itself ends, and is named', () => {
  const person = object({ name: { type: 'string' }, parent: { $ref: '#/$defs/person' } });
  const result = imported({ ...object({ me: { $ref: '#/$defs/person' } }), $defs: { person } }, 'json-schema');
  assert.deepEqual(reasons(result), ['/properties/me/properties/parent reference-circle']);
  assert.deepEqual(result.questions, { found: 2, carried: 1 });
});

void test('what other schemas add to a schema is added', () => {
  const { field } = imported({ allOf: [object({ a: { type: 'string' } }), { required: ['a'] }] }, 'json-schema');
  assert.equal(field('a').required, true);
});

const kind = { type: 'string', enum: ['car', 'bike'] };
const CAR = { '==': [{ var: 'kind' }, 'car'] };

void test('"if", "then" and "else" become rules', () => {
  const { field, left } = imported(
    object(
      { kind, note: { type: 'string' } },
      {
        required: ['kind'],
        if: { properties: { kind: { const: 'car' } } },
        then: { properties: { plate: { type: 'string' } }, required: ['plate'] },
        else: { required: ['note'] },
      },
    ),
    'json-schema',
  );
  says(field('plate'), { required: true, visibleWhen: CAR });
  assert.deepEqual([field('note').requiredWhen, left], [{ '!': [CAR] }, []]);
});

void test('dependencies become rules', () => {
  const { field } = imported(
    object(
      { kind, a: { type: 'string' } },
      {
        dependencies: {
          a: ['kind'],
          kind: {
            oneOf: [
              { properties: { kind: { enum: ['car'] }, plate: { type: 'string' } } },
              { properties: { kind: { enum: ['bike'] } } },
            ],
          },
        },
      },
    ),
    'json-schema',
  );
  assert.deepEqual(field('kind').requiredWhen, { '!=': [{ var: 'a' }, null] });
  assert.deepEqual(field('plate').visibleWhen, { in: [{ var: 'kind' }, ['car']] });
});

void test('of several kinds one is chosen, and asks its own questions', () => {
  const { field, ids } = only({
    oneOf: [
      object({ type: { const: 'person' }, name: { type: 'string' } }, { title: 'A person' }),
      object({ type: { const: 'company' }, kvk: { type: 'string' } }, { title: 'A company' }),
    ],
  });
  assert.deepEqual(
    ids,
    ['q-heading', 'q-type', 'q-name', 'q-kvk', 'z'].filter((id) => id !== 'q-heading'),
  );
  says(field('q-kvk'), { visibleWhen: { '==': [{ var: 'q-type' }, '2'] } });
});

void test('keys that every object has are only names', () => {
  const { questions, ids } = imported(
    JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"number"}},"required":["__proto__"]}',
    ),
    'json-schema',
  );
  assert.deepEqual([questions, ids], [{ found: 2, carried: 2 }, ['proto__'.replace(/_+$/, ''), 'constructor-1']]);
});
