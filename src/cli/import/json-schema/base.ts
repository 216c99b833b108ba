import type { Draft } from '../draft.js';
import { get } from '../json.js';
import type { Base } from '../part.js';
import type { Reason } from '../reasons.js';
import { anyOf, humanised, textOf } from '../texts.js';
import type { Flat, Place, Property } from './place.js';
import { typeOf } from './scalars.js';

/** What a property has whatever its type. */
export const baseOf = ({ name, isRequired, requiredWhen }: Property, { where, schema }: Flat, place: Place): Base => ({
  where,
  key: place.prefix + name,
  label: textOf(get(schema, 'title'), place.desk) ?? (humanised(name) || name),
  help: textOf(get(schema, 'description'), place.desk),
  isRequired,
  requiredWhen,
  visibleWhen: place.visibleWhen,
  initial: get(schema, 'default'),
  settings: get(schema, 'readOnly') === true ? { readOnly: true } : {},
});

/** Reads the fields of one kind of property. */
export type Read = (property: Property, flat: Flat, place: Place) => Draft[];

/** The place inside of a property. */
export const inside = (property: Property, flat: Flat, place: Place): Place => ({
  ...place,
  prefix: `${place.prefix}${property.name}.`,
  depth: place.depth + 1,
  refs: flat.refs,
});

/** Counts a property as a question. */
export const question = (property: Property, flat: Flat, place: Place): { asks: number; what: string } => {
  const { label } = baseOf(property, flat, place);
  const what = `question “${anyOf(label)}” (${typeOf(flat.schema) ?? 'any type'})`;
  return { asks: place.desk.notes.question(flat.where, what), what };
};

/** Counts a property as a question that is not carried over. */
export const leave = (property: Property, flat: Flat, place: Place, reason: Reason): Draft[] => {
  place.desk.notes.leave(flat.where, question(property, flat, place).what, reason);
  return [];
};
