import type { Condition } from '../condition.js';
import type { Draft } from '../draft.js';
import { entriesOf, get, isObject, listOf, step, wordOf, type JsonObject } from '../json.js';
import { oneOf } from '../part.js';
import { humanised, textOf } from '../texts.js';
import { flattened } from './flat.js';
import type { Flat, Place } from './place.js';
import { isFixed, typeOf } from './scalars.js';

/** More kinds than these are no choice that people make. */
const MOST_KINDS = 50;

const variantsOf = ({ schema, where, refs }: Flat, place: Place): Flat[] => {
  const keyword = Array.isArray(get(schema, 'oneOf')) ? 'oneOf' : 'anyOf';
  return listOf(get(schema, keyword))
    .slice(0, MOST_KINDS)
    .flatMap((one, index) => {
      const at = `${where}/${keyword}${step(index)}`;
      const flat = flattened({ where: at, schema: one, refs }, place);
      if (typeof flat === 'string') place.desk.notes.leave(at, 'one of several kinds', flat);
      return typeof flat === 'string' ? [] : [flat];
    });
};

const fixedValue = (schema: JsonObject, name: string): string | undefined => {
  const property = get(schema, 'properties', name);
  return isObject(property) && isFixed(property)
    ? wordOf(get(property, 'const') ?? listOf(get(property, 'enum'))[0])
    : undefined;
};

/** The property that has another fixed value in each kind, if there is one. */
const discriminator = (kinds: readonly Flat[]): string | undefined =>
  entriesOf(get(kinds[0]?.schema, 'properties'))
    .map(([name]) => name)
    .find((name) => new Set(kinds.map(({ schema }) => fixedValue(schema, name) ?? '')).size === kinds.length);

const kindLabel = ({ schema }: Flat, name: string | undefined, index: number, place: Place) => {
  const value = name === undefined ? undefined : fixedValue(schema, name);
  const [first] = entriesOf(get(schema, 'properties')).map(([one]) => humanised(one));
  return (
    textOf(get(schema, 'title'), place.desk) ?? value ?? first ?? (humanised(typeOf(schema) ?? '') || String(index + 1))
  );
};

const fieldsOfKind = (kind: Flat, place: Place, condition: Condition): Draft[] => {
  const clause = { where: kind.where, source: 'of one kind', condition };
  const within: Place = {
    ...place,
    visibleWhen: [...place.visibleWhen, clause],
    refs: kind.refs,
    depth: place.depth + 1,
  };
  if (typeOf(kind.schema) === 'object' || get(kind.schema, 'properties') !== undefined)
    return place.read.object(kind, within);
  const name = typeOf(kind.schema) ?? 'value';
  return place.read.property(
    { name, where: kind.where, schema: kind.schema, refs: kind.refs, isRequired: false },
    within,
  );
};

/** Kinds that only say which properties have to be there together ask for nothing themselves. */
const asksSomething = ({ schema }: Flat): boolean =>
  Object.keys(schema).some((key) => !['required', 'title', 'description', 'not', 'type', '$comment'].includes(key)) ||
  (typeOf(schema) !== undefined && typeOf(schema) !== 'object');

/** The fields of `oneOf` and `anyOf`: the choice of a kind, then the fields of each, shown when it is chosen. */
export const readVariants = (flat: Flat, place: Place): Draft[] => {
  const all = variantsOf(flat, place);
  const kinds = all.filter(asksSomething);
  if (all.length > kinds.length) place.desk.notes.leave(flat.where, 'properties that belong together', 'check-unknown');
  if (kinds.length < 2) return kinds.flatMap((kind) => place.read.object(kind, place));
  const name = discriminator(kinds);
  const selector = name === undefined ? undefined : get(flat.schema, 'properties', name);
  if (name !== undefined && selector !== undefined) {
    return kinds.flatMap((kind) => {
      const condition = { name: place.prefix + name, is: 'equal', value: fixedValue(kind.schema, name) } as const;
      return fieldsOfKind(kind, place, condition);
    });
  }
  const key = `${place.prefix}${name ?? 'kind'}`;
  const label = textOf(get(flat.schema, 'title'), place.desk) ?? place.words.kind;
  const options = kinds.map((kind, index) => ({
    value: String(index + 1),
    label: kindLabel(kind, name, index, place),
  }));
  const asks = place.desk.notes.question(flat.where, `question “${humanised(key)}” (one of several kinds)`);
  const chooser: Draft = { where: flat.where, key, label, visibleWhen: place.visibleWhen, asks, ...oneOf(options) };
  return [
    chooser,
    ...kinds.flatMap((kind, index) => fieldsOfKind(kind, place, { name: key, is: 'equal', value: String(index + 1) })),
  ];
};
