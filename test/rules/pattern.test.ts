import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compilePattern } from 'portal-request-form/rules';
import { patternRefusal } from '../../src/rules/pattern.js';

const atom = fc.constantFrom(
  ...[
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '[a-c1]',
    '[]',
    '[^]',
    '[.^|]',
    '[👨-👩]',
    '[^👩\\d]',
    '[\\-\\]a]',
    'é',
    '👩',
    '-',
  ],
  ...[
    '\\d',
    '\\W',
    '\\s',
    '\\S',
    '\\.',
    '\\/',
    '\\n',
    '\\u0061',
    '\\x62',
    '\\u{1F469}',
    '\\p{L}',
    '\\P{Lu}',
    '\\p{Script=Han}',
  ],
);
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0}', '{1,}', '{0,2}', '{2,3}?', '+?', '*?');
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, quantifier).map(([one, times]) => one + times),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => left + right),
    fc.tuple(tie('pattern'), tie('pattern'), quantifier).map(([left, right, times]) => `(?:${left}|${right})${times}`),
    fc.tuple(tie('pattern'), quantifier).map(([one, times]) => `(${one})${times}`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('^', '$', '|', '()', '(|a)', '(?:)'))
      .map(([one, mark]) => one + mark + one),
  ),
}));
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'B', '1', '.', '-', ' ', 'é', '東', '👩', '\n', '\u2028'),
  maxLength: 8,
});

/** Of each property; many more when the faults are run thoroughly. */
const RUNS = process.env['FAULTS'] === 'thorough' ? 20_000 : 4_000;

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
      { numRuns: RUNS },
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
      { numRuns: RUNS },
    );
  });

  const nasty = [
    ...[
      '^(a+)+$',
      '(a|a)*',
      '(a*)*b',
      '([a-z]+)*=',
      '(a?){30}a{30}',
      '(.*)*x',
      '(a{1,20}){1,20}',
      '(a|aa)+$',
      '.{0,490}!',
    ],
    ...[`(${'a|'.repeat(240)}b)*!`, '(?:.{0,16}.{0,16}){15}!', '(?:\\p{L}{0,50}){9}!', '(((a?){9}){9}){5}!'],
    `(${Array.from({ length: 60 }, (_, index) => `[^${String.fromCodePoint(192 + index)}!]`).join('|')})*!`,
  ];
  const long = {
    'one letter and a sign': `${'a'.repeat(9_999)}?`,
    'ten thousand different letters': Array.from({ length: 10_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(
      '',
    ),
    'a hundred thousand letters': 'a'.repeat(100_000),
    'a million letters': 'a'.repeat(1_000_000),
  };

  for (const source of nasty) {
    for (const [name, value] of Object.entries(long)) {
      it(`stay fast on ${name}: ${source.slice(0, 40)}`, () => {
        const { verdict, ms } = timed(source, value);
        assert.equal(verdict, false);
        assert.ok(ms < 2_000, `${ms} ms`);
      });
    }
  }

  for (const [source, reason] of [
    ...[['(?=a)b', 'look-around'] as const, ['a(?!b)', 'look-around'] as const, ['(?<=a)b', 'look-around'] as const],
    ...[
      ['(?<!a)b', 'look-around'] as const,
      ['(?<name>a)', 'named-group'] as const,
      ['(a)\\1', 'back-reference'] as const,
    ],
    ...[
      ['\\k<a>', 'back-reference'] as const,
      ['\\bword', 'word-boundary'] as const,
      ['a'.repeat(501), 'length'] as const,
    ],
    ...[['((a{99}){99}){99}', 'size'] as const, ['[z-a]', 'syntax'] as const, ['(a', 'syntax'] as const],
    ...[['a{2,1}', 'syntax'] as const, ['\\p{Nothing}', 'syntax'] as const, ['(?i:a)', 'syntax'] as const],
  ]) {
    it(`say why they are refused: ${source.slice(0, 40)}`, () => {
      assert.equal(patternRefusal(source), reason);
      assert.equal(compilePattern(source), undefined);
    });
  }

  it('refuse what would grow too large, at once', () => {
    for (const source of ['((a{99}){99}){99}', '(((((a{9}){9}){9}){9}){9}){9}', 'a'.repeat(501)]) {
      const { verdict, ms } = timed(source, 'a');
      assert.equal(verdict, undefined);
      assert.ok(ms < 200, `${ms} ms`);
    }
  });

  it('match no text of more than 10,000 characters', () => {
    assert.equal(compilePattern('👩*')?.('👩'.repeat(10_000)), true);
    assert.equal(compilePattern('👩*')?.('👩'.repeat(10_001)), false);
    assert.equal(compilePattern('')?.('a'.repeat(100_000)), false);
  });
});
