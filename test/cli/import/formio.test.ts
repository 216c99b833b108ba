import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, reasons, says } from './forms.js';

const form = (...components: unknown[]) => ({ title: 'Repair', components });
const only = (component: Record<string, unknown>) => imported(form({ key: 'q', label: 'Q', ...component }), 'formio');

void test('a page of a wizard is a section, with its label, help, required and bounds', () => {
  const { config, questions, left } = imported(
    {
      display: 'wizard',
      title: 'Repair',
      components: [
        {
          type: 'panel',
          key: 'page1',
          title: 'You',
          components: [
            {
              type: 'textfield',
              key: 'first name',
              label: '<b>First</b> name',
              description: 'As in your passport',
              validate: { required: true, minLength: '2', maxLength: 40 },
            },
          ],
        },
      ],
    },
    'formio',
  );
  assert.deepEqual(config.requestTypes[0]?.sections, [
    {
      id: 'page1',
      title: 'You',
      fields: [
        {
          id: 'first-name',
          type: 'text',
          label: 'First name',
          help: 'As in your passport',
          required: true,
          minLength: 2,
          maxLength: 40,
        },
      ],
    },
  ]);
  assert.deepEqual([questions, left], [{ found: 1, carried: 1 }, []]);
});

const VALUES = [
  { label: 'One', value: 'one' },
  { label: 'Two', value: '2 or more' },
];
const OPTIONS = [
  { id: 'one', label: 'One' },
  { id: '2-or-more', label: 'Two' },
];
const TYPES: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
  ['select', { data: { values: VALUES }, defaultValue: 'one' }, { type: 'select', options: OPTIONS, initial: 'one' }],
  ['select', { data: { values: VALUES }, multiple: true }, { type: 'checkboxes', options: OPTIONS }],
  ['select', { dataSrc: 'json', data: { json: '["a","b"]' } }, { type: 'select' }],
  ['radio', { values: VALUES }, { type: 'radio', options: OPTIONS }],
  ['selectboxes', { values: VALUES, validate: { minSelectedCount: 1 } }, { type: 'checkboxes', minSelected: 1 }],
  ['selectboxes', { values: VALUES, defaultValue: { one: true } }, { type: 'checkboxes', initial: ['one'] }],
  ['checkbox', { validate: { required: true } }, { type: 'checkbox', required: true }],
  ['number', { validate: { min: 1, max: '9' }, decimalLimit: 0 }, { type: 'number', min: 1, max: 9, step: 1 }],
  ['currency', { currency: 'EUR' }, { type: 'number', step: 0.01, unit: 'EUR' }],
  ['phoneNumber', {}, { type: 'tel' }],
  ['day', { minDate: '2026-01-01' }, { type: 'date', min: '2026-01-01' }],
  [
    'datetime',
    { enableTime: false, datePicker: { minDate: "moment().add(2, 'days')" } },
    { type: 'date', min: 'today+2d' },
  ],
  [
    'file',
    { filePattern: '.pdf,image/*', fileMaxSize: '2MB' },
    { type: 'file', maxFiles: 1, maxBytes: 2 * 1024 * 1024 },
  ],
  ['file', { filePattern: '.pdf,image/*', multiple: true }, { type: 'file', accept: ['.pdf', 'image/*'] }],
  ['signature', {}, { type: 'signature' }],
  ['address', { providerOptions: { params: { components: 'country:be' } } }, { type: 'address', countries: ['BE'] }],
  ['textfield', { inputMask: '9999 AA' }, { type: 'text', pattern: '\\d\\d\\d\\d [A-Z][A-Z]' }],
  ['textfield', { multiple: true }, { type: 'repeat' }],
  ['simpleemailadvanced', {}, { type: 'email' }],
];

for (const [type, settings, expected] of TYPES) {
  void test(`a ${type} with ${JSON.stringify(settings)} becomes ${JSON.stringify(expected)}`, () => {
    const { field, questions } = only({ type, ...settings });
    says(field('q'), expected);
    assert.equal(questions.carried, 1);
  });
}

void test('a date with a time is asked in two fields, and counts as one question', () => {
  const { ids, questions } = only({ type: 'datetime' });
  assert.deepEqual([ids, questions], [['q-date', 'q-time'], { found: 1, carried: 1 }]);
});

void test('what lays out questions is gone, and its title stays as a heading', () => {
  const { config } = imported(
    form({
      type: 'columns',
      key: 'c',
      columns: [
        {
          components: [
            {
              type: 'fieldset',
              key: 'f',
              legend: 'Car',
              components: [{ type: 'textfield', key: 'plate', label: 'Plate' }],
            },
          ],
        },
      ],
    }),
    'formio',
  );
  const fields = config.requestTypes[0]?.sections[0]?.fields ?? [];
  assert.deepEqual(
    fields.map((field) => ('text' in field ? field.text : field.label)),
    ['### Car', 'Plate'],
  );
});

void test('a grid becomes rows, and a grid in a grid is named', () => {
  const result = imported(
    form({
      type: 'datagrid',
      key: 'people',
      label: 'People',
      validate: { maxLength: '3' },
      components: [
        { type: 'textfield', key: 'name', label: 'Name' },
        { type: 'editgrid', key: 'pets', label: 'Pets', components: [{ type: 'textfield', key: 'pet', label: 'Pet' }] },
      ],
    }),
    'formio',
  );
  says(result.field('people'), {
    type: 'repeat',
    maxRows: 3,
    fields: [{ id: 'people-name' }],
  });
  assert.deepEqual(reasons(result), ['/components/0/components/1/components/0 nested-repeat']);
  assert.deepEqual(result.questions, { found: 2, carried: 1 });
});

const LEFT: readonly [Record<string, unknown>, string][] = [
  [{ type: 'select', dataSrc: 'url', data: { url: 'https://example.com' } }, 'choices-elsewhere'],
  [{ type: 'resource' }, 'choices-elsewhere'],
  [{ type: 'password' }, 'password'],
  [{ type: 'tree' }, 'unknown-type'],
  [{ type: 'form', form: '5c' }, 'form-elsewhere'],
  [{ type: 'radio', values: [] }, 'no-choices'],
];

for (const [component, reason] of LEFT) {
  void test(`a ${String(component['type'])} is left out, because of ${reason}`, () => {
    const result = imported(form({ type: 'textfield', key: 'a' }, { key: 'q', label: 'Q', ...component }), 'formio');
    assert.deepEqual(reasons(result), [`/components/1 ${reason}`]);
    assert.deepEqual(result.questions, { found: 2, carried: 1 });
  });
}

void test('a setting that a portal refuses is taken out and named', () => {
  const result = only({ type: 'textfield', validate: { pattern: '(?=x)x', minLength: 9, maxLength: 2 } });
  assert.deepEqual(reasons(result).sort(), ['/components/0 bounds', '/components/0 pattern-unsupported']);
});

void test('each form of a project is a request type', () => {
  const { config } = imported(
    { forms: { a: form({ type: 'textfield', key: 'x' }), b: form({ type: 'email', key: 'x' }) } },
    'formio',
  );
  assert.deepEqual(
    config.requestTypes.map(({ id, label }) => [id, label]),
    [
      ['a', 'Repair'],
      ['b', 'Repair'],
    ],
  );
});
