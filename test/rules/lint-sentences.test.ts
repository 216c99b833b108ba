import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeIssue } from 'portal-request-form/rules';
import { LINT_SENTENCES } from '../../src/rules/lint-sentences.js';

const RULES = join(import.meta.dirname, '../../src/rules');

/** What the linter's files say between quotes; the file of the sentences is not among them. */
const wordsInSource = async (): Promise<Set<string>> => {
  const files = (await readdir(RULES)).filter((name) => name.startsWith('lint-') && name !== 'lint-sentences.ts');
  const sources = await Promise.all(files.map((name) => readFile(join(RULES, name), 'utf8')));
  const words = sources.flatMap((source) => [...source.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)]);
  return new Set(words.map(([, word = '']) => word));
};

describe('the sentences', () => {
  it('are of no code that is gone', async () => {
    const words = await wordsInSource();
    const codes = Object.keys({ ...LINT_SENTENCES.errors, ...LINT_SENTENCES.warnings });
    assert.deepEqual(
      codes.filter((code) => !words.has(code)),
      [],
    );
  });

  it('say what is wrong, and then what to do about it', () => {
    for (const sentence of Object.values(LINT_SENTENCES).flatMap((group) => Object.values(group)))
      assert.match(sentence, /^[A-Z].*(?:[a-z0-9”)}]: [a-z].*\.|\{reason\})$/, sentence);
  });

  it('name what was found', () => {
    const params = { name: 'kind', option: 'b' };
    assert.equal(
      describeIssue({ code: 'rule-option', params }),
      'The rule compares “kind” with “b”, which cannot be chosen there: use one of its options.',
    );
    const refused = describeIssue({ code: 'pattern-unsupported', params: { reason: 'back-reference' } });
    assert.match(
      refused,
      /^This pattern is refused: it repeats what it found before, such as \\1, .* Write the parts out\.$/,
    );
  });

  it('have one for a code that nobody knows, too', () => {
    assert.equal(describeIssue({ code: 'toString' }), 'This is not right: see toString in docs/rules.md.');
  });
});
