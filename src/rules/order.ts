import type { ChecklistItem, Field, FieldOf, RequestType, Rule } from '../contract/index.js';
import { variables } from './conditions.js';

/** How a rule names an item of the checklist. */
export const ITEM_PREFIX = 'checklist.';

/** The field that a rule's variable reads, which may be a part of its answer (`address.city`), or the item. */
export const subjectOf = (name: string): string =>
  name.startsWith(ITEM_PREFIX) ? name : (name.split('.', 1)[0] ?? '');

/** A field or item whose visibility depends on a rule. */
interface Conditional {
  readonly name: string;
  readonly rule: Rule;
}

/** What is fixed about a request type, worked out once. */
export interface Plan {
  readonly fields: ReadonlyMap<string, Field>;
  readonly items: ReadonlyMap<string, ChecklistItem>;
  readonly fieldIds: ReadonlySet<string>;
  readonly itemIds: ReadonlySet<string>;
  /** Each after everything that it depends on; those that go round in a circle come last. */
  readonly conditional: readonly Conditional[];
  /** Names that go round in a circle, or lie between two circles. */
  readonly circular: ReadonlySet<string>;
}

/** Removes, again and again, every name that has nothing left to wait for; answers them in that order. */
const settle = (waitsFor: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
  const waiting = new Map([...waitsFor].map(([name, others]) => [name, others.size]));
  const followers = new Map([...waitsFor.keys()].map((name) => [name, [] as string[]]));
  for (const [name, others] of waitsFor) for (const other of others) followers.get(other)?.push(name);
  const settled = [...waitsFor.keys()].filter((name) => waiting.get(name) === 0);
  for (const name of settled) {
    for (const follower of followers.get(name) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) settled.push(follower);
    }
  }
  return settled;
};

const reversed = (edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> => {
  const back = new Map([...edges.keys()].map((name) => [name, new Set<string>()]));
  for (const [name, others] of edges) for (const other of others) back.get(other)?.add(name);
  return back;
};

const within = (edges: ReadonlyMap<string, ReadonlySet<string>>, names: ReadonlySet<string>) =>
  new Map([...names].map((name) => [name, new Set([...(edges.get(name) ?? [])].filter((other) => names.has(other)))]));

const makePlan = (fields: readonly Field[], checklist: readonly ChecklistItem[]): Plan => {
  const rules = new Map<string, Rule>();
  for (const { id, visibleWhen } of fields) if (visibleWhen !== undefined) rules.set(id, visibleWhen);
  for (const { id, visibleWhen } of checklist) {
    if (visibleWhen !== undefined) rules.set(ITEM_PREFIX + id, visibleWhen);
  }
  const edges = new Map(
    [...rules].map(([name, rule]) => [
      name,
      new Set(
        variables(rule)
          .map(subjectOf)
          .filter((one) => rules.has(one)),
      ),
    ]),
  );
  const order = new Set(settle(edges));
  const stuck = new Set([...rules.keys()].filter((name) => !order.has(name)));
  const downstream = new Set(settle(reversed(within(edges, stuck))));
  return {
    fields: new Map(fields.map((field) => [field.id, field])),
    items: new Map(checklist.map((item) => [item.id, item])),
    fieldIds: new Set(fields.map(({ id }) => id)),
    itemIds: new Set(checklist.map(({ id }) => id)),
    conditional: [...order, ...stuck].map((name) => ({ name, rule: rules.get(name) ?? null })),
    circular: new Set([...stuck].filter((name) => !downstream.has(name))),
  };
};

// eslint-disable-next-line no-restricted-syntax -- what follows from a configuration, by identity, is no state
const plans = new WeakMap<RequestType | FieldOf<'repeat'>, Plan>();

const remembered = (subject: RequestType | FieldOf<'repeat'>, make: () => Plan): Plan => {
  const known = plans.get(subject);
  if (known) return known;
  const plan = make();
  plans.set(subject, plan);
  return plan;
};

/** The plan of a request type; kept as long as the request type object lives. */
export const planOf = (requestType: RequestType): Plan =>
  remembered(requestType, () =>
    makePlan(
      requestType.sections.flatMap((section) => section.fields),
      requestType.checklist,
    ),
  );

/** The plan of one row of a repeat. */
export const rowPlanOf = (field: FieldOf<'repeat'>): Plan => remembered(field, () => makePlan(field.fields, []));
