import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findJsonMistake } from '../../src/cli/json-mistake.js';

const rows: readonly [text: string, place: string, said: RegExp][] = [
  ['{\n  "a": 1,\n}', '3:1', /a comma too many/],
  ['[1, 2,]', '1:7', /a comma too many/],
  ['{"a": 1\n "b": 2}', '2:2', /no comma before this/],
  ["{'a': 1}", '1:2', /straight double quotes/],
  ['{“a”: 1}', '1:2', /straight double quotes/],
  ['{a: 1}', '1:2', /names stand in double quotes/],
  ['{"a" 1}', '1:6', /a colon should stand/],
  ['{"a" = 1}', '1:6', /write : here/],
  ['{"a": // why\n 1}', '1:7', /no comments/],
  ['{"a": True}', '1:7', /no value of JSON/],
  ['{"a": 01}', '1:7', /a value should stand here/],
  ['{"a": "b\nc"}', '1:7', /not closed/],
  ['{"é": [1, {"a": ', '1:17', /ends before it is complete/],
  ['', '1:1', /ends before it is complete/],
  ['{} {}', '1:4', /more after the end/],
  ['<!doctype html>', '1:1', /a value should stand here/],
];

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a mistake in JSON', () => {
  for (const [text, place, said] of rows) {
    it(`is found at ${place} of ${JSON.stringify(text)}`, () => {
      const { line, column, sentence } = findJsonMistake(text) ?? {};
      assert.equal(`${String(line)}:${String(column)}`, place);
      assert.match(sentence ?? '', said);
      assert.match(sentence ?? '', /\.$/);
    });
  }

  it('is found in just what JSON.parse refuses', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'[]{},:"0123.eE+-/\\u00aftrulsn \n\t\u0085\u2028é'),
      maxLength: 12,
    });
    const bent = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '0', '\\'))
      .map(([json, at, sign]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + sign + json.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(signs, bent, fc.json()), (text) => {
        assert.equal(findJsonMistake(text) === undefined, isJson(text), JSON.stringify(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is found 100,000 levels deep, and after a million characters', () => {
    assert.equal(findJsonMistake(`${'['.repeat(100_000)}}`)?.column, 100_001);
    assert.equal(findJsonMistake(`["${'a'.repeat(1_000_000)}",]`)?.column, 1_000_005);
  });
});
