import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, reasons, says } from './forms.js';

const formio = (component: object) =>
  imported(
    {
      components: [
        { key: 'q', label: 'Q', ...component },
        { type: 'textfield', key: 'z' },
      ],
    },
    'formio',
  );

const LIKE: readonly [string, string][] = [
  ['navDatepicker', 'date'],
  ['iban', 'text'],
  ['customPhone', 'tel'],
  ['attachment', 'file'],
  ['radiopanel', 'radio'],
  ['yesNo', 'radio'],
  ['navCheckbox', 'checkbox'],
];

for (const [type, expected] of LIKE) {
  void test(`a ${type}, which is nobody’s standard, becomes a ${expected} by its name, and says so`, () => {
    const result = formio({ type, values: [{ value: 'a', label: 'A' }] });
    assert.equal(result.field('q').type, expected);
    assert.deepEqual(reasons(result), ['/components/0 custom-type']);
  });
}

void test('a type whose name says nothing becomes a choice when it has choices, and is named when it has none', () => {
  assert.equal(formio({ type: 'fancy', data: { values: [{ value: 'a', label: 'A' }] } }).field('q').type, 'select');
  assert.deepEqual(reasons(formio({ type: 'fancy' })), ['/components/0 unknown-type']);
});

void test('yes and no are known by any of the values that forms keep for them', () => {
  const { field } = imported(
    {
      elements: [
        { type: 'yesno', name: 'a' },
        { type: 'text', name: 'b', visibleIf: "{a} = 'y'" },
      ],
    },
    'surveyjs',
  );
  says(field('b'), { visibleWhen: { '==': [{ var: 'a' }, 'yes'] } });
});

void test('a help text is a note, not a question', () => {
  const { field, questions } = imported(
    {
      elements: [
        { type: 'infotext', name: 'a', title: '<h1>Read</h1>this' },
        { type: 'text', name: 'b' },
      ],
    },
    'surveyjs',
  );
  says(field('a'), { type: 'note', text: '### Read\n\nthis' });
  assert.deepEqual(questions, { found: 1, carried: 1 });
});
