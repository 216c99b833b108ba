import type { Desk, Draft, DraftForm, DraftSection, Reading } from './draft.js';
import { get, isObject, stringOf, type JsonObject } from './json.js';
import { flattened } from './json-schema/flat.js';
import { readObject } from './json-schema/object.js';
import type { Flat, Place } from './json-schema/place.js';
import { readProperty } from './json-schema/property.js';
import { typeOf } from './json-schema/scalars.js';
import { readVariants } from './json-schema/variants.js';
import { humanised, textOf } from './texts.js';
import { wordsIn } from './words.js';

/** References can stand for one another without end; so many schemas are read at most. */
const MOST_SCHEMAS = 20_000;

const KEYWORDS = ['properties', 'type', '$ref', 'allOf', 'oneOf', 'anyOf', '$schema', '$defs', 'definitions'];
const WRAPPERS = ['schema', 'jsonSchema', 'JSONSchema', 'dataSchema', 'json_schema', 'formSchema'];

const isSchema = (json: unknown): json is JsonObject =>
  isObject(json) &&
  KEYWORDS.some(
    (key) => Object.hasOwn(json, key) && (key !== 'type' || typeof json[key] === 'string' || Array.isArray(json[key])),
  );

const schemaIn = (json: unknown): { where: string; schema: JsonObject } | undefined => {
  const wrapped = WRAPPERS.find((key) => isSchema(get(json, key)));
  const inner = wrapped === undefined ? undefined : get(json, wrapped);
  if (wrapped !== undefined && isSchema(inner) && get(json, 'properties') === undefined)
    return { where: `/${wrapped}`, schema: inner };
  return isSchema(json) ? { where: '', schema: json } : undefined;
};

/** The property at the top that a heading is for; undefined for what is no heading, or one further down. */
const headed = ({ type, key }: Draft): string | undefined =>
  type === 'note' && key.endsWith('-heading') && !key.includes('.') ? key.slice(0, -'-heading'.length) : undefined;

/** An object at the top is a section of its own, under its title; what stands between two of them is one, too. */
const sectionsOf = (fields: readonly Draft[], where: string): DraftSection[] => {
  const sections: { where: string; key: string; title: DraftSection['title']; fields: Draft[] }[] = [];
  let top: string | undefined;
  for (const field of fields) {
    const heading = headed(field);
    const isInside = top !== undefined && (field.key.startsWith(`${top}.`) || field.key === `${top}-text`);
    const last = sections.at(-1);
    if (heading !== undefined) sections.push({ where: field.where, key: heading, title: field.label, fields: [] });
    else if (last && (isInside || top === undefined)) last.fields.push(field);
    else sections.push({ where, key: 'section', title: undefined, fields: [field] });
    top = heading ?? (isInside ? top : undefined);
  }
  return sections;
};

const formFields = (flat: Flat, place: Place): Draft[] => {
  const isObjectLike = typeOf(flat.schema) === 'object' || typeOf(flat.schema) === undefined;
  if (isObjectLike) return readObject(flat, place);
  const { where, schema, refs } = flat;
  return readProperty({ name: 'request', where, schema, refs, isRequired: true }, place);
};

/** Reads a JSON Schema, of any draft from 4 to 2020-12; without the "ui schema" that some forms have beside it. */
export const readJsonSchema = (json: unknown, desk: Desk): Reading => {
  const found = schemaIn(json);
  if (!found) return { forms: [] };
  const { where, schema } = found;
  const place: Place = {
    desk,
    words: wordsIn(desk.locale),
    root: schema,
    rootAt: where,
    prefix: '',
    visibleWhen: [],
    isRow: false,
    depth: 0,
    refs: [],
    read: { object: readObject, property: readProperty, variants: readVariants },
    budget: { left: MOST_SCHEMAS },
  };
  const flat = flattened({ where, schema, refs: [] }, place);
  if (typeof flat === 'string') return { forms: [] };
  const title = stringOf(get(flat.schema, 'title'));
  const form: DraftForm = {
    where,
    key: title ?? 'request',
    label: textOf(title, desk) ?? humanised(place.words.form),
    description: textOf(get(flat.schema, 'description'), desk),
    sections: sectionsOf(formFields(flat, place), where),
  };
  return { forms: [form] };
};
