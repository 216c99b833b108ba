import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConfig } from 'portal-request-form/rules';
import { importForm, ImportError, SOURCES } from '../../../src/cli/import/index.js';
import { anyJson } from '../../rules/arbitraries.js';

const WORDS = 'a b q panel.q constructor __proto__ 1'.split(' ');
const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string(),
  fc.constantFrom('<b>x</b>', '{a} = 1', 'show = data.a', '(a+)+$', '#/$defs/a', '#'),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), anyJson);

/** Objects with the keys of all three kinds of forms, so that readers get past the first look. */
const KEYS = {
  leaf: 'key name title label type inputType cellType visibleIf requiredIf isRequired when eq show min max minLength maxLength pattern const default format $ref customConditional defaultValue initial dataSrc display minimum multipleOf where multiple hidden disabled minDate html'.split(
    ' ',
  ),
  list: 'components elements questions pages columns rows values choices items templateElements enum oneOf anyOf allOf required conditions logic validators prefixItems actions'.split(
    ' ',
  ),
  object:
    'conditional validate data properties items if then else not definitions $defs dependencies fields trigger simple additionalProperties schema forms title'.split(
      ' ',
    ),
};
const TYPES =
  'textfield select radio selectboxes datagrid panel container form survey datetime day file content address tags text checkbox radiogroup matrix matrixdynamic matrixdropdown paneldynamic multipletext rating ranking boolean html expression object array string number integer yesno'.split(
    ' ',
  );

const node = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc
    .record({
      type: fc.oneof(fc.constantFrom(...TYPES), scalar),
      leaves: fc.dictionary(fc.constantFrom(...KEYS.leaf), scalar, { maxKeys: 5 }),
      lists: fc.dictionary(
        fc.constantFrom(...KEYS.list),
        fc.array(fc.oneof({ maxDepth: 3, depthIdentifier: 'form' }, text, tie('node')), { maxLength: 4 }),
        { maxKeys: 3 },
      ),
      objects: fc.dictionary(
        fc.constantFrom(...KEYS.object),
        fc.oneof(
          { maxDepth: 3, depthIdentifier: 'form' },
          fc.constant({}),
          fc.dictionary(fc.constantFrom(...WORDS), tie('node'), { maxKeys: 3 }),
          tie('node'),
        ),
        { maxKeys: 3 },
      ),
    })
    .map(({ type, leaves, lists, objects }) => ({ type, ...leaves, ...lists, ...objects })),
})).node;

for (const from of SOURCES) {
  void test(`whatever is read as ${from}, the result is a valid configuration or an ImportError`, () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: node, weight: 9 }, anyJson), (given) => {
        const json: unknown = JSON.parse(JSON.stringify(given));
        try {
          const { config, questions, left } = importForm(json, from);
          assert.deepEqual(parseConfig(config).issues, []);
          assert.ok(questions.carried <= questions.found);
          assert.ok(questions.carried === questions.found || left.length > 0);
        } catch (problem) {
          if (!(problem instanceof ImportError)) throw problem;
        }
      }),
      { numRuns: 1_000 },
    );
  });
}

const nested = (depth: number): unknown => JSON.parse(`${'{"components":['.repeat(depth)}${']}'.repeat(depth)}`);
const doubling = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [
    `d${at}`,
    { type: 'object', properties: { a: { $ref: `#/$defs/d${at + 1}` }, b: { $ref: `#/$defs/d${at + 1}` } } },
  ]),
);

void test('a form without an end is refused, and says how to mend it', () => {
  assert.throws(() => importForm(nested(5_000), 'formio'), {
    name: 'ImportError',
    message: /nests more than 200 deep/,
  });
});

void test('a form of another kind is told apart', () => {
  assert.throws(() => importForm({ pages: [{ elements: [] }] }, 'formio'), { message: /Try --from surveyjs/ });
  assert.throws(() => importForm({ type: 'object', properties: {} }, 'surveyjs'), {
    message: /Try --from json-schema/,
  });
  assert.throws(() => importForm({ components: [] }, 'formio'), { message: /No questions were found/ });
});

void test('references that double without end, and thousands of fields, end at the limits of a portal', () => {
  const { config } = importForm(
    {
      type: 'object',
      properties: { q: { $ref: '#/$defs/d0' }, z: { type: 'string' } },
      $defs: { ...doubling, d30: { type: 'string' } },
    },
    'json-schema',
  );
  assert.ok(config.requestTypes.length === 1);
  const components = Array.from({ length: 3_000 }, (_, at) => ({ type: 'textfield', key: `k${at}` }));
  assert.deepEqual(importForm({ components }, 'formio').questions, { found: 3_000, carried: 2_000 });
});
