import type { DraftOption, Draft } from '../draft.js';
import { countOf, defined, get, isSet, numberOf, stringOf } from '../json.js';
import { likenessOf, type Likeness } from '../likeness.js';
import { dateAndTime, oneOf, yesOrNoPart, type Part, type Parts } from '../part.js';
import { textOf } from '../texts.js';
import { choicesIn, isElsewhere, selectChoices } from './choices.js';
import { address, file, map } from './special.js';
import { maskPattern } from './mask.js';
import { dayBounds, timeBounds } from './moments.js';
import { typeOf, type Located, type Place } from './place.js';

type Make = (one: Located, place: Place) => Parts;

const lengths = ({ component }: Located): Record<string, unknown> =>
  defined({
    minLength: countOf(get(component, 'validate', 'minLength')),
    maxLength: countOf(get(component, 'validate', 'maxLength'), 1),
  });

const patternOf = (one: Located, place: Place): Record<string, unknown> => {
  const { component } = one;
  const pattern = stringOf(get(component, 'validate', 'pattern'));
  const mask = stringOf(get(component, 'inputMask'));
  if (pattern === undefined) return mask === undefined ? {} : { pattern: maskPattern(mask), patternMessage: mask };
  const message =
    get(component, 'validate', 'patternMessage') ??
    get(component, 'errors', 'pattern') ??
    get(component, 'validate', 'customMessage');
  return defined({ pattern, patternMessage: textOf(message, place.desk) });
};

const INPUT_TYPES: ReadonlyMap<string, Part['type']> = new Map<string, Part['type']>([
  ['email', 'email'],
  ['tel', 'tel'],
  ['url', 'url'],
  ['date', 'date'],
  ['time', 'time'],
  ['number', 'number'],
]);

const text: Make = (one, place) => {
  const inputType = stringOf(get(one.component, 'inputType')) ?? '';
  if (inputType === 'password' || isSet(get(one.component, 'protected'))) return 'password';
  if (get(one.component, 'widget', 'type') === 'calendar') return datetime(one, place);
  const type = INPUT_TYPES.get(inputType);
  if (type !== undefined) return [{ type }];
  return [{ type: 'text', settings: { ...lengths(one), ...patternOf(one, place) } }];
};

const number: Make = ({ component }) => {
  const decimals = numberOf(get(component, 'decimalLimit'));
  const step = numberOf(get(component, 'validate', 'step'));
  const suffix = stringOf(get(component, 'suffix'));
  const isWhole = isSet(get(component, 'validate', 'integer')) || decimals === 0;
  return [
    {
      type: 'number',
      settings: defined({
        min: numberOf(get(component, 'validate', 'min')),
        max: numberOf(get(component, 'validate', 'max')),
        step: isWhole ? 1 : step,
        unit: suffix,
      }),
    },
  ];
};

const currency: Make = (one, place) => {
  const [part] = number(one, place);
  if (typeof part !== 'object') return 'unknown-type';
  return [
    { ...part, settings: { step: 0.01, unit: stringOf(get(one.component, 'currency')) ?? 'USD', ...part.settings } },
  ];
};

const many = (options: readonly DraftOption[], component: unknown): Part => ({
  type: 'checkboxes',
  options,
  settings: defined({
    minSelected: countOf(get(component, 'validate', 'minSelectedCount') ?? get(component, 'validate', 'minLength')),
    maxSelected: countOf(get(component, 'validate', 'maxSelectedCount') ?? get(component, 'validate', 'maxLength'), 1),
  }),
});

const select: Make = (one, place) => {
  const options = selectChoices(one, place);
  if (options.length === 0) return isElsewhere(one.component) ? 'choices-elsewhere' : 'no-choices';
  return [isSet(get(one.component, 'multiple')) ? many(options, one.component) : oneOf(options, false)];
};

const radio: Make = ({ component }, place) => {
  const options = choicesIn(get(component, 'values') ?? get(component, 'data', 'values'), place);
  if (options.length === 0) return isElsewhere(component) ? 'choices-elsewhere' : 'no-choices';
  return [oneOf(options, true)];
};

const selectboxes: Make = ({ component }, place) => {
  const options = choicesIn(get(component, 'values') ?? get(component, 'data', 'values'), place);
  if (options.length === 0) return isElsewhere(component) ? 'choices-elsewhere' : 'no-choices';
  return [many(options, component)];
};

const datetime: Make = ({ where, component }, place) => {
  const [hasDate, hasTime] = ['enableDate', 'enableTime'].map(
    (name) => get(component, name) ?? get(component, 'widget', name),
  );
  const date = { settings: dayBounds({ where, component }, place) };
  if (hasTime === false) return [{ type: 'date', ...date }];
  if (hasDate === false) return [{ type: 'time' }];
  const [day, time] = dateAndTime(place.words, get(component, 'defaultValue'));
  return day && time ? [{ ...day, ...date }, time] : 'unknown-type';
};

const day: Make = (one, place) => {
  const isPartial = ['day', 'month', 'year'].some((name) => isSet(get(one.component, 'fields', name, 'hide')));
  return isPartial ? [{ type: 'text' }] : [{ type: 'date', settings: dayBounds(one, place) }];
};

/** A question with the same choices for each of its lines; `values` are the columns. */
const survey: Make = ({ component }, place) => {
  const options = choicesIn(get(component, 'values'), place);
  const questions = choicesIn(get(component, 'questions'), place);
  if (options.length === 0 || questions.length === 0) return 'no-choices';
  return questions.map(({ value, label }): Part => ({
    ...oneOf(options, true),
    suffix: value,
    label,
    initial: undefined,
  }));
};

const tags: Make = ({ where, component }, { desk }) => {
  desk.notes.leave(where, `tags of “${stringOf(get(component, 'label')) ?? ''}”`, 'list-as-text');
  return [{ type: 'text', initial: undefined }];
};

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['textfield', text],
  [
    'textarea',
    (one) => [
      { type: 'textarea', settings: { ...lengths(one), ...defined({ rows: countOf(get(one.component, 'rows'), 1) }) } },
    ],
  ],
  ['number', number],
  ['currency', currency],
  ['password', () => 'password'],
  ['checkbox', () => [{ type: 'checkbox' }]],
  ['selectboxes', selectboxes],
  ['checkboxes', selectboxes],
  ['select', select],
  ['radio', radio],
  ['radios', radio],
  ['email', (one) => [{ type: 'email', settings: defined({ maxLength: lengths(one)['maxLength'] }) }]],
  ['url', (one) => [{ type: 'url', settings: defined({ maxLength: lengths(one)['maxLength'] }) }]],
  ['phonenumber', () => [{ type: 'tel' }]],
  ['tags', tags],
  ['address', address],
  ['bcaddress', address],
  ['datetime', datetime],
  ['day', day],
  ['time', (one) => [{ type: 'time', settings: timeBounds(one) }]],
  ['signature', () => [{ type: 'signature', initial: undefined }]],
  ['file', file],
  ['survey', survey],
  ['surveysimple', survey],
  ['datamap', map],
  ['resource', () => 'choices-elsewhere'],
  ['orgbook', () => 'choices-elsewhere'],
  ['form', () => 'form-elsewhere'],
]);

/** Types that take several answers by themselves; any other with `multiple` becomes a row for each answer. */
const LISTS: ReadonlySet<string> = new Set(['select', 'selectboxes', 'file', 'tags', 'datamap', 'survey']);

const eachInRow = (parts: readonly Part[], { where, component }: Located): Part[] => {
  const label = stringOf(get(component, 'label')) ?? '';
  const key = stringOf(get(component, 'key')) ?? 'value';
  const rows = parts.map(({ type, settings, options, suffix }): Draft => ({
    where,
    key: `${key}.${suffix ?? 'value'}`,
    label,
    type,
    settings,
    options,
    isRequired: true,
    visibleWhen: [],
  }));
  return [{ type: 'repeat', rows, initial: undefined }];
};

/** The standard type for each likeness; checkboxes need choices, without them they are one box. */
const STANDARD: Readonly<Partial<Record<Likeness, string>>> = {
  radio: 'radio',
  checkboxes: 'selectboxes',
  checkbox: 'checkbox',
  select: 'select',
  'date-time': 'datetime',
  date: 'day',
  time: 'time',
  email: 'email',
  tel: 'phonenumber',
  address: 'address',
  file: 'file',
  signature: 'signature',
  number: 'number',
  textarea: 'textarea',
  text: 'textfield',
};

/** What a type that is not standard becomes, by its name or by its choices. */
const custom: Make = (one, place) => {
  const { component, where } = one;
  const type = typeOf(component);
  const likeness = likenessOf(type);
  const hasChoices = choicesIn(get(component, 'values') ?? get(component, 'data', 'values'), place).length > 0;
  const standard = likeness === undefined || likeness === 'yes-no' ? undefined : STANDARD[likeness];
  const maker = makers.get(standard ?? (hasChoices ? 'select' : ''));
  const parts = likeness === 'yes-no' ? [yesOrNoPart(place.words)] : (maker?.(one, place) ?? 'unknown-type');
  if (typeof parts !== 'string') {
    place.desk.notes.leave(where, `type “${type}” of “${stringOf(get(component, 'label')) ?? ''}”`, 'custom-type');
  }
  return parts;
};

/** The fields that a component becomes, or why there are none. */
export const partsOf = (one: Located, place: Place): Parts => {
  const parts = (makers.get(typeOf(one.component)) ?? custom)(one, place);
  const isList = isSet(get(one.component, 'multiple')) && !LISTS.has(typeOf(one.component));
  if (typeof parts === 'string' || !isList) return parts;
  return place.isRow ? 'nested-repeat' : eachInRow(parts, one);
};
