import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mistakesIn } from '../../scripts/texts.mjs';

const english = { name: 'Name', greeting: 'Hello {name}', files: { one: '{count} file', other: '{count} files' } };
const arabicForms = { one: '1 {count}', two: '2', few: '3', many: '11', other: '100' };

describe('The comparison of texts', () => {
  it('finds nothing in a language that has everything', () => {
    const german = {
      name: 'Name',
      greeting: 'Hallo {name}',
      files: { one: '{count} Datei', other: '{count} Dateien' },
    };
    assert.deepEqual(mistakesIn(german, english, 'de'), []);
  });

  const mistakes: readonly [string, object, string][] = [
    ['a text that is missing', { name: undefined }, '"name" is missing'],
    ['a text that is superfluous', { other: 'x' }, '"other" is superfluous'],
    ['an empty text', { name: ' ' }, '"name" is empty'],
    ['another parameter', { greeting: 'Hallo {naam}' }, '"greeting" fills in {naam}, English {name}'],
    ['no plural forms', { files: '{count} files' }, '"files" has no plural forms'],
    ['a plural form that the language has', { files: arabicForms }, '"files" lacks the plural zero'],
  ];
  for (const [what, change, sentence] of mistakes) {
    it(`finds ${what}`, () => {
      const texts = { ...english, files: { ...arabicForms, zero: '0' }, ...change };
      assert.deepEqual(mistakesIn(texts, english, 'ar'), [sentence]);
    });
  }
});
