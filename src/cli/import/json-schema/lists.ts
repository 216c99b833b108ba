import type { Text } from '../../../contract/index.js';
import type { Draft } from '../draft.js';
import { countOf, defined, entriesOf, get, isObject, listOf, step, type JsonObject } from '../json.js';
import { draftsOf, type Base, type Part } from '../part.js';
import { joined, textOf } from '../texts.js';
import { baseOf, inside, leave, question, type Read } from './base.js';
import { flattened } from './flat.js';
import type { Flat, Place, Property } from './place.js';
import { choicesOf, filePart, scalarParts, typeOf } from './scalars.js';

const bounds = (schema: JsonObject): { min: number | undefined; max: number | undefined } => ({
  min: countOf(get(schema, 'minItems'), 1),
  max: countOf(get(schema, 'maxItems'), 1),
});

/** Rows, for a list of answers; a list within a row is a text of several lines. */
const rowsOf = (
  property: Property,
  flat: Flat,
  place: Place,
  rows: readonly Draft[],
  asks: number | undefined,
): Draft[] => {
  const { min, max } = bounds(flat.schema);
  const base: Base = { ...baseOf(property, flat, place), initial: undefined, asks };
  const settings = defined({ minRows: min, maxRows: max });
  return rows.length === 0 ? [] : draftsOf(base, [{ type: 'repeat', rows, settings }]);
};

/** Several answers of one kind each get a row; the row has one field. */
const scalarRows = (property: Property, flat: Flat, item: Flat, place: Place): Draft[] => {
  const base = baseOf(property, flat, place);
  const parts = scalarParts(item.schema, item.where, true, place);
  if (typeof parts === 'string') return leave(property, flat, place, parts);
  const { asks, what } = question(property, flat, place);
  if (place.isRow) {
    place.desk.notes.leave(flat.where, what, 'list-as-text');
    return draftsOf({ ...base, asks, initial: undefined }, [{ type: 'textarea' }]);
  }
  const label: Text = textOf(get(item.schema, 'title'), place.desk) ?? base.label;
  const row: Base = { where: item.where, key: `${base.key}.value`, label, isRequired: true, visibleWhen: [] };
  return rowsOf(property, flat, place, draftsOf(row, parts), asks);
};

const objectRows = (property: Property, flat: Flat, item: Flat, place: Place): Draft[] => {
  if (place.isRow) return leave(property, flat, place, 'nested-repeat');
  const within: Place = { ...inside(property, item, place), visibleWhen: [], isRow: true };
  return rowsOf(property, flat, place, place.read.object(item, within), undefined);
};

/** Each place of a tuple is a field. */
const tuple = (property: Property, flat: Flat, items: readonly unknown[], keyword: string, place: Place): Draft[] => {
  const within = inside(property, flat, place);
  return items.flatMap((schema, index) =>
    place.read.property(
      {
        name: String(index + 1),
        where: `${flat.where}/${keyword}${step(index)}`,
        schema:
          isObject(schema) && get(schema, 'title') === undefined
            ? { ...schema, title: joined(baseOf(property, flat, place).label, ' – ', String(index + 1)) }
            : schema,
        refs: flat.refs,
        isRequired: property.isRequired,
      },
      within,
    ),
  );
};

const isObjectLike = ({ schema }: Flat): boolean =>
  typeOf(schema) === 'object' ||
  listOf(get(schema, 'oneOf') ?? get(schema, 'anyOf')).some(
    (one) => get(one, 'properties') !== undefined || get(one, '$ref') !== undefined,
  );

/** Reads a list: of choices, of files, or of rows. */
export const array: Read = (property, flat, place) => {
  const { schema, where, refs } = flat;
  const tupleKey = ['prefixItems', 'items'].find((key) => Array.isArray(get(schema, key)));
  if (tupleKey !== undefined) return tuple(property, flat, listOf(get(schema, tupleKey)), tupleKey, place);
  const item = flattened({ where: `${where}/items`, schema: get(schema, 'items'), refs }, place);
  if (typeof item === 'string') return leave(property, flat, place, item);
  const choices = choicesOf(item.schema, place);
  const { min, max } = bounds(schema);
  const part: Part | undefined = choices
    ? { type: 'checkboxes', options: choices, settings: defined({ minSelected: min, maxSelected: max }) }
    : filePart(item.schema, max);
  if (part) return draftsOf({ ...baseOf(property, flat, place), asks: question(property, flat, place).asks }, [part]);
  if (isObjectLike(item)) return objectRows(property, flat, item, place);
  return typeOf(item.schema) === 'array'
    ? leave(property, flat, place, 'nested-repeat')
    : scalarRows(property, flat, item, place);
};

/** Reads an object with names of any kind: each name with its value is a row. */
export const map: Read = (property, flat, place) => {
  const { schema, where, refs } = flat;
  const [pattern] = entriesOf(get(schema, 'patternProperties'));
  const [at, given] = pattern
    ? [`${where}/patternProperties${step(pattern[0])}`, pattern[1]]
    : [`${where}/additionalProperties`, get(schema, 'additionalProperties')];
  const item = flattened({ where: at, schema: given, refs }, place);
  if (typeof item === 'string') return leave(property, flat, place, item);
  if (place.isRow) return leave(property, flat, place, 'nested-repeat');
  const within: Place = { ...inside(property, flat, place), visibleWhen: [], isRow: true };
  const key = within.prefix;
  const name: Draft = {
    where: at,
    key: `${key}name`,
    label: place.words.name,
    type: 'text',
    isRequired: true,
    visibleWhen: [],
  };
  if (isObjectLike(item)) return rowsOf(property, flat, place, [name, ...place.read.object(item, within)], undefined);
  const parts = scalarParts(item.schema, at, true, place);
  if (typeof parts === 'string') return leave(property, flat, place, parts);
  const value: Base = { where: at, key: `${key}value`, label: place.words.value, visibleWhen: [] };
  return rowsOf(property, flat, place, [name, ...draftsOf(value, parts)], question(property, flat, place).asks);
};
