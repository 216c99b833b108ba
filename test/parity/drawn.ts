import fc from 'fast-check';
import { CHECKLIST_ANSWERS, KIND_ANSWERS, type PortalConfig } from 'portal-request-form/contract';
import { parseConfig } from 'portal-request-form/rules';
import { anyJson, pairs, portal } from '../rules/arbitraries.js';
import type { ItemEntry } from '../../src/state/request-state.js';

/** A portal, and what a customer typed, chose and ticked in it, right or wrong. */
export interface Drawn {
  readonly config: PortalConfig;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly checklist: Readonly<Record<string, ItemEntry>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly contact: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly isGuest: boolean;
}

const FIELDS = Array.from({ length: 8 }, (_, index) => `f${String(index)}`);
const ITEMS = ['i0', 'i1', 'i2'];
const names = fc.constantFrom(...FIELDS, ...ITEMS.map((id) => `checklist.${id}`));
const values = fc.oneof(
  fc.constantFrom('x', 'y', 'yes', 'no', 'done', '2026-11-24', true, false, 0, 1, null),
  fc.string(),
);
const read = names.map((name) => ({ var: name }));
const comparison = fc
  .tuple(fc.constantFrom('==', '!=', '===', '!==', '<', '<=', '>', '>='), read, values)
  .map(([operator, left, right]) => ({ [operator]: [left, right] }));

/** Rules of every operator, over fields and items that may or may not be shown. */
const { rule } = fc.letrec<{ rule: unknown }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    comparison,
    read.map((one) => ({ '!!': [one] })),
    read.map((one) => ({ '!': one })),
    fc.tuple(values, read).map((parts) => ({ in: parts })),
    names.map((name) => ({ '!': { missing: [name] } })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]) => ({
        [operator]: parts,
      })),
    fc.tuple(tie('rule'), tie('rule'), tie('rule')).map((parts) => ({ if: parts })),
  ),
}));

const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const TYPED = ['right', 'right', 'right', 'right', 'right', 'right', 'right', 'nothing', 'wrong'] as const;

const field = (id: string) =>
  fc
    .record({
      pair: pairs,
      required: fc.boolean(),
      requiredWhen: seldom(rule),
      visibleWhen: seldom(rule),
      typed: fc.constantFrom(...TYPED),
      wrong: fc.oneof(anyJson, fc.string(), fc.constantFrom('', ' ', [], {}, [{}], { postcode: '1' }, 'x', ['z', 'z'])),
    })
    .map(({ pair, typed, wrong, ...rest }) => ({
      field: given({ ...pair.field, ...rest, id }),
      answer: { right: pair.answer, nothing: undefined, wrong }[typed],
    }));

const item = (id: string) =>
  fc
    .record({
      item: fc.record({
        kind: fc.constantFrom('done' as const, 'yes-no' as const, 'yes-no-na' as const),
        required: fc.boolean(),
        noteWhen: seldom(fc.subarray(['yes', 'no'])),
        photoWhen: seldom(fc.subarray(['no'])),
        stopWhen: seldom(fc.constantFrom('yes', 'no')),
        visibleWhen: seldom(rule),
      }),
      pick: fc.option(fc.nat(), { nil: undefined, freq: 9 }),
      isOdd: fc.integer({ max: 9, min: 0 }).map((one) => one === 0),
      note: fc.constantFrom(undefined, ' ', 'because', 'because'),
      photos: fc.constantFrom(undefined, [], [{ id: 'p', name: 'p.png', type: 'image/png', size: 1 }]),
    })
    .map(({ item: one, pick, isOdd, ...entry }) => {
      const answers = isOdd ? CHECKLIST_ANSWERS : KIND_ANSWERS[one.kind];
      const answer = pick === undefined ? undefined : answers[pick % answers.length];
      return { item: given({ ...one, id, label: id }), entry: given({ ...entry, answer }) };
    });

const term = (id: string) =>
  fc
    .record({ required: fc.boolean(), accepted: fc.constantFrom(undefined, '1', '1', '1', '1', '1', '0') })
    .map(({ required, accepted }) => ({
      term: { id, version: '1', label: id, required },
      accepted,
    }));

const contact = fc
  .record({
    name: fc.constantFrom(undefined, '', 'Ann', 'Ann', 'Ann'),
    email: fc.constantFrom(undefined, 'ann@', ...Array<string>(5).fill('ann@example.com')),
    phone: fc.constantFrom(undefined, '', undefined, '0612345678', '06'),
  })
  .map(given);

const portals = fc
  .record({
    fields: fc.tuple(...FIELDS.map(field)),
    items: fc.tuple(...ITEMS.map(item)),
    terms: fc.tuple(term('t0'), term('t1')),
    contact,
    isGuest: fc.boolean(),
    count: fc.integer({ min: 1, max: FIELDS.length }),
  })
  .map(({ fields: all, items, terms, count, ...rest }) => {
    const fields = all.slice(-count);
    const [type] = portal(fields.map((one) => one.field)).requestTypes;
    const json: unknown = {
      ...portal([]),
      requestTypes: [{ ...type, checklist: items.map((one) => one.item), terms: terms.map((one) => one.term) }],
    };
    return {
      ...rest,
      config: parseConfig(JSON.parse(JSON.stringify(json))).config,
      answers: Object.fromEntries(fields.map(({ field: { id }, answer }) => [id, answer])),
      checklist: Object.fromEntries(items.map(({ item: { id }, entry }) => [id, entry])),
      terms: Object.fromEntries(terms.flatMap(({ term: { id }, accepted }) => (accepted ? [[id, accepted]] : []))),
    };
  });

/** Portals whose rules go round in a circle are refused before anybody sees them, so none of them is drawn. */
export const drawn: fc.Arbitrary<Drawn> = portals
  .filter(({ config }) => config !== undefined)
  .map((one) => one as Drawn);
