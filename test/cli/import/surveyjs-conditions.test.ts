import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, reasons, says } from './forms.js';

const survey = (...elements: unknown[]) => ({ title: 'Visit', pages: [{ name: 'p', elements }] });

const asked = [
  { type: 'radiogroup', name: 'kind', choices: ['a b', 'c'] },
  { type: 'checkbox', name: 'extras', choices: ['x', 'y'] },
  { type: 'boolean', name: 'urgent' },
  { type: 'rating', name: 'score' },
  { type: 'text', inputType: 'date', name: 'day' },
];
const CONDITIONS: readonly [string, unknown][] = [
  ["{kind} = 'a b'", { '==': [{ var: 'kind' }, 'a-b'] }],
  ["'a b' = {kind}", { '==': [{ var: 'kind' }, 'a-b'] }],
  [
    "{kind} <> 'c' and {day} notempty",
    { and: [{ '!': [{ '==': [{ var: 'kind' }, 'c'] }] }, { '!=': [{ var: 'day' }, null] }] },
  ],
  ["{kind} anyof ['a b', 'c']", { in: [{ var: 'kind' }, ['a-b', 'c']] }],
  [
    "{extras} contains 'x' or not ({urgent} = true)",
    { or: [{ in: ['x', { var: 'extras' }] }, { '!': [{ '==': [{ var: 'urgent' }, 'true'] }] }] },
  ],
  ['{score} >= 4', { in: [{ var: 'score' }, ['4', '5']] }],
  ["{day} > '2026-01-01'", { and: [{ '!=': [{ var: 'day' }, null] }, { '>': [{ var: 'day' }, '2026-01-01'] }] }],
  ['{urgent}', { '==': [{ var: 'urgent' }, 'true'] }],
  ['{kind} empty', { '==': [{ var: 'kind' }, null] }],
];

for (const [visibleIf, rule] of CONDITIONS) {
  void test(`${visibleIf} becomes a rule`, () => {
    const { field, left } = imported(
      survey(...asked, { type: 'text', name: 'q', visibleIf, requiredIf: visibleIf }),
      'surveyjs',
    );
    assert.deepEqual([field('q').visibleWhen, field('q').requiredWhen, left], [rule, rule, []]);
  });
}

const UNSAID: readonly [string, string][] = [
  ['age({day}) > 18', 'condition'],
  ['{score} + 1 > 3', 'condition'],
  ["{kind} = 'zzz'", 'condition-choice'],
  ["{nobody} = 'x'", 'condition-name'],
  ["{kind} = 'a b' or", 'condition'],
];

for (const [visibleIf, reason] of UNSAID) {
  void test(`${visibleIf} is named, because of ${reason}`, () => {
    const result = imported(survey(...asked, { type: 'text', name: 'q', visibleIf }), 'surveyjs');
    assert.equal(result.field('q').visibleWhen, undefined);
    assert.deepEqual(reasons(result), [`/pages/0/elements/5/visibleIf ${reason}`]);
  });
}

void test('what holds for a panel or page holds for each question in it', () => {
  const { field } = imported(
    {
      pages: [
        { name: 'a', elements: asked },
        {
          name: 'b',
          visibleIf: "{kind} = 'c'",
          elements: [
            {
              type: 'panel',
              name: 'p',
              title: 'More',
              visibleIf: '{urgent} = true',
              elements: [{ type: 'text', name: 'q' }],
            },
          ],
        },
      ],
    },
    'surveyjs',
  );
  assert.deepEqual(field('q').visibleWhen, {
    and: [{ '==': [{ var: 'kind' }, 'c'] }, { '==': [{ var: 'urgent' }, 'true'] }],
  });
  says(field('p-heading'), { type: 'note', text: '### More' });
});

void test('a condition in a row sees its row', () => {
  const templateElements = [
    { type: 'boolean', name: 'works' },
    { type: 'text', name: 'why', visibleIf: '{panel.works} = false' },
  ];
  const { field } = imported(survey({ name: 'q', type: 'paneldynamic', templateElements }), 'surveyjs');
  says(field('q'), { fields: [{}, { visibleWhen: { '==': [{ var: 'q-works' }, 'false'] } }] });
});

void test('conditions that wait for each other are given up, and named', () => {
  const result = imported(
    survey(
      { type: 'text', name: 'a', visibleIf: "{b} = '1'", isRequired: true },
      { type: 'text', name: 'b', visibleIf: "{a} = '1'" },
    ),
    'surveyjs',
  );
  assert.deepEqual(result.field('a'), { id: 'a', type: 'text', label: 'A' });
  assert.equal(reasons(result).filter((one) => one.endsWith('condition-circle')).length, 2);
});

void test('the triggers of old surveys, which show questions, become rules', () => {
  const { field, left } = imported(
    {
      questions: [
        { type: 'checkbox', name: 'extras', choices: ['x'] },
        { type: 'text', name: 'q', visible: false },
      ],
      triggers: [{ type: 'visible', name: 'extras', operator: 'contains', value: 'x', questions: ['q'] }],
    },
    'surveyjs',
  );
  assert.deepEqual([field('q').visibleWhen, left], [{ in: ['x', { var: 'extras' }] }, []]);
});
