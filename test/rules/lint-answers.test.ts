import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compilePattern, lintConfig, parseConfig } from 'portal-request-form/rules';
import { portal } from './arbitraries.js';

const FIELD = '/requestTypes/0/sections/0/fields/0';

/** What is said of one field, as `setting code`; today is 23 November 2026. */
const said = (field: object, today: string | undefined = '2026-11-23'): string[] => {
  const { config, issues } = parseConfig(portal([{ id: 'a', label: 'A', ...field }]));
  const found = config ? lintConfig(config, { today }) : issues;
  return found.map(({ pointer, code, params }) =>
    `${pointer.replace(FIELD, '')} ${code} ${String(Object.values(params ?? {}))}`.trim(),
  );
};

const rows: readonly [name: string, field: object, expected: readonly string[]][] = [
  [
    'a postcode that may have six characters',
    { type: 'text', format: 'postcode-nl', maxLength: 6 },
    ['/maxLength never-valid'],
  ],
  ['a postcode that may have seven', { type: 'text', format: 'postcode-nl', maxLength: 7 }, []],
  ['a postcode of at least eight', { type: 'text', format: 'postcode-nl', minLength: 8 }, ['/minLength never-valid']],
  [
    'an account number of fourteen characters',
    { type: 'text', format: 'iban', maxLength: 14 },
    ['/maxLength never-valid'],
  ],
  ['a text without room', { type: 'textarea', maxLength: 0 }, ['/maxLength never-valid']],
  ['an address for mail in five characters', { type: 'email', maxLength: 5 }, ['/maxLength never-valid']],
  [
    'a choice of at most nothing',
    { type: 'checkboxes', options: [{ id: 'x', label: 'X' }], maxSelected: 0 },
    ['/maxSelected never-valid'],
  ],
  ['an initial number', { type: 'number', initial: 3, max: 5 }, []],
  ['an initial number that is too high', { type: 'number', initial: 6, max: 5 }, ['/initial initial max']],
  [
    'an initial option that is not offered',
    { type: 'radio', options: [{ id: 'x', label: 'X' }], initial: 'y' },
    ['/initial initial option'],
  ],
  ['an initial file', { type: 'file', initial: [] }, ['/initial initial type']],
  ['an initial date before today', { type: 'date', initial: '2026-11-22', min: 'today' }, ['/initial initial min']],
  ['a known token', { type: 'tel', autocomplete: 'section-home shipping work tel-national' }, []],
  [
    'a token that takes no way',
    { type: 'text', autocomplete: 'work street-address' },
    ['/autocomplete autocomplete work street-address'],
  ],
  ['a token in words', { type: 'text', autocomplete: 'telephone' }, ['/autocomplete autocomplete telephone']],
  [
    'the endings and types of files',
    { type: 'file', accept: ['.pdf', 'image/*', '*/*', 'application/vnd.ms-excel'] },
    [],
  ],
  ['the ending of a file without its dot', { type: 'file', accept: ['.pdf', 'jpg'] }, ['/accept/1 file-accept jpg']],
  ['a country that does not exist', { type: 'address', countries: ['NL', 'QX'] }, ['/countries/1 country-unknown QX']],
  ['a pattern without words for a mistake', { type: 'text', pattern: 'a+' }, ['/pattern pattern-message']],
  ['an appointment in the past', { type: 'appointment', max: '2026-11-22' }, ['/max date-past']],
  ['an appointment until today', { type: 'appointment', min: 'today', max: '2026-11-23' }, []],
  ['a date from today until a day in the past', { type: 'date', min: 'today', max: '2026-11-22' }, ['/max date-past']],
  ['a date of birth', { type: 'date', max: '2020-01-01' }, []],
  [
    'an appointment in one weekend without its days',
    { type: 'appointment', min: '2026-11-28', max: '2026-11-29', excludeWeekdays: [6, 7] },
    ['/excludeWeekdays never-valid'],
  ],
  [
    'an appointment without Sundays',
    { type: 'appointment', min: '2026-11-28', max: '2026-11-29', excludeWeekdays: [0] },
    [],
  ],
  [
    'an appointment on no day of the week',
    { type: 'appointment', excludeWeekdays: [1, 2, 3, 4, 5, 6, 0] },
    ['/excludeWeekdays no-options'],
  ],
  ['an appointment on a day that is none', { type: 'appointment', min: '2026-02-30' }, ['/min date-bound']],
  [
    'rows that only have something to read',
    { type: 'repeat', fields: [{ id: 'n', type: 'note', text: 'N' }] },
    ['/fields no-fields'],
  ],
  ['a country in words', { type: 'address', countries: ['Nederland'] }, ['/countries/0 country']],
  [
    'a pattern that looks ahead',
    { type: 'text', pattern: '(?=a)b', patternMessage: 'M' },
    ['/pattern pattern-unsupported look-around'],
  ],
];

describe('a doubtful setting', () => {
  for (const [name, field, expected] of rows) {
    it(`${expected.length > 0 ? 'is found in' : 'is not found in'} ${name}`, () => {
      assert.deepEqual(said(field), expected);
    });
  }

  it('is not looked for in days while nobody says which day it is', () => {
    const { config } = parseConfig(
      portal([{ id: 'a', label: 'A', type: 'appointment', max: '2000-01-01', min: 'today' }]),
    );
    assert.ok(config);
    assert.deepEqual(lintConfig(config), []);
  });
});

describe('a pattern that fits no length', () => {
  for (const [pattern, lengths, isFound] of [
    ['[A-Z]{3}\\d{4}', { maxLength: 6 }, true],
    ['[A-Z]{3}\\d{4}', { maxLength: 7 }, false],
    ['(?:ab|c)?', { minLength: 3 }, true],
    ['(?:abc)+', { minLength: 4, maxLength: 5 }, true],
    ['(?:abc)+', { minLength: 4, maxLength: 6 }, false],
    ['', {}, true],
    ['a^b', {}, true],
  ] as const) {
    it(`is ${isFound ? '' : 'not '}${pattern || 'empty'} with ${JSON.stringify(lengths)}`, () => {
      const found = said({ type: 'text', pattern, patternMessage: 'M', ...lengths });
      assert.deepEqual(found, isFound ? ['/pattern never-valid'] : []);
    });
  }

  it('matches no text that the field would take', () => {
    const part = fc.constantFrom('a', '[ab]', '(?:ab)', 'a?', 'b*', '(?:aba)+', 'a{2}', '(?:b|aab)', '$', '^');
    const cases = fc.record({
      pattern: fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
      minLength: fc.nat(5),
      text: fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(cases, ({ pattern, minLength, text }) => {
        const isRight = text.length >= minLength && compilePattern(pattern)?.(text) === true;
        const field = { type: 'text', pattern, patternMessage: 'M', minLength, maxLength: text.length + minLength };
        assert.ok(!isRight || said(field).length === 0, `${pattern} ${text}`);
      }),
      { numRuns: 3_000 },
    );
  });
});
