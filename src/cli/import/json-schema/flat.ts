import { entriesOf, get, isObject, listOf, step, stringOf, type JsonObject } from '../json.js';
import type { Reason } from '../reasons.js';
import type { Flat, Located, Place } from './place.js';

const unescaped = (part: string): string => {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch (problem) {
    if (problem instanceof URIError) return plain;
    throw problem;
  }
};

const below = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return /^\d{1,9}$/.test(key) ? (value as unknown[])[Number(key)] : undefined;
  return get(value, key);
};

const atPointer = (root: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, part) => below(value, unescaped(part)), root);

const IDS = ['$anchor', '$id', 'id', '$dynamicAnchor'];

/** The schema of that name, among those that are kept for reference. */
const named = (root: unknown, name: string): readonly [string, unknown] | undefined => {
  for (const holder of ['$defs', 'definitions']) {
    for (const [key, schema] of entriesOf(get(root, holder))) {
      if (IDS.some((id) => get(schema, id) === name || get(schema, id) === `#${name}`))
        return [`/${holder}${step(key)}`, schema];
    }
  }
  return undefined;
};

/** What a reference within the file leads to. */
const referred = (reference: string, { root, rootAt }: Place): { where: string; schema: unknown } | undefined => {
  const own = stringOf(get(root, '$id') ?? get(root, 'id'))?.replace(/#$/, '');
  const local = own !== undefined && reference.startsWith(`${own}#`) ? reference.slice(own.length) : reference;
  if (local === '#' || local.startsWith('#/')) {
    return { where: rootAt + local.slice(1), schema: local === '#' ? root : atPointer(root, local.slice(1)) };
  }
  const found = named(root, local.replace(/^#/, ''));
  return found && { where: rootAt + found[0], schema: found[1] };
};

const objectsMerged = (one: unknown, other: unknown): unknown =>
  isObject(one) && isObject(other) ? { ...one, ...other } : (other ?? one);

const JOINED: ReadonlySet<string> = new Set([
  'properties',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'patternProperties',
]);

/** Both schemas in one; what is said later holds. */
const merged = (one: JsonObject, other: JsonObject): JsonObject => {
  const both = new Map<string, unknown>(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    if (JOINED.has(key)) both.set(key, objectsMerged(both.get(key), value));
    else if (key === 'required') both.set(key, [...listOf(both.get(key)), ...listOf(value)]);
    else both.set(key, value);
  }
  return Object.fromEntries(both);
};

const without = (schema: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));

const isNullOnly = (schema: unknown): boolean =>
  get(schema, 'type') === 'null' || get(schema, 'const') === null || JSON.stringify(get(schema, 'enum')) === '[null]';

/** "This or null" is this: an answer may always be missing. A choice of one schema is that schema. */
const onlyChoice = (
  schema: JsonObject,
  where: string,
): { keyword: string; where: string; schema: unknown } | undefined => {
  for (const keyword of ['anyOf', 'oneOf']) {
    const list = listOf(get(schema, keyword));
    const kept = list.map((one, index) => ({ one, index })).filter(({ one }) => !isNullOnly(one));
    const [first] = kept;
    if (first && kept.length === 1)
      return { keyword, where: `${where}/${keyword}${step(first.index)}`, schema: first.one };
  }
  return undefined;
};

/** The reason is what `flattened` could not follow. */
type Flattened = Flat | Reason;

const join = (flat: Flat, other: Flat): Flat => ({
  where: flat.where,
  schema: merged(other.schema, flat.schema),
  refs: [...new Set([...flat.refs, ...other.refs])],
  branches: [...flat.branches, ...other.branches],
});

const withReference = (flat: Flat, place: Place): Flattened => {
  const reference =
    stringOf(get(flat.schema, '$ref')) ??
    stringOf(get(flat.schema, '$recursiveRef')) ??
    stringOf(get(flat.schema, '$dynamicRef'));
  if (reference === undefined) return flat;
  if (flat.refs.includes(reference)) return 'reference-circle';
  const found = referred(reference, place);
  if (!isObject(found?.schema)) return 'reference-missing';
  const refs = [...flat.refs, reference];
  const target = flattened({ where: found.where, schema: found.schema, refs }, place);
  const own = { ...flat, schema: without(flat.schema, ['$ref', '$recursiveRef', '$dynamicRef']) };
  return typeof target === 'string' ? target : join(own, target);
};

const withAllOf = (flat: Flat, place: Place): Flat => {
  const parts = listOf(get(flat.schema, 'allOf'));
  let all: Flat = { ...flat, schema: without(flat.schema, ['allOf']) };
  for (const [index, schema] of parts.entries()) {
    const part = flattened({ where: `${flat.where}/allOf${step(index)}`, schema, refs: flat.refs }, place);
    if (typeof part === 'string') place.desk.notes.leave(`${flat.where}/allOf${step(index)}`, 'part of a schema', part);
    else all = join(all, part);
  }
  return all;
};

const withBranch = (flat: Flat): Flat =>
  get(flat.schema, 'if') === undefined
    ? flat
    : {
        ...flat,
        schema: without(flat.schema, ['if', 'then', 'else']),
        branches: [...flat.branches, { where: flat.where, schema: flat.schema }],
      };

const withOnlyChoice = (flat: Flat, place: Place): Flattened => {
  const only = onlyChoice(flat.schema, flat.where);
  if (!only) return flat;
  const choice = flattened({ where: only.where, schema: only.schema, refs: flat.refs }, place);
  return typeof choice === 'string' ? choice : join({ ...flat, schema: without(flat.schema, [only.keyword]) }, choice);
};

/** Follows references, puts `allOf` into one schema, takes `if` apart; the reason why, when a reference leads nowhere. */
export const flattened = ({ where, schema, refs }: Located, place: Place): Flattened => {
  place.budget.left -= 1;
  if (place.budget.left < 0) return 'too-many';
  if (!isObject(schema)) return 'any-value';
  const start: Flattened = withReference(withBranch({ where, schema, refs, branches: [] }), place);
  if (typeof start === 'string') return start;
  return withOnlyChoice(withAllOf(start, place), place);
};
