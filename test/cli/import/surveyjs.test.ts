import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, reasons, says } from './forms.js';

const survey = (...elements: unknown[]) => ({ title: 'Visit', pages: [{ name: 'p', elements }] });
const only = (element: Record<string, unknown>) => imported(survey({ name: 'q', ...element }), 'surveyjs');

void test('pages are sections, in every language of the survey', () => {
  const { config } = imported(
    {
      locale: 'nl',
      title: { default: 'Bezoek', en: 'Visit' },
      pages: [
        {
          name: 'you',
          title: 'Over u',
          elements: [{ type: 'text', name: 'name', title: { nl: 'Naam', en: 'Name' }, isRequired: true }],
        },
        { name: 'car', elements: [{ type: 'comment', name: 'damage', maxLength: 300, rows: 4 }] },
      ],
    },
    'surveyjs',
  );
  assert.deepEqual([config.portal.locale, config.portal.locales], ['nl', ['nl', 'en']]);
  assert.deepEqual(config.requestTypes[0]?.sections, [
    {
      id: 'you',
      title: 'Over u',
      fields: [{ id: 'name', type: 'text', label: { nl: 'Naam', en: 'Name' }, required: true }],
    },
    { id: 'car', fields: [{ id: 'damage', type: 'textarea', label: 'Damage', maxLength: 300, rows: 4 }] },
  ]);
});

const TYPES: readonly [Record<string, unknown>, Record<string, unknown>][] = [
  [
    { type: 'radiogroup', choices: ['a', { value: 2, text: 'Two' }] },
    {
      type: 'radio',
      options: [
        { id: 'a', label: 'a' },
        { id: '2', label: 'Two' },
      ],
    },
  ],
  [
    { type: 'dropdown', choicesMin: 1, choicesMax: 3 },
    {
      type: 'select',
      options: [
        { id: '1', label: '1' },
        { id: '2', label: '2' },
        { id: '3', label: '3' },
      ],
    },
  ],
  [
    { type: 'tagbox', choices: ['a'], maxSelectedChoices: 1 },
    { type: 'checkboxes', maxSelected: 1 },
  ],
  [
    { type: 'boolean', labelTrue: 'Sure' },
    {
      type: 'radio',
      options: [
        { id: 'true', label: 'Sure' },
        { id: 'false', label: 'No' },
      ],
    },
  ],
  [
    { type: 'rating', rateMax: 2, minRateDescription: 'Bad' },
    {
      type: 'radio',
      options: [
        { id: '1', label: '1 – Bad' },
        { id: '2', label: '2' },
      ],
    },
  ],
  [
    { type: 'text', inputType: 'number', min: 0, max: 9 },
    { type: 'number', min: 0, max: 9 },
  ],
  [
    { type: 'text', inputType: 'date', minValueExpression: 'today(3)' },
    { type: 'date', min: 'today+3d' },
  ],
  [{ type: 'text', validators: [{ type: 'email' }] }, { type: 'email' }],
  [
    { type: 'text', validators: [{ type: 'regex', regex: '^\\d{4}$', text: 'Four digits' }] },
    { type: 'text', pattern: '^\\d{4}$', patternMessage: 'Four digits' },
  ],
  [
    { type: 'file', allowMultiple: true, acceptedTypes: 'image/*', maxSize: 1000 },
    { type: 'file', accept: ['image/*'], maxBytes: 1000 },
  ],
  [{ type: 'signaturepad' }, { type: 'signature' }],
  [
    { type: 'matrixdynamic', columns: [{ name: 'c', cellType: 'text' }], minRowCount: 2 },
    { type: 'repeat', minRows: 2, fields: [{ id: 'q-c', type: 'text', label: 'C' }] },
  ],
  [
    { type: 'paneldynamic', templateElements: [{ type: 'text', name: 'c' }], maxPanelCount: 2 },
    { type: 'repeat', maxRows: 2 },
  ],
  [
    { type: 'html', html: '<p>Read <b>this</b></p>' },
    { type: 'note', text: 'Read **this**' },
  ],
];

for (const [element, expected] of TYPES) {
  void test(`${JSON.stringify(element).slice(0, 90)} becomes ${JSON.stringify(expected).slice(0, 60)}`, () => {
    const { field } = imported(survey({ name: 'q', ...element }, { type: 'text', name: 'other' }), 'surveyjs');
    says(field('q'), expected);
  });
}

void test('a table asks each of its lines, and counts as one question', () => {
  const rows = ['speed', 'price'];
  const { ids, questions } = imported(
    survey(
      { type: 'matrix', name: 'm', rows, columns: ['good', 'bad'] },
      { type: 'matrixdropdown', name: 'd', rows, columns: [{ name: 'c', choices: [1] }] },
      { type: 'multipletext', name: 't', items: [{ name: 'first' }, { name: 'last', isRequired: true }] },
    ),
    'surveyjs',
  );
  assert.deepEqual(ids, ['m-speed', 'm-price', 'd-speed-c', 'd-price-c', 't-first', 't-last']);
  assert.deepEqual(questions, { found: 3, carried: 3 });
});

void test('"other" asks what, once it is chosen', () => {
  const { field } = only({ type: 'checkbox', choices: ['a'], hasOther: true, otherText: 'Else' });
  says(field('q-comment'), {
    label: 'Q – Else',
    required: true,
    visibleWhen: { in: ['other', { var: 'q' }] },
  });
});

void test('choices from elsewhere, calculated values and triggers are named', () => {
  const result = imported(
    {
      elements: [
        { type: 'text', name: 'a' },
        { type: 'dropdown', name: 'b', choicesByUrl: { url: 'https://example.com' } },
        { type: 'expression', name: 'c', expression: '{a} + 1' },
      ],
      triggers: [{ type: 'setvalue' }],
    },
    'surveyjs',
  );
  assert.deepEqual(reasons(result), ['/triggers/0 logic', '/elements/1 choices-elsewhere', '/elements/2 calculated']);
  assert.deepEqual(result.questions, { found: 2, carried: 1 });
});
