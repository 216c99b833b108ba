import type { FieldType } from '../../../contract/index.js';
import type { DraftOption } from '../draft.js';
import { countOf, defined, get, isSet, listOf, numberOf, stringOf } from '../json.js';
import { likenessOf, type Likeness } from '../likeness.js';
import { acceptOf, bytesOf, dateAndTime, oneOf, yesOrNoPart, type Part, type Parts } from '../part.js';
import { anyOf, humanised, textOf } from '../texts.js';
import { choicesIn, choicesOf, ratesOf, selectedBounds, yesOrNo } from './choices.js';
import type { Located, Place } from './place.js';
import { textPart, validatorsOf } from './text.js';

type Make = (one: Located, place: Place) => Parts;

/** Why a question that offers nothing does not. */
const nothingToChoose = (element: unknown): Parts => {
  const isElsewhere = ['choicesByUrl', 'choicesByURL', 'choicesFromFile'].some(
    (name) => get(element, name) !== undefined,
  );
  return isElsewhere || stringOf(get(element, 'choicesUrl')) !== undefined ? 'choices-elsewhere' : 'no-choices';
};

const single =
  (isOpen: boolean): Make =>
  ({ element }, place) => {
    const options = choicesOf(element, place);
    return options.length === 0 ? nothingToChoose(element) : [oneOf(options, isOpen)];
  };

const many: Make = ({ element }, place) => {
  const options = choicesOf(element, place);
  if (options.length === 0) return nothingToChoose(element);
  return [{ type: 'checkboxes', options, settings: selectedBounds(element) }];
};

const picture: Make = (one, place) => {
  place.desk.notes.leave(one.where, 'pictures of the choices', 'picture');
  return isSet(get(one.element, 'multiSelect')) ? many(one, place) : single(true)(one, place);
};

const boolean: Make = ({ element }, place) =>
  stringOf(get(element, 'renderAs')) === 'checkbox' && get(element, 'valueTrue') === undefined
    ? [{ type: 'checkbox' }]
    : [{ type: 'radio', options: yesOrNo(element, place) }];

/** A line for each of these; without columns or rows there is nothing to ask. */
const lines = (list: unknown, place: Place, options: readonly DraftOption[]): Parts => {
  const rows = choicesIn(list, place);
  if (options.length === 0) return 'no-choices';
  if (rows.length === 0) return [oneOf(options, true)];
  return rows.map(({ value, label }): Part => ({ ...oneOf(options), suffix: value, label, initial: undefined }));
};

/** Of several lines one answer was enough; here each line is asked for itself. */
const leaveOneIsEnough = ({ where, element }: Located, { desk }: Place): void => {
  if (isSet(get(element, 'isRequired'))) {
    desk.notes.leave(where, `“required” of “${stringOf(get(element, 'name')) ?? ''}”`, 'one-is-enough');
  }
};

const matrix: Make = (one, place) => {
  const { element } = one;
  const parts = lines(get(element, 'rows'), place, choicesIn(get(element, 'columns'), place));
  if (typeof parts === 'string' || parts.length === 1) return parts;
  const isEach = isSet(get(element, 'eachRowRequired')) || isSet(get(element, 'isAllRowRequired'));
  if (!isEach) leaveOneIsEnough(one, place);
  return parts.map((part) => ({ ...part, isRequired: isEach }));
};

const multipletext: Make = ({ where, element }, place) => {
  const items = listOf(get(element, 'items'));
  const parts = items.flatMap((item): Part[] => {
    const name = stringOf(get(item, 'name')) ?? 'item';
    const made = textPart({ where, element: item }, place);
    const label = textOf(get(item, 'title'), place.desk) ?? humanised(name);
    const isRequired = isSet(get(item, 'isRequired'));
    return typeof made === 'string'
      ? []
      : made.map((part) => ({
          ...part,
          suffix: part.suffix === undefined ? name : `${name}.${part.suffix}`,
          label: part.label === undefined ? label : `${anyOf(label)} – ${anyOf(part.label)}`,
          isRequired,
          initial: undefined,
        }));
  });
  if (!parts.some(({ isRequired }) => isRequired)) leaveOneIsEnough({ where, element }, place);
  return parts.length > 0 ? parts : 'no-choices';
};

/** More places than these are not asked for. */
const MOST_PLACES = 10;

const ranking: Make = ({ where, element }, place) => {
  const options = choicesOf(element, place);
  if (options.length === 0) return nothingToChoose(element);
  place.desk.notes.leave(where, `ranking “${stringOf(get(element, 'name')) ?? ''}”`, 'ranking-as-places');
  const most = Math.min(options.length, MOST_PLACES, countOf(get(element, 'maxSelectedChoices'), 1) ?? MOST_PLACES);
  return Array.from({ length: most }, (_, index): Part => ({
    ...oneOf(options, false),
    suffix: String(index + 1),
    label: `${place.words.place} ${index + 1}`,
    initial: undefined,
  }));
};

const file: Make = ({ element }) => [
  {
    type: 'file',
    initial: undefined,
    settings: defined({
      accept: acceptOf(get(element, 'acceptedTypes')),
      maxFiles: isSet(get(element, 'allowMultiple')) ? countOf(get(element, 'maxFiles'), 1) : 1,
      maxBytes: bytesOf(get(element, 'maxSize')),
    }),
  },
];

const comment: Make = (one, place) => {
  const { element } = one;
  const rows = countOf(get(element, 'rows'), 1);
  const { settings } = validatorsOf(one, place);
  const lengths = {
    minLength: settings['minLength'],
    maxLength: countOf(get(element, 'maxLength'), 1) ?? settings['maxLength'],
  };
  return [
    { type: 'textarea', settings: defined({ ...lengths, rows: rows === undefined ? undefined : Math.min(rows, 50) }) },
  ];
};

const slider: Make = ({ element }) => [
  {
    type: 'number',
    settings: defined({
      min: numberOf(get(element, 'min')) ?? numberOf(get(element, 'rangeMin')) ?? 0,
      max: numberOf(get(element, 'max')) ?? numberOf(get(element, 'rangeMax')) ?? 100,
      step: numberOf(get(element, 'step')),
    }),
  },
];

const plain =
  (type: FieldType): Make =>
  () => [{ type, ...(type === 'signature' ? { initial: undefined } : {}) }];

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['text', textPart],
  ['comment', comment],
  ['editor', comment],
  ['textarea', comment],
  ['radiogroup', single(true)],
  ['buttongroup', single(true)],
  ['dropdown', single(false)],
  ['select2', single(false)],
  ['autocomplete', single(false)],
  ['checkbox', many],
  ['tagbox', many],
  ['imagepicker', picture],
  ['boolean', boolean],
  ['rating', ({ element }, place) => [{ type: 'radio', options: ratesOf(element, place) }]],
  ['barrating', (one, place) => single(true)(one, place)],
  ['ranking', ranking],
  ['sortablelist', ranking],
  ['matrix', matrix],
  ['multipletext', multipletext],
  ['file', file],
  ['signaturepad', plain('signature')],
  ['datepicker', plain('date')],
  ['nouislider', slider],
  ['bootstrapslider', slider],
  ['slider', slider],
]);

/** The standard type for each likeness. */
const STANDARD: Readonly<Partial<Record<Likeness, string>>> = {
  radio: 'radiogroup',
  checkboxes: 'checkbox',
  checkbox: 'checkbox',
  select: 'dropdown',
  date: 'datepicker',
  file: 'file',
  signature: 'signaturepad',
  textarea: 'comment',
  text: 'text',
};

const OTHERS: Readonly<Partial<Record<Likeness, (place: Place) => readonly Part[]>>> = {
  'yes-no': ({ words }) => [yesOrNoPart(words)],
  'date-time': ({ words }) => dateAndTime(words),
  time: () => [{ type: 'time' }],
  email: () => [{ type: 'email' }],
  tel: () => [{ type: 'tel' }],
  address: () => [{ type: 'address', initial: undefined }],
  number: () => [{ type: 'number' }],
};

const likePart = (one: Located, place: Place, likeness: Likeness | undefined): Parts => {
  const other = likeness && OTHERS[likeness]?.(place);
  if (other) return other;
  const hasChoices = choicesIn(get(one.element, 'choices'), place).length > 0;
  const standard = (likeness && STANDARD[likeness]) ?? (hasChoices ? 'dropdown' : '');
  return makers.get(standard)?.(one, place) ?? 'unknown-type';
};

/** What a type that is not standard becomes, by its name or by its choices. */
const custom: Make = (one, place) => {
  const { element, where } = one;
  const type = stringOf(get(element, 'type')) ?? '';
  const parts = likePart(one, place, likenessOf(type));
  if (typeof parts !== 'string') {
    const name = stringOf(get(element, 'name')) ?? '';
    place.desk.notes.leave(where, `type “${type}” of “${name}”`, 'custom-type');
    const isAddress = parts.some((part) => part.type === 'address');
    if (isAddress) place.desk.notes.leave(where, `countries of “${name}”`, 'country-default');
  }
  return parts;
};

/** The fields that an element becomes, or why there are none. */
export const partsOf = (one: Located, place: Place): Parts =>
  (makers.get((stringOf(get(one.element, 'type')) ?? 'text').toLowerCase()) ?? custom)(one, place);
