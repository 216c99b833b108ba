import type { Clause, Condition } from '../condition.js';
import type { Draft } from '../draft.js';
import { entriesOf, get, isObject, listOf, step, stringOf } from '../json.js';
import { fromSchema } from './condition.js';
import type { Branch, Flat, Place } from './place.js';

const required = (schema: unknown): ReadonlySet<string> =>
  new Set(listOf(get(schema, 'required')).flatMap((name) => stringOf(name) ?? []));

const clauseOf = (where: string, source: unknown, condition: Condition | undefined): Clause => ({
  where,
  source: typeof source === 'string' ? source : JSON.stringify(source),
  condition,
});

/** Something that holds for an object under a condition: more properties, and more of them required. */
interface Addition {
  readonly where: string;
  readonly clause: Clause;
  readonly schema: unknown;
}

const branchAdditions = ({ where, schema }: Branch, place: Place, asked: ReadonlySet<string>): Addition[] => {
  const when = get(schema, 'if');
  const condition = fromSchema(when, { prefix: place.prefix, required: asked });
  return (['then', 'else'] as const).flatMap((name) => {
    const then = get(schema, name);
    if (!isObject(then)) return [];
    const holds = condition && (name === 'then' ? condition : { not: condition });
    return [{ where: `${where}/${name}`, schema: then, clause: clauseOf(`${where}/if`, when, holds) }];
  });
};

const dependencyAdditions = ({ schema, where }: Flat, place: Place): Addition[] =>
  ['dependentRequired', 'dependentSchemas', 'dependencies'].flatMap((keyword) =>
    entriesOf(get(schema, keyword)).flatMap(([name, given]) => {
      const at = `${where}/${keyword}${step(name)}`;
      const clause = clauseOf(at, `${name} is answered`, { name: place.prefix + name, is: 'answered' });
      if (Array.isArray(given)) return [{ where: at, clause, schema: { required: given as unknown[] } }];
      return [{ where: at, clause, schema: given }, ...dependentChoices(given, at, name, place)];
    }),
  );

/** A dependency with alternatives: each holds for some values of the property that it depends on. */
const dependentChoices = (given: unknown, where: string, name: string, place: Place): Addition[] =>
  listOf(get(given, 'oneOf') ?? get(given, 'anyOf')).map((one, index) => {
    const own = get(one, 'properties', name);
    const condition = fromSchema(
      { properties: { [name]: own }, required: [name] },
      { prefix: place.prefix, required: new Set() },
    );
    const at = `${where}/oneOf${step(index)}`;
    const properties = Object.fromEntries(entriesOf(get(one, 'properties')).filter(([key]) => key !== name));
    return { where: at, schema: { ...(isObject(one) ? one : {}), properties }, clause: clauseOf(at, own, condition) };
  });

const requiredWhen = (additions: readonly Addition[], name: string): Clause | undefined => {
  const clauses = additions.filter(({ schema }) => required(schema).has(name)).map(({ clause }) => clause);
  const [first] = clauses;
  const conditions = clauses.flatMap(({ condition }) => condition ?? []);
  return first && { ...first, condition: conditions.length > 0 ? { any: conditions } : undefined };
};

/** What an addition says of properties that are there anyway has no counterpart, but for being required. */
const leaveOverrides = ({ where, schema }: Addition, properties: unknown, { desk }: Place): void => {
  for (const [name] of entriesOf(get(schema, 'properties'))) {
    if (get(properties, name) !== undefined)
      desk.notes.leave(`${where}/properties${step(name)}`, `check of “${name}” under a condition`, 'check-unknown');
  }
};

const added = (addition: Addition, { schema: owner, refs }: Flat, place: Place): Draft[] => {
  const { where, schema, clause } = addition;
  const properties = get(owner, 'properties');
  leaveOverrides(addition, properties, place);
  const more = entriesOf(get(schema, 'properties')).filter(([name]) => get(properties, name) === undefined);
  const within: Place = { ...place, visibleWhen: [...place.visibleWhen, clause] };
  const inner = ['if', 'allOf', 'dependencies', 'dependentSchemas'].some((key) => get(schema, key) !== undefined);
  if (inner) place.desk.notes.leave(where, 'conditions within a condition', 'condition');
  return more.flatMap(([name, one]) =>
    place.read.property(
      { name, where: `${where}/properties${step(name)}`, schema: one, refs, isRequired: required(schema).has(name) },
      within,
    ),
  );
};

const LEFT = ['minProperties', 'maxProperties', 'propertyNames', 'not'];

/** The fields of an object, in the order of its properties. */
export const readObject = (flat: Flat, place: Place): Draft[] => {
  const { schema, where, refs, branches } = flat;
  const asked = required(schema);
  const additions = [
    ...branches.flatMap((one) => branchAdditions(one, place, asked)),
    ...dependencyAdditions(flat, place),
  ];
  for (const keyword of LEFT) {
    if (isObject(get(schema, keyword)) || typeof get(schema, keyword) === 'number') {
      place.desk.notes.leave(`${where}/${keyword}`, `“${keyword}”`, 'check-unknown');
    }
  }
  const fields = entriesOf(get(schema, 'properties')).flatMap(([name, one]) =>
    place.read.property(
      {
        name,
        where: `${where}/properties${step(name)}`,
        schema: one,
        refs,
        isRequired: asked.has(name) || get(one, 'required') === true,
        requiredWhen: requiredWhen(additions, name),
      },
      place,
    ),
  );
  return [...fields, ...place.read.variants(flat, place), ...additions.flatMap((one) => added(one, flat, place))];
};
