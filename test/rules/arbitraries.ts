import fc from 'fast-check';
import type { Attachment, Field, PortalConfig } from 'portal-request-form/contract';
import { parseConfig } from 'portal-request-form/rules';

const OPTIONS = ['x', 'y', 'z'].map((id) => ({ id, label: id }));

/** A field without its id, next to an answer that fits it. */
interface Pair {
  readonly field: Record<string, unknown>;
  readonly answer: unknown;
}

const pair = (field: Record<string, unknown>, answers: fc.Arbitrary<unknown>): fc.Arbitrary<Pair> =>
  answers.map((answer) => ({ field: { label: 'L', ...field }, answer }));

const digits = (count: number) => fc.integer({ min: 10 ** (count - 1), max: 10 ** count - 1 }).map(String);
const attachment: fc.Arbitrary<Attachment> = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('a.jpg', 'b.png'),
  type: fc.constantFrom('image/jpeg', 'image/png'),
  size: fc.integer({ min: 0, max: 100 }),
});
const word = fc.stringMatching(/^[a-zé👩]{1,9}$/u);

const appointment = fc.record({
  date: fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26'),
  part: fc.constantFrom('morning', 'afternoon'),
});
const address = fc.record(
  {
    postcode: digits(4).map((start) => `${start}ab`),
    houseNumber: fc.integer({ min: 1, max: 99 }).map(String),
    addition: fc.constantFrom('A', 'bis'),
    street: word,
    city: word,
    country: fc.constant('NL'),
  },
  { requiredKeys: ['postcode', 'houseNumber', 'street', 'city', 'country'] },
);
const drawing = attachment.map((file) => ({ attachment: { ...file, type: 'image/png' } }));

/** The types that can also stand in a row. */
const rowPairs: fc.Arbitrary<Pair> = fc.oneof(
  pair({ type: 'text', minLength: 1, maxLength: 9 }, word),
  pair(
    { type: 'text', pattern: '[A-Z]{2}\\d+' },
    digits(4).map((end) => `AB${end}`),
  ),
  pair(
    { type: 'text', format: 'postcode-nl' },
    digits(4).map((start) => `${start}ab `),
  ),
  pair({ type: 'text', format: 'kvk' }, digits(8)),
  pair({ type: 'textarea', maxLength: 9 }, word),
  pair(
    { type: 'email' },
    fc.stringMatching(/^[a-z]{1,9}$/).map((name) => `${name}@example.com`),
  ),
  pair(
    { type: 'tel' },
    digits(9).map((number) => `+31 ${number}`),
  ),
  pair({ type: 'url' }, fc.webUrl({ validSchemes: ['http', 'https'] })),
  pair(
    { type: 'number', min: -5, max: 5, step: 0.1 },
    fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10),
  ),
  pair({ type: 'date', min: 'today', max: 'today+2d' }, fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25')),
  pair({ type: 'time', min: '08:00', max: '17:00' }, fc.constantFrom('08:00', '9:30', '17:00')),
  pair({ type: 'select', options: OPTIONS }, fc.constantFrom('x', 'y', 'z')),
  pair({ type: 'radio', options: OPTIONS }, fc.constantFrom('x', 'y', 'z')),
  pair(
    { type: 'checkboxes', options: OPTIONS, minSelected: 1, maxSelected: 3 },
    fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
  ),
  pair({ type: 'checkbox' }, fc.constant(true)),
  pair(
    { type: 'file', accept: ['image/*'], maxFiles: 3, maxBytes: 100 },
    fc.uniqueArray(attachment, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
  ),
  pair(
    { type: 'signature' },
    fc.oneof(
      drawing,
      word.map((typedName) => ({ typedName })),
    ),
  ),
  pair(
    { type: 'appointment', min: 'today+1d', max: '2026-11-26', parts: ['morning', 'afternoon'], excludeWeekdays: [0] },
    fc.uniqueArray(appointment, { minLength: 1, maxLength: 3, selector: ({ date, part }) => date + part }),
  ),
  pair({ type: 'address' }, address),
  pair({ type: 'lookup', source: 'assets' }, fc.record({ id: fc.uuid(), label: word })),
);

/** Rows of required fields, each row with an answer to all of them. */
const rowsPair: fc.Arbitrary<Pair> = fc
  .tuple(fc.array(rowPairs, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 }), fc.uuid())
  .map(([inner, count, name]) => {
    const fields = inner.map(({ field }, index) => ({
      ...field,
      id: `${name}-${String(index)}`,
      required: true,
    }));
    const row = Object.fromEntries(fields.map(({ id }, index) => [id, inner[index]?.answer]));
    return {
      field: { type: 'repeat', label: 'L', fields, maxRows: 3 },
      answer: Array.from({ length: count }, () => row),
    };
  });

/** A field of any type that takes an answer, with an answer that is right. */
export const pairs: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 6, arbitrary: rowPairs },
  { weight: 1, arbitrary: rowsPair },
);

/** What a rule can say about one earlier field, and whether that holds once it is answered. */
const given = fc.constantFrom('!!', '!');

/** A portal with one request type, and answers to all that is visible in it. */
export interface Complete {
  readonly config: PortalConfig;
  readonly fields: readonly Field[];
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A required field that may depend on an earlier one; the answers are those to what is then visible. */
export const completes: fc.Arbitrary<Complete> = fc
  .array(fc.tuple(pairs, fc.option(fc.tuple(fc.nat(), given))), { minLength: 1, maxLength: 12 })
  .map((rows) => {
    const answers: Record<string, unknown> = {};
    const fields = rows.map(([{ field, answer }, depends], index) => {
      const id = `f${index}`;
      if (!depends || index === 0) return ((answers[id] = answer), { ...field, id, required: true });
      const [other, operator] = [`f${depends[0] % index}`, depends[1]];
      if ((operator === '!!') === Object.hasOwn(answers, other)) answers[id] = answer;
      return { ...field, id, required: true, visibleWhen: { [operator]: { var: other } } };
    });
    const { config, issues } = parseConfig(portal(fields));
    if (!config) throw new Error(JSON.stringify(issues));
    return { config, fields: fields as unknown as Field[], answers };
  });

/** A portal with these fields in one request type, `test`. */
export const portal = (fields: readonly unknown[]) => ({
  version: '1',
  portal: { name: 'P', locale: 'en', locales: ['en'] },
  access: { signIn: ['code'], guests: true },
  requestTypes: [{ id: 'test', label: 'T', sections: [{ id: 's', fields }], checklist: [], terms: [] }],
});

/** A submission of `test` with these answers. */
export const toSubmission = (answers: Readonly<Record<string, unknown>>) => ({
  requestType: 'test',
  configVersion: '1',
  locale: 'en',
  answers,
  checklist: {},
  terms: {},
});

/** JSON as it comes from a network: any keys, `__proto__` among them. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.json().map((json): unknown => JSON.parse(json)),
  fc.json().map((json): unknown => JSON.parse(`{"__proto__":${json},"constructor":${json},"toString":${json}}`)),
);
