import * as z from 'zod/mini';
import { idSchema, textSchema } from './text.js';
import { ruleSchema } from './rule.js';

const common = {
  id: idSchema,
  label: textSchema,
  help: z.optional(textSchema),
  required: z.optional(z.boolean()),
  requiredWhen: z.optional(ruleSchema),
  visibleWhen: z.optional(ruleSchema),
  readOnly: z.optional(z.boolean()),
  initial: z.optional(z.unknown()),
  autocomplete: z.optional(z.string()),
};

const count = z.number().check(z.int(), z.minimum(0));
const optionSchema = z.object({ id: idSchema, label: textSchema });
const options = z.array(optionSchema);
const isoDate = /^\d{4}-\d{2}-\d{2}$|^today(?:[+-]\d{1,5}d)?$/;
const dateBound = z.string().check(z.regex(isoDate, { error: 'date-bound' }));
const timeBound = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'time-bound' }));

/** Formats of a `text` field that are checked and normalised on both sides. */
export const TEXT_FORMATS = ['postcode-nl', 'iban', 'kvk'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const atLeastOne = z.number().check(z.int(), z.minimum(1));

/** The parts of a day that an appointment can be asked for. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Where the choices of a `lookup` come from: `GET /options/{source}`. */
export const OPTION_SOURCES = ['assets', 'addresses', 'contacts', 'projects'] as const;
export type OptionSource = (typeof OPTION_SOURCES)[number];

/** One schema for each field type that can also stand in a row of a `repeat`; a new type starts here. */
const plainSchemas = {
  text: z.object({
    ...common,
    type: z.literal('text'),
    minLength: z.optional(count),
    maxLength: z.optional(count),
    format: z.optional(z.enum(TEXT_FORMATS)),
    pattern: z.optional(z.string().check(z.maxLength(500))),
    patternMessage: z.optional(textSchema),
  }),
  textarea: z.object({
    ...common,
    type: z.literal('textarea'),
    minLength: z.optional(count),
    maxLength: z.optional(count),
    rows: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(50))),
  }),
  email: z.object({ ...common, type: z.literal('email'), maxLength: z.optional(count) }),
  tel: z.object({ ...common, type: z.literal('tel'), maxLength: z.optional(count) }),
  url: z.object({ ...common, type: z.literal('url'), maxLength: z.optional(count) }),
  number: z.object({
    ...common,
    type: z.literal('number'),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    step: z.optional(z.number().check(z.positive())),
    unit: z.optional(textSchema),
  }),
  date: z.object({ ...common, type: z.literal('date'), min: z.optional(dateBound), max: z.optional(dateBound) }),
  time: z.object({ ...common, type: z.literal('time'), min: z.optional(timeBound), max: z.optional(timeBound) }),
  select: z.object({ ...common, type: z.literal('select'), options }),
  radio: z.object({ ...common, type: z.literal('radio'), options }),
  checkboxes: z.object({
    ...common,
    type: z.literal('checkboxes'),
    options,
    minSelected: z.optional(count),
    maxSelected: z.optional(count),
  }),
  checkbox: z.object({ ...common, type: z.literal('checkbox') }),
  file: z.object({
    ...common,
    type: z.literal('file'),
    accept: z.optional(z.array(z.string())),
    maxFiles: z.optional(atLeastOne),
    maxBytes: z.optional(atLeastOne),
    keepLocation: z.optional(z.boolean()),
  }),
  signature: z.object({ ...common, type: z.literal('signature') }),
  appointment: z.object({
    ...common,
    type: z.literal('appointment'),
    min: z.optional(dateBound),
    max: z.optional(dateBound),
    parts: z.optional(z.array(z.enum(DAY_PARTS)).check(z.minLength(1))),
    maxChoices: z.optional(atLeastOne),
    excludeWeekdays: z.optional(z.array(z.number().check(z.int(), z.minimum(0), z.maximum(7)))),
  }),
  address: z.object({
    ...common,
    type: z.literal('address'),
    countries: z.optional(z.array(z.string().check(z.regex(/^[A-Z]{2}$/, { error: 'country' }))).check(z.minLength(1))),
  }),
  lookup: z.object({ ...common, type: z.literal('lookup'), source: z.enum(OPTION_SOURCES) }),
  note: z.object({ ...common, type: z.literal('note'), label: z.optional(textSchema), text: textSchema }),
};

const { text, ...others } = plainSchemas;
/** The fields of a `repeat`: of every type but `repeat` itself. */
const rowFieldSchema = z.discriminatedUnion('type', [text, ...Object.values(others)], { error: 'field-type' });

/** One schema a field type. */
export const fieldSchemas = {
  ...plainSchemas,
  repeat: z.object({
    ...common,
    type: z.literal('repeat'),
    fields: z.array(rowFieldSchema),
    minRows: z.optional(count),
    maxRows: z.optional(atLeastOne),
    rowLabel: z.optional(textSchema),
  }),
};

export type FieldType = keyof typeof fieldSchemas;
export const FIELD_TYPES = Object.keys(fieldSchemas) as FieldType[];

/** A field of one type. */
export type FieldOf<T extends FieldType> = z.infer<(typeof fieldSchemas)[T]>;
/** A field of any known type. */
export type Field = { [T in FieldType]: FieldOf<T> }[FieldType];
/** A field that can stand in a row of a `repeat`. */
export type RowField = Exclude<Field, { type: 'repeat' }>;
export type Option = z.infer<typeof optionSchema>;

/** The union on `type`; an unknown type is refused by name. */
export const fieldSchema = z.discriminatedUnion('type', [text, ...Object.values(others), fieldSchemas.repeat], {
  error: 'field-type',
});
