import fc from 'fast-check';
import {
  CHECKLIST_ANSWERS,
  KIND_ANSWERS,
  type ChecklistItem,
  type PortalConfig,
  type Term,
} from 'portal-request-form/contract';
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
const TERMS = ['t0', 't1'];
/** Each reads only what stands before it here, so that no portal goes round in a circle; on the page they are mixed. */
const READABLE = [
  ...ITEMS.flatMap((id, place) => [FIELDS[place] ?? '', `checklist.${id}`]),
  ...FIELDS.slice(ITEMS.length),
];

const values = fc.oneof(
  fc.constantFrom('x', 'y', 'yes', 'no', 'done', '2026-11-24', true, false, 0, 1, null),
  fc.string(),
);

/** Rules of every operator, over the fields and items with these names, which may or may not be shown. */
const ruleOver = (names: readonly string[]): fc.Arbitrary<unknown> => {
  const name = fc.constantFrom(...names);
  const read = name.map((one) => ({ var: one }));
  const comparison = fc
    .tuple(fc.constantFrom('==', '!=', '===', '!==', '<', '<=', '>', '>='), read, values)
    .map(([operator, left, right]) => ({ [operator]: [left, right] }));
  return fc.letrec<{ rule: unknown }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      comparison,
      read.map((one) => ({ '!!': [one] })),
      read.map((one) => ({ '!': one })),
      fc.tuple(values, read).map((parts) => ({ in: parts })),
      name.map((one) => ({ '!': { missing: [one] } })),
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
        .map(([operator, parts]) => ({ [operator]: parts })),
      fc.tuple(tie('rule'), tie('rule'), tie('rule')).map((parts) => ({ if: parts })),
    ),
  })).rule;
};

const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const TYPED = ['right', 'right', 'right', 'right', 'right', 'right', 'right', 'nothing', 'wrong'] as const;

/** A rule that what stands first cannot have: there is nothing to read. */
const ruleOf = (name: string): fc.Arbitrary<unknown> => {
  const before = READABLE.slice(0, READABLE.indexOf(name));
  return before.length === 0 ? fc.constant(undefined) : seldom(ruleOver(before));
};

const field = (id: string) =>
  fc
    .record({ pair: pairs, required: fc.boolean(), requiredWhen: ruleOf(id), visibleWhen: ruleOf(id) })
    .map(({ pair, ...rest }) => ({ field: given({ ...pair.field, ...rest, id }), right: pair.answer }));

const item = (id: string) =>
  fc
    .record({
      kind: fc.constantFrom('done' as const, 'yes-no' as const, 'yes-no-na' as const),
      required: fc.boolean(),
      noteWhen: seldom(fc.subarray(['yes', 'no'])),
      photoWhen: seldom(fc.subarray(['no'])),
      stopWhen: seldom(fc.constantFrom('yes', 'no')),
      visibleWhen: ruleOf(`checklist.${id}`),
    })
    .map((one) => given({ ...one, id, label: id }));

const term = (id: string) =>
  fc.boolean().map((required): Term => ({ id, version: '1', label: id, required, text: 'Pay in time.' }));

const contact = fc
  .record({
    name: fc.constantFrom(undefined, '', 'Ann', 'Ann', 'Ann'),
    email: fc.constantFrom(undefined, 'ann@', ...Array<string>(5).fill('ann@example.com')),
    phone: fc.constantFrom(undefined, '', undefined, '0612345678', '06'),
  })
  .map(given);

/** What one customer does: how each field is filled in, which answer each item gets, which versions are accepted. */
const fill = fc.record({
  typed: fc.tuple(...FIELDS.map(() => fc.constantFrom(...TYPED))),
  wrong: fc.oneof(anyJson, fc.string(), fc.constantFrom('', ' ', [], {}, [{}], { postcode: '1' }, 'x', ['z', 'z'])),
  items: fc.tuple(
    ...ITEMS.map(() =>
      fc.record({
        pick: fc.option(fc.nat(), { nil: undefined, freq: 9 }),
        isOdd: fc.integer({ max: 9, min: 0 }).map((one) => one === 0),
        note: fc.constantFrom(undefined, ' ', 'because', 'because'),
        photos: fc.constantFrom(undefined, [], [{ id: 'p', name: 'p.png', type: 'image/png', size: 1 }]),
      }),
    ),
  ),
  terms: fc.tuple(...TERMS.map(() => fc.constantFrom(undefined, '1', '1', '1', '1', '1', '0'))),
  contact,
  isGuest: fc.boolean(),
});

const mixed = <T>(some: T[]) => fc.shuffledSubarray(some, { minLength: some.length });

const portals = fc.record({
  fields: fc.oneof(
    ...FIELDS.map((_, last) => fc.tuple(...FIELDS.slice(0, last + 1).map(field)).chain((some) => mixed(some))),
  ),
  items: fc.tuple(...ITEMS.map(item)),
  terms: fc.tuple(...TERMS.map(term)),
});
type Portal = typeof portals extends fc.Arbitrary<infer One> ? One : never;
type Fill = typeof fill extends fc.Arbitrary<infer One> ? One : never;

const configOf = ({ fields, items: checklist, terms }: Portal): PortalConfig | undefined => {
  const [type] = portal(fields.map((one) => one.field)).requestTypes;
  const json: unknown = { ...portal([]), requestTypes: [{ ...type, checklist, terms }] };
  return parseConfig(JSON.parse(JSON.stringify(json))).config;
};

const entryOf = (kind: ChecklistItem['kind'], { pick, isOdd, ...entry }: Fill['items'][number]): ItemEntry => {
  const answers = isOdd ? CHECKLIST_ANSWERS : KIND_ANSWERS[kind];
  return given({ ...entry, answer: pick === undefined ? undefined : answers[pick % answers.length] });
};

const requestOf = ({ fields, items, terms }: Portal, config: PortalConfig, filled: Fill): Drawn => {
  const { typed, wrong, contact: typedContact, isGuest } = filled;
  const answerOf = (right: unknown, place: number): unknown =>
    ({ right, nothing: undefined, wrong })[typed[place] ?? 'nothing'];
  return {
    ...{ config, isGuest, contact: typedContact },
    answers: Object.fromEntries(fields.map(({ field: { id }, right }, place) => [id, answerOf(right, place)])),
    checklist: Object.fromEntries(
      filled.items.flatMap((entry, place) => {
        const one = items[place];
        return one ? [[one.id, entryOf(one.kind, entry)]] : [];
      }),
    ),
    terms: Object.fromEntries(
      terms.flatMap(({ id }, place) => {
        const version = filled.terms[place];
        return version ? [[id, version]] : [];
      }),
    ),
  };
};

/**
 * Some requests in one portal: to draw a portal takes far longer than to fill it in.
 * A portal that is refused before anybody sees it, as for a rule about a field that is not there, is drawn anew.
 */
export const drawn = (requests: number): fc.Arbitrary<readonly Drawn[]> =>
  fc
    .record({ drawnPortal: portals, fills: fc.array(fill, { minLength: requests, maxLength: requests }) })
    .map(({ drawnPortal, fills }) => {
      const config = configOf(drawnPortal);
      return config ? fills.map((filled) => requestOf(drawnPortal, config, filled)) : [];
    })
    .filter((some) => some.length > 0);
