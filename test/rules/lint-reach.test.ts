import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Field, RequestType, Rule } from 'portal-request-form/contract';
import { visibility } from 'portal-request-form/rules';
import { neverShown } from '../../src/rules/lint-reach.js';

const OPTIONS = ['x', 'y', 'z'].map((id) => ({ id, label: id }));
const few = [
  { id: 'kind', type: 'select', label: 'K', options: OPTIONS },
  { id: 'urgent', type: 'checkbox', label: 'U' },
] as Field[];
const free = [
  { id: 'many', type: 'checkboxes', label: 'M', options: OPTIONS },
  { id: 'count', type: 'number', label: 'C' },
  { id: 'words', type: 'text', label: 'W' },
  { id: 'day', type: 'date', label: 'D' },
  { id: 'home', type: 'address', label: 'H' },
] as Field[];
const item = { id: 'gas', kind: 'yes-no', label: 'G', required: false } as const;

const box = (id: string) => ({ id, type: 'checkbox', label: 'L' }) as const;

const typeOf = (fields: readonly Field[]): RequestType => ({
  id: 't',
  label: 'T',
  sections: [{ id: 's', fields: [...fields] }],
  checklist: [item],
  terms: [],
});

const FEW_NAMES = ['kind', 'urgent', 'checklist.gas'];
const FREE_NAMES = ['many', 'count', 'words', 'day', 'home', 'home.city', 'home.country'];
const values = fc.constantFrom<Rule>('x', 'y', 'z', 'no', true, false, null, 1, 2, '', '2026-11-23', 'NL');

/** Rules of every operator over these names. */
const rulesOver = (names: readonly string[]): fc.Arbitrary<Rule> => {
  const name = fc.constantFrom(...names);
  const variable = fc.oneof(
    { weight: 4, arbitrary: name.map((one): Rule => ({ var: one })) },
    { weight: 1, arbitrary: fc.tuple(name, values).map(([one, other]): Rule => ({ var: [one, other] })) },
  );
  const { rule } = fc.letrec<{ rule: Rule; part: Rule }>((tie) => ({
    part: fc.oneof({ depthSize: 'small', withCrossShrink: true }, variable, values, tie('rule')),
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      variable,
      fc
        .tuple(fc.constantFrom('==', '!=', '===', '!==', '<', '<=', '>', '>='), variable, values)
        .map(([operator, one, value]): Rule => ({ [operator]: [one, value] })),
      fc.tuple(variable, fc.array(values, { maxLength: 3 })).map(([one, list]): Rule => ({ in: [one, list] })),
      fc.tuple(values, variable).map(([value, one]): Rule => ({ in: [value, one] })),
      fc.array(name, { minLength: 1, maxLength: 2 }).map((list): Rule => ({ '!': { missing: list } })),
      fc
        .tuple(fc.constantFrom('and', 'or'), tie('part'), tie('part'))
        .map(([operator, one, other]): Rule => ({ [operator]: [one, other] })),
      tie('part').map((one): Rule => ({ '!': one })),
      fc.tuple(tie('part'), tie('part'), tie('part')).map((parts): Rule => ({ if: parts })),
      fc.tuple(tie('part'), tie('part')).map((parts): Rule => ({ '==': parts })),
    ),
  }));
  return rule;
};

/** Three fields, each shown by a rule over what is given and over those before it. */
const typesOver = (given: readonly Field[], names: readonly string[]): fc.Arbitrary<RequestType> =>
  fc
    .tuple(rulesOver(names), rulesOver([...names, 'a']), rulesOver([...names, 'a', 'b']))
    .map((rules) =>
      typeOf([...given, ...rules.map((rule, index): Field => ({ ...box('abc'.charAt(index)), visibleWhen: rule }))]),
    );

const shownBy = (type: RequestType, answers: Readonly<Record<string, unknown>>, gas: unknown): Set<string> => {
  const checklist = new Map(gas === undefined ? [] : [['gas', { answer: gas as 'yes' | 'no' }]]);
  return new Set(visibility(type, new Map(Object.entries(answers)), checklist).fields);
};

const answers = fc.record(
  {
    kind: fc.constantFrom('x', 'y', 'z'),
    urgent: fc.boolean(),
    many: fc.subarray(['x', 'y', 'z']),
    count: fc.oneof(fc.constantFrom(-1, 0, 1, 1.5, 2, 3), fc.double({ noNaN: true }), fc.constant('abc')),
    words: fc.oneof(fc.constantFrom('x', 'y', 'xy', 'NL', '2026-11-23'), fc.string({ maxLength: 3 })),
    day: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24', '2', '3000-01-01'),
    home: fc.record({ city: fc.constantFrom('x', 'NL', ''), country: fc.constant('NL') }),
    a: fc.boolean(),
    b: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('what is never shown', () => {
  it('is never shown, whatever is answered', () => {
    let found = 0;
    fc.assert(
      fc.property(
        typesOver([...few, ...free], [...FEW_NAMES, ...FREE_NAMES]),
        fc.array(fc.tuple(answers, fc.constantFrom(undefined, 'yes', 'no')), { minLength: 40, maxLength: 40 }),
        (type, given) => {
          const never = neverShown(type);
          found += never.size;
          for (const [some, gas] of given)
            for (const id of shownBy(type, some, gas)) assert.ok(!never.has(id), `${id} with ${JSON.stringify(some)}`);
        },
      ),
      { numRuns: 3_000 },
    );
    assert.ok(found > 300, `only ${found} found`);
  });

  it('is all that no answer shows, where every answer can be tried', () => {
    const booleans = [undefined, true, false];
    const all = [undefined, 'x', 'y', 'z'].flatMap((kind) =>
      booleans.flatMap((urgent) => booleans.flatMap((a) => booleans.map((b) => ({ kind, urgent, a, b })))),
    );
    fc.assert(
      fc.property(typesOver(few, FEW_NAMES), (type) => {
        const shown = new Set(
          all.flatMap((some) => [undefined, 'yes', 'no'].flatMap((gas) => [...shownBy(type, some, gas)])),
        );
        const hidden = ['a', 'b', 'c'].filter((id) => !shown.has(id));
        assert.deepEqual([...neverShown(type)].toSorted(), hidden);
      }),
      { numRuns: 1_500 },
    );
  });

  const never: readonly [string, Rule][] = [
    [
      'a number that would have to be less and more',
      { and: [{ '<': [{ var: 'count' }, 3] }, { '>': [{ var: 'count' }, 5] }] },
    ],
    [
      'a text that would have to be two',
      { and: [{ '==': [{ var: 'words' }, 'x'] }, { '==': [{ var: 'words' }, 'y'] }] },
    ],
    ['a date before and after', { '<': ['2026-12-01', { var: 'day' }, '2026-11-01'] }],
    ['a list that has an option and is empty', { and: [{ in: ['x', { var: 'many' }] }, { '!': { var: 'many' } }] }],
    ['an option that is not offered', { '==': [{ var: 'kind' }, 'w'] }],
    ['a constant', { and: [true, { '!': true }] }],
  ];
  for (const [name, visibleWhen] of never) {
    it(`is what waits for ${name}`, () => {
      const type = typeOf([...few, ...free, { id: 'a', type: 'text', label: 'A', visibleWhen }]);
      assert.deepEqual([...neverShown(type)], ['a']);
    });
  }

  it('is what waits for something that is hidden whenever it is needed', () => {
    const when = (id: string, visibleWhen: Rule): Field => ({ ...box(id), visibleWhen });
    const a = when('a', { '==': [{ var: 'kind' }, 'x'] });
    const b = when('b', { and: [{ var: 'a' }, { '==': [{ var: 'kind' }, 'y'] }] });
    assert.deepEqual([...neverShown(typeOf([...few, a, b, when('c', { var: 'b' })]))], ['b', 'c']);
  });

  it('is a row that can only be needed where its list is hidden', () => {
    const rows = (visibleWhen: Rule) =>
      ({
        id: 'rows',
        type: 'repeat',
        label: 'R',
        visibleWhen: { var: 'urgent' },
        fields: [{ id: 'a', type: 'text', label: 'A', visibleWhen }],
      }) as Field;
    assert.deepEqual([...neverShown(typeOf([...few, rows({ '!': { var: 'urgent' } })]))], ['a']);
    assert.deepEqual([...neverShown(typeOf([...few, rows({ var: 'kind' })]))], []);
  });

  it('is not worked out for longer than people wait', () => {
    const options = Array.from({ length: 100 }, (_, index) => ({ id: `o${String(index)}`, label: 'O' }));
    const fields = Array.from({ length: 400 }, (_, index) => ({
      ...{ id: `f${String(index)}`, type: 'select', label: 'F', options },
      visibleWhen: {
        and: [0, 1, 2].map((back) => ({ var: `f${String((index + 397 + back) % 400)}` })).slice(0, index),
      },
    })) as Field[];
    const started = performance.now();
    neverShown(typeOf(fields.map((field, index) => (index < 3 ? { ...field, visibleWhen: undefined } : field))));
    assert.ok(performance.now() - started < 5_000);
  });
});
