import type { Text } from 'portal-request-form/contract';
import { canonicalJson } from 'portal-request-form/rules';
import type { SettingsContent } from '../../office-contract/index.js';
import { nameOf, propertiesOf } from './parts.js';
import { PORTAL_CARDS } from './portal-properties.js';
import type { PartKind, Property } from './properties.js';

/** One thing that differs between two versions of the settings, for people. */
export type Change = {
  /** The names of what it stands in, outermost first; empty for the portal itself. */
  readonly inside: readonly Text[];
} & (
  | { readonly is: 'added' | 'removed' | 'reordered'; readonly what: PartKind; readonly name: Text }
  | {
      readonly is: 'changed';
      /** Nothing for the portal itself. */
      readonly what?: PartKind;
      readonly name: Text;
      /** The property, with its words where there are any. */
      readonly key: string;
      readonly property?: Property;
      readonly before: unknown;
      readonly after: unknown;
    }
);

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));

interface ListOf {
  readonly key: string;
  readonly what: PartKind;
}

/** The lists in each kind of part whose members are told apart by their ids. */
const LISTS: Readonly<Record<PartKind, readonly ListOf[]>> = {
  'request-type': [
    { key: 'sections', what: 'section' },
    { key: 'checklist', what: 'item' },
    { key: 'terms', what: 'term' },
  ],
  section: [{ key: 'fields', what: 'field' }],
  field: [
    { key: 'options', what: 'option' },
    { key: 'fields', what: 'field' },
  ],
  option: [],
  item: [],
  term: [],
  reason: [],
};

const keysOf = (before: Part, after: Part, but: readonly string[]): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'id' && !but.includes(key));

/** What differs in the properties of one part, but for those that are lists of parts. */
const changedProperties = (
  [before, after]: readonly [Part, Part],
  properties: readonly Property[],
  place: { what?: PartKind; name: Text; inside: readonly Text[] },
  lists: readonly ListOf[] = [],
): Change[] =>
  keysOf(
    before,
    after,
    lists.map(({ key }) => key),
  ).flatMap((key) =>
    isSame(before[key], after[key])
      ? []
      : [
          {
            ...({ is: 'changed', ...place, key, property: properties.find((one) => one.key === key) } as const),
            ...{ before: before[key], after: after[key] },
          },
        ],
  );

const partsIn = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.filter(isPart) : []);
const idOf = (part: Part): string => String(part['id']);

const changedPart = (what: PartKind, before: Part, after: Part, inside: readonly Text[]): Change[] => {
  const place = { what, name: nameOf(after), inside };
  return [
    ...changedProperties([before, after], propertiesOf(what, after), place, LISTS[what]),
    ...LISTS[what].flatMap(({ key, what: inner }) =>
      changedList(inner, partsIn(before[key]), partsIn(after[key]), [...inside, place.name]),
    ),
  ];
};

const isReordered = (before: readonly Part[], after: readonly Part[]): boolean => {
  const kept = (list: readonly Part[], other: readonly Part[]): string[] =>
    list.map(idOf).filter((id) => other.some((one) => idOf(one) === id));
  return kept(before, after).join('\n') !== kept(after, before).join('\n');
};

const changedList = (
  what: PartKind,
  before: readonly Part[],
  after: readonly Part[],
  inside: readonly Text[],
): Change[] => {
  const earlier = new Map(before.map((part) => [idOf(part), part]));
  const later = new Set(after.map(idOf));
  return [
    ...before
      .filter((part) => !later.has(idOf(part)))
      .map((part): Change => ({ is: 'removed', what, name: nameOf(part), inside })),
    ...after.flatMap((part) => {
      const was = earlier.get(idOf(part));
      return was ? changedPart(what, was, part, inside) : [{ is: 'added', what, name: nameOf(part), inside } as const];
    }),
    ...(isReordered(before, after) ? [{ is: 'reordered', what, name: '', inside } as const] : []),
  ];
};

const PORTAL_PROPERTIES: readonly Property[] = PORTAL_CARDS.flatMap(({ groups }) =>
  groups.flatMap(({ properties }): readonly Property[] => properties),
);

/** Everything that differs between two versions of the settings, in the order of the editor. */
export const differences = (before: SettingsContent, after: SettingsContent): Change[] => {
  const whole = { name: '', inside: [] } as const;
  const portal = (from: object, to: object, lists: readonly ListOf[] = []): Change[] =>
    changedProperties([from as Part, to as Part], PORTAL_PROPERTIES, whole, lists);
  return [
    ...portal(before.config.portal, after.config.portal),
    ...portal(before.config.access, after.config.access),
    ...portal(before.office, after.office, [{ key: 'declineReasons', what: 'reason' }]),
    ...changedList('reason', before.office.declineReasons, after.office.declineReasons, []),
    ...changedList('request-type', before.config.requestTypes, after.config.requestTypes, []),
  ];
};
