import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compilePattern } from 'portal-request-form/rules';

const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '[a-c1]', '\\d', '\\W', '\\.', 'é', '👩', '\\u0061');
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,}', '{0,2}', '+?', '*?');
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, quantifier).map(([one, times]) => one + times),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => left + right),
    fc.tuple(tie('pattern'), tie('pattern'), quantifier).map(([left, right, times]) => `(?:${left}|${right})${times}`),
    fc.tuple(tie('pattern'), quantifier).map(([one, times]) => `(${one})${times}`),
    fc.tuple(tie('pattern'), fc.constantFrom('^', '$', '|')).map(([one, mark]) => one + mark + one),
  ),
}));
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', 'é', '👩', '\n'), maxLength: 8 });

const timed = (source: string, value: string): { verdict: boolean | undefined; ms: number } => {
  const start = performance.now();
  const verdict = compilePattern(source)?.(value);
  return { verdict, ms: performance.now() - start };
};

describe('patterns', () => {
  it('match what RegExp matches', () => {
    fc.assert(
      fc.property(
        pattern.filter((one) => one.length <= 60),
        text,
        (source, value) => {
          assert.equal(compilePattern(source)?.(value), new RegExp(`^(?:${source})$`, 'u').test(value), source);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('are never accepted when RegExp refuses them', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab01()[]{}*+?|^$\\.-,:=!<dpuxk/'), maxLength: 12 });
    const isRegExp = (source: string): boolean => {
      try {
        return new RegExp(source, 'u') instanceof RegExp;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(signs, (source) => compilePattern(source) === undefined || isRegExp(source)),
      { numRuns: 20_000 },
    );
  });

  for (const source of ['^(a+)+$', '(a|a)*', '(a*)*b', '([a-z]+)*=', '(a?){30}a{30}', '(.*)*x', '(a{1,20}){1,20}']) {
    it(`stay fast on 10,000 characters: ${source}`, () => {
      const { verdict, ms } = timed(source, `${'a'.repeat(9_999)}!`);
      assert.equal(verdict, false);
      assert.ok(ms < 5_000, `${ms} ms`);
    });
  }

  it('refuse what would grow too large, at once', () => {
    for (const source of ['((a{99}){99}){99}', '(((((a{9}){9}){9}){9}){9}){9}', 'a'.repeat(501)]) {
      assert.equal(timed(source, 'a').verdict, undefined);
    }
  });

  it('match no text of more than 10,000 characters', () => {
    assert.equal(compilePattern('👩*')?.('👩'.repeat(10_000)), true);
    assert.equal(compilePattern('👩*')?.('👩'.repeat(10_001)), false);
  });
});
