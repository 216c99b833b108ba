import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { describeIssue } from 'portal-request-form/rules';
import { LINT_SENTENCES } from '../../src/rules/lint-sentences.js';

const RULES = join(import.meta.dirname, '../../src/rules');
const known = Object.values(LINT_SENTENCES).flatMap((group) => Object.keys(group));

/** Every code that the linter's files name. */
const codesInSource = async (): Promise<Set<string>> => {
  const files = (await readdir(RULES)).filter((name) => name.startsWith('lint-'));
  const sources = await Promise.all(files.map((name) => readFile(join(RULES, name), 'utf8')));
  const named = sources.flatMap((source) => [...source.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code = '']) => code));
  const calls = sources.flatMap((source) => [...source.matchAll(/\b(?:error|warning)\(\s*[^,]+,\s*([^;)]*)/g)]);
  const called = calls.flatMap(([, rest = '']) => [...rest.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)]);
  return new Set([...named, ...called.map(([, code = '']) => code)]);
};

describe('the sentences', () => {
  it('are there for every code of the linter', async () => {
    const codes = await codesInSource();
    assert.ok(codes.size > 25, [...codes].join());
    assert.deepEqual(
      [...codes].filter((code) => !known.includes(code)),
      [],
    );
  });

  it('are of no code that is gone', async () => {
    const codes = await codesInSource();
    const { errors, warnings } = LINT_SENTENCES;
    assert.deepEqual(
      Object.keys({ ...errors, ...warnings }).filter((code) => !codes.has(code)),
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
