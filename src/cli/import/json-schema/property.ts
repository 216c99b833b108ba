import type { Clause } from '../condition.js';
import type { Draft } from '../draft.js';
import { headingNote } from '../draft.js';
import { defined, get, isObject, listOf, step, type JsonObject } from '../json.js';
import { draftsOf } from '../part.js';
import { anyOf } from '../texts.js';
import { baseOf, inside, leave, question, type Read } from './base.js';
import { flattened } from './flat.js';
import { introduction } from './introduction.js';
import { array, map } from './lists.js';
import type { Flat, Place, Property } from './place.js';
import { choicesOf, isFixed, scalarParts, typeOf } from './scalars.js';

/** Deeper than this nobody asks. */
const DEEPEST = 24;

/** How many of an optional object’s fields are looked at, to know whether it is there. */
const LOOKED_AT = 30;

/** What is required in an object that may be missing is required once something else in it is answered. */
const requiredOnceBegun = (fields: readonly Draft[]): Draft[] => {
  const begun = fields.filter(({ type }) => type !== 'note' && type !== 'checkbox');
  return fields.map((field) => {
    if (!field.isRequired) return field;
    const others = begun.filter((other) => other !== field).slice(0, LOOKED_AT);
    const any = others.map(({ key }) => ({ name: key, is: 'answered' }) as const);
    const clause: Clause = { where: field.where, source: 'once the rest is begun', condition: { any } };
    return { ...field, isRequired: false, requiredWhen: others.length > 0 ? clause : undefined };
  });
};

const object: Read = (property, flat, place) => {
  const base = baseOf(property, flat, place);
  const within = inside(property, flat, place);
  const fields = place.read.object(flat, within);
  if (fields.length === 0) return [];
  const asked = property.isRequired ? fields : requiredOnceBegun(fields);
  return [
    headingNote(flat.where, base.key, anyOf(base.label), place.visibleWhen),
    ...introduction(flat.schema, flat.where, base.key, within),
    ...asked,
  ];
};

const scalar: Read = (property, flat, place) => {
  const base = baseOf(property, flat, place);
  const parts = scalarParts(flat.schema, flat.where, property.isRequired, place);
  if (typeof parts === 'string') return leave(property, flat, place, parts);
  return draftsOf({ ...base, asks: question(property, flat, place).asks }, parts);
};

const alternatives = ({ schema }: Flat): readonly unknown[] => listOf(get(schema, 'oneOf') ?? get(schema, 'anyOf'));

const kindsOf = (flat: Flat, place: Place): Flat[] =>
  alternatives(flat).flatMap((schema, index) => {
    const kind = flattened({ where: `${flat.where}/anyOf${step(index)}`, schema, refs: flat.refs }, place);
    return typeof kind === 'string' ? [] : [kind];
  });

/** A schema that fits what all of these ask for, each a single value: their own type, or a text. */
const commonOf = (kinds: readonly Flat[]): JsonObject => {
  const types = [...new Set(kinds.map(({ schema }) => typeOf(schema)))];
  const [only] = kinds;
  if (only && kinds.length === 1) return only.schema;
  return { type: types.length === 1 ? types[0] : 'string' };
};

/** A value that may be of several types: those of one value are one text; a list stands for itself or one of its items. */
const several: Read = (property, flat, place) => {
  const kinds = kindsOf(flat, place);
  const isPlain = ({ schema }: Flat): boolean =>
    !['object', 'array', undefined].includes(typeOf(schema)) || choicesOf(schema, place) !== undefined;
  const own = defined({ title: get(flat.schema, 'title'), description: get(flat.schema, 'description') });
  if (kinds.length > 0 && kinds.every(isPlain)) {
    return scalar(property, { ...flat, schema: { ...commonOf(kinds), ...own } }, place);
  }
  const list = kinds.find(({ schema }) => typeOf(schema) === 'array');
  if (list && kinds.every((kind) => kind === list || isPlain(kind))) {
    return array(property, { ...list, schema: { ...list.schema, ...own }, where: flat.where }, place);
  }
  const fields = place.read.variants(flat, inside(property, flat, place));
  const { key, label } = baseOf(property, flat, place);
  return fields.length === 0 ? [] : [headingNote(flat.where, key, anyOf(label), place.visibleWhen), ...fields];
};

const readerFor = ({ schema }: Flat, place: Place): Read => {
  const type = typeOf(schema);
  if (choicesOf(schema, place)) return scalar;
  if (get(schema, 'properties') !== undefined) return object;
  if (alternatives({ schema } as Flat).length > 0 && (type === undefined || type === 'object')) return several;
  if (type === 'array') return array;
  const isMap = isObject(get(schema, 'additionalProperties')) || isObject(get(schema, 'patternProperties'));
  return type === 'object' && isMap ? map : scalar;
};

const isNotAsked = (schema: JsonObject): 'fixed-value' | 'hidden' | undefined => {
  if (isFixed(schema)) return 'fixed-value';
  return get(schema, 'readOnly') === true && get(schema, 'default') === undefined ? 'hidden' : undefined;
};

/** The fields of a property, in the order in which they are asked. */
export const readProperty = (property: Property, place: Place): Draft[] => {
  if (property.schema === false) return [];
  const unknown: Flat = { where: property.where, schema: {}, refs: property.refs, branches: [] };
  if (place.depth > DEEPEST) return leave(property, unknown, place, 'too-deep');
  const flat = flattened(property, place);
  if (flat === 'too-many') {
    place.desk.notes.leave(place.rootAt, 'the rest of the schema', 'too-many');
    return [];
  }
  if (typeof flat === 'string') return leave(property, unknown, place, flat);
  const here: Flat = { ...flat, where: property.where };
  const reason = isNotAsked(here.schema);
  if (reason) {
    place.desk.notes.leave(here.where, `“${property.name}”`, reason);
    return [];
  }
  return readerFor(here, place)(property, here, place);
};
