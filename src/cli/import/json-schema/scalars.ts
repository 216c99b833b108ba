import type { FieldType } from '../../../contract/index.js';
import type { DraftOption } from '../draft.js';
import { countOf, defined, get, listOf, numberOf, stringOf, wordOf, type JsonObject } from '../json.js';
import { acceptOf, dateAndTime, oneOf, wholePattern, type Part, type Parts } from '../part.js';
import { textOf } from '../texts.js';
import type { Place } from './place.js';

/** Longer answers get a box of several lines. */
const ONE_LINE = 250;

const labelled = (value: unknown, label: unknown, { desk }: Place): DraftOption[] => {
  const word =
    value === null ? undefined : (wordOf(value) ?? (typeof value === 'object' ? JSON.stringify(value) : undefined));
  return word === undefined || word.trim() === '' ? [] : [{ value: word, label: textOf(label, desk) ?? word }];
};

const constOf = (schema: unknown): unknown => {
  const values = listOf(get(schema, 'enum'));
  return values.length === 1 ? values[0] : get(schema, 'const');
};

/** The choices that a schema offers: an `enum`, or alternatives of one value each; undefined when it offers none. */
export const choicesOf = (schema: JsonObject, place: Place): DraftOption[] | undefined => {
  const values = get(schema, 'enum');
  const names = listOf(get(schema, 'enumNames') ?? get(schema, 'x-enumNames'));
  if (Array.isArray(values))
    return (values as unknown[]).flatMap((value, index) => labelled(value, names[index], place));
  const alternatives = listOf(get(schema, 'oneOf') ?? get(schema, 'anyOf'));
  if (alternatives.length === 0) return undefined;
  if (alternatives.every((one) => constOf(one) !== undefined && get(one, 'properties') === undefined)) {
    return alternatives.flatMap((one) => labelled(constOf(one), get(one, 'title') ?? get(one, 'description'), place));
  }
  if (!alternatives.every((one) => Array.isArray(get(one, 'enum')))) return undefined;
  const all = alternatives.flatMap((one) => listOf(get(one, 'enum')));
  return [...new Set(all)].flatMap((value) => labelled(value, undefined, place));
};

/** The type that a schema means, also when it does not say so. */
export const typeOf = (schema: JsonObject): string | undefined => {
  const type = get(schema, 'type');
  const types = (Array.isArray(type) ? (type as unknown[]) : [type]).filter(
    (one) => typeof one === 'string' && one !== 'null',
  );
  if (types.length > 0) return types.includes('string') ? 'string' : String(types[0]);
  const has = (...keys: readonly string[]): boolean => keys.some((key) => get(schema, key) !== undefined);
  if (has('properties', 'additionalProperties', 'patternProperties')) return 'object';
  if (has('items', 'prefixItems')) return 'array';
  if (has('minimum', 'maximum', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum')) return 'number';
  return has('format', 'pattern', 'minLength', 'maxLength', 'contentMediaType') ? 'string' : undefined;
};

const FORMATS: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ['email', 'email'],
  ['idn-email', 'email'],
  ['uri', 'url'],
  ['url', 'url'],
  ['iri', 'url'],
  ['date', 'date'],
  ['time', 'time'],
  ['tel', 'tel'],
  ['phone', 'tel'],
  ['data-url', 'file'],
  ['binary', 'file'],
  ['base64', 'file'],
  ['byte', 'file'],
]);

const isFile = (schema: JsonObject): boolean =>
  FORMATS.get(stringOf(get(schema, 'format')) ?? '') === 'file' ||
  stringOf(get(schema, 'contentEncoding')) === 'base64';

/** A file, or several when they are the items of a list. */
export const filePart = (schema: JsonObject, maxFiles: number | undefined): Part | undefined =>
  isFile(schema)
    ? {
        type: 'file',
        initial: undefined,
        settings: defined({ maxFiles, accept: acceptOf(get(schema, 'contentMediaType')) }),
      }
    : undefined;

const line = (schema: JsonObject, format: string): Part => {
  const pattern = stringOf(get(schema, 'pattern'));
  const [minLength, maxLength] = [countOf(get(schema, 'minLength'), 1), countOf(get(schema, 'maxLength'), 1)];
  const isLong = pattern === undefined && maxLength !== undefined && maxLength > ONE_LINE;
  if (isLong || format === 'textarea' || format === 'markdown') {
    return { type: 'textarea', settings: defined({ minLength, maxLength }) };
  }
  return {
    type: 'text',
    settings: defined({ minLength, maxLength, pattern: pattern === undefined ? undefined : wholePattern(pattern) }),
  };
};

const string = (schema: JsonObject, place: Place): Parts => {
  const format = stringOf(get(schema, 'format')) ?? '';
  if (format === 'password') return 'password';
  if (/^(?:date-time|datetime|datetime-local)$/.test(format)) return dateAndTime(place.words, get(schema, 'default'));
  const file = filePart(schema, 1);
  if (file) return [file];
  const type = FORMATS.get(format);
  if (type === undefined) return [line(schema, format)];
  const maxLength = type === 'date' || type === 'time' ? undefined : countOf(get(schema, 'maxLength'), 1);
  return [{ type, settings: defined({ maxLength }) }];
};

/** A bound that is not among the allowed numbers, moved to the next that is; only whole steps have a next. */
const bound = (schema: JsonObject, side: 'Minimum' | 'Maximum', step: number | undefined): number | undefined => {
  const [sign, own] = side === 'Minimum' ? [1, 'minimum'] : [-1, 'maximum'];
  const exclusive = get(schema, `exclusive${side}`);
  const open = typeof exclusive === 'number' ? exclusive : exclusive === true ? numberOf(get(schema, own)) : undefined;
  const closed = exclusive === true ? undefined : numberOf(get(schema, own));
  if (open === undefined) return closed;
  const next = step === undefined ? open : open + sign * step;
  return closed === undefined ? next : sign > 0 ? Math.max(next, closed) : Math.min(next, closed);
};

const number = (schema: JsonObject, where: string, { desk }: Place): Parts => {
  const isWhole = get(schema, 'type') === 'integer' || listOf(get(schema, 'type')).includes('integer');
  const step = numberOf(get(schema, 'multipleOf')) ?? (isWhole ? 1 : undefined);
  const [min, max] = [bound(schema, 'Minimum', step), bound(schema, 'Maximum', step)];
  const isOpen = ['exclusiveMinimum', 'exclusiveMaximum'].some(
    (key) => typeof get(schema, key) === 'number' || get(schema, key) === true,
  );
  if (isOpen && step === undefined) desk.notes.leave(where, 'bound that is not allowed itself', 'bounds');
  const first = min === undefined || step === undefined ? min : Math.ceil(min / step) * step;
  return [
    { type: 'number', settings: defined({ min: first, max, step: step !== undefined && step > 0 ? step : undefined }) },
  ];
};

/** A box to check; where no is an answer, too, yes and no. */
const boolean = (schema: JsonObject, isRequired: boolean, { words }: Place): Parts => {
  if (constOf(schema) === true || !isRequired) return [{ type: 'checkbox' }];
  return [
    {
      type: 'radio',
      options: [
        { value: 'true', label: words.yes },
        { value: 'false', label: words.no },
      ],
    },
  ];
};

/** The fields for a schema of one value, or why there are none. */
export const scalarParts = (schema: JsonObject, where: string, isRequired: boolean, place: Place): Parts => {
  const type = typeOf(schema);
  if (type === 'boolean' && constOf(schema) !== undefined) return boolean(schema, isRequired, place);
  const choices = choicesOf(schema, place);
  if (choices) return choices.length > 0 ? [oneOf(choices)] : 'no-choices';
  if (type === 'string') return string(schema, place);
  if (type === 'number' || type === 'integer') return number(schema, where, place);
  return type === 'boolean' ? boolean(schema, isRequired, place) : 'any-value';
};

/** Whether a schema allows one value only, which nobody has to be asked for. */
export const isFixed = (schema: JsonObject): boolean => {
  const value = constOf(schema);
  return value !== undefined && value !== true && get(schema, 'properties') === undefined;
};
