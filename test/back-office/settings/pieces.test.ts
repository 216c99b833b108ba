import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { shapeIssues } from '../../../demo/back-office/settings/content-shape.js';
import { findIssues, routeTo } from '../../../demo/back-office/settings/issues.js';
import { lineAt, readJson } from '../../../demo/back-office/settings/json-text.js';
import { freshId } from '../../../demo/back-office/settings/make.js';
import { withValue } from '../../../demo/back-office/settings/path.js';
import { readRows, ROW_OPERATORS, writeRows, type RuleRow } from '../../../demo/back-office/settings/rule-rows.js';
import { fallbackFor, textIn, withText } from '../../../demo/back-office/settings/text-edit.js';
import { content, FIELDS } from './contents.js';

const values: fc.Arbitrary<string | number | boolean> = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const rows: fc.Arbitrary<RuleRow> = fc
  .record(
    { field: fc.string({ minLength: 1 }), operator: fc.constantFrom(...ROW_OPERATORS), value: values },
    { noNullPrototype: true },
  )
  .map((row) =>
    row.operator === 'filled' || row.operator === 'empty'
      ? { ...row, value: null }
      : row.operator === 'one-of'
        ? { ...row, value: [row.value] }
        : row,
  );

it('a rule that is written from rows reads back as the same rows', () => {
  fc.assert(
    fc.property(fc.array(rows, { minLength: 2, maxLength: 4 }), fc.constantFrom('and', 'or'), (list, join) => {
      assert.deepEqual(readRows(writeRows({ join, rows: list })), { join, rows: list });
    }),
  );
});

it('a rule that rows cannot say is left to JSON', () => {
  for (const rule of [
    { if: [true, false] },
    { '==': [1, 2] },
    { '!': [{ and: [] }] },
    { or: [{ and: [true] }] },
    'x',
  ]) {
    assert.equal(readRows(rule), undefined);
  }
});

it('JSON is read as JSON is, or it is said where it stops being it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { value, mistake } = readJson(text);
      if (mistake) assert.equal(mistake.code, 'twice');
      else assert.deepEqual(value, JSON.parse(text));
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(readJson(text).mistake === undefined, isJson(text));
    }),
  );
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it('a mistake in JSON is told with its line, and so is where a part stands', () => {
  assert.deepEqual(readJson('{\n  "a": 1\n  "b": 2\n}').mistake, { code: 'comma', line: 3, column: 3 });
  assert.deepEqual(readJson('{\n  "a": [1,\n').mistake, { code: 'end', line: 3, column: 1 });
  assert.equal(lineAt(readJson('{\n "a": [\n 1,\n 2 ]}'), '/a/1/deeper'), 4);
});

it('only what cannot be shown keeps JSON from being taken over', () => {
  assert.deepEqual(shapeIssues(content), []);
  assert.deepEqual(shapeIssues(withValue(content, [...FIELDS, 0, 'id'], 'no id')), []);
  assert.equal(
    shapeIssues(withValue(content, [...FIELDS, 0, 'type'], 'no type'))[0]?.pointer,
    '/config/requestTypes/0/sections/0/fields/0/type',
  );
  for (const json of [null, [], {}, { config: 1, office: {} }, withValue(content, ['office', 'origins'], 'x')]) {
    assert.notDeepEqual(shapeIssues(json), []);
  }
});

it('a text in one language is that of the portal, and the others fall back on it', () => {
  const both = { locale: 'nl', locales: ['nl', 'en'] };
  assert.deepEqual(
    [textIn('Hoi', 'nl', both), textIn('Hoi', 'en', both), fallbackFor('Hoi', 'en', both)],
    ['Hoi', '', 'Hoi'],
  );
  assert.deepEqual(withText('Hoi', 'en', 'Hi', both), { nl: 'Hoi', en: 'Hi' });
  assert.equal(withText({ nl: 'H' }, 'nl', '', both), undefined);
  assert.equal(withText('H', 'nl', 'Ho', { locale: 'nl', locales: ['nl'] }), 'Ho');
});

it('an id is made of the words of a label, and is not taken', () => {
  assert.equal(freshId('Hoe lang is dé lift?', []), 'hoe-lang-is-de-lift');
  assert.equal(freshId('Lift', ['lift', 'lift-2']), 'lift-3');
  assert.equal(freshId('电梯', []), 'x');
});

it('whatever is wrong leads to where it is mended', () => {
  const broken = withValue(content, [...FIELDS, 0, 'options'], []);
  const [issue] = findIssues(broken, '2026-11-27').filter(({ severity }) => severity === 'error');
  assert.equal(issue?.code, 'no-options');
  assert.deepEqual(routeTo(issue.path).rest, ['types', '0']);
  assert.match(routeTo(issue.path).search, /fields%2F0/);
});
