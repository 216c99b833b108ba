import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, reasons } from './forms.js';

const form = (...components: unknown[]) => ({ title: 'Repair', components });
const VALUES = [
  { label: 'One', value: 'one' },
  { label: 'Two', value: '2 or more' },
];
const asked = [
  { type: 'radio', key: 'kind', label: 'Kind', values: VALUES },
  { type: 'selectboxes', key: 'extras', label: 'Extras', values: VALUES },
  { type: 'checkbox', key: 'urgent', label: 'Urgent' },
  { type: 'number', key: 'count', label: 'Count' },
];
const KIND = { '==': [{ var: 'kind' }, '2-or-more'] };
const CONDITIONS: readonly [Record<string, unknown>, unknown][] = [
  [{ conditional: { show: true, when: 'kind', eq: '2 or more' } }, KIND],
  [{ conditional: { show: 'false', when: 'kind', eq: '2 or more' } }, { '!': [KIND] }],
  [{ conditional: { show: true, when: 'urgent', eq: 'true' } }, { var: 'urgent' }],
  [{ conditional: { show: true, when: 'extras', eq: 'one' } }, { in: ['one', { var: 'extras' }] }],
  [{ conditional: { show: true, when: 'extras.one', eq: 'true' } }, { in: ['one', { var: 'extras' }] }],
  [
    {
      conditional: {
        show: true,
        conjunction: 'any',
        conditions: [
          { component: 'urgent', operator: 'isEqual', value: true },
          { component: 'count', operator: 'greaterThan', value: 3 },
        ],
      },
    },
    { or: [{ var: 'urgent' }, { and: [{ '!=': [{ var: 'count' }, null] }, { '>': [{ var: 'count' }, 3] }] }] },
  ],
  [{ conditional: { json: { '===': [{ var: 'data.kind' }, '2 or more'] } } }, KIND],
  [
    { customConditional: "show = data.kind === '2 or more' && !data.urgent;" },
    { and: [KIND, { '!': [{ var: 'urgent' }] }] },
  ],
  [{ customConditional: "if (data.kind == '2 or more') { show = false; } else { show = true; }" }, { '!': [KIND] }],
  [
    {
      logic: [
        {
          trigger: { type: 'simple', simple: { show: true, when: 'kind', eq: '2 or more' } },
          actions: [{ type: 'property', property: { value: 'hidden' }, state: true }],
        },
      ],
    },
    { '!': [KIND] },
  ],
];

for (const [settings, rule] of CONDITIONS) {
  void test(`the condition ${JSON.stringify(settings).slice(0, 90)} becomes a rule`, () => {
    const { field, left } = imported(
      form(...asked, { type: 'textfield', key: 'q', label: 'Q', ...settings }),
      'formio',
    );
    assert.deepEqual([field('q').visibleWhen, left], [rule, []]);
  });
}

void test('a question whose condition is a program is shown, not required, and both are named', () => {
  const program = 'show = window.check(data)';
  const result = imported(
    form({ key: 'q', label: 'Q', type: 'textfield', customConditional: program, validate: { required: true } }),
    'formio',
  );
  assert.deepEqual(result.field('q'), { id: 'q', type: 'text', label: 'Q' });
  assert.deepEqual(reasons(result), ['/components/0/customConditional condition', '/components/0 optional-now']);
});
