import type { DraftOption } from '../draft.js';
import { countOf, defined, get, isObject, isSet, listOf, numberOf, stringOf, wordOf } from '../json.js';
import { textOf } from '../texts.js';
import type { Place } from './place.js';

/** A choice is written as a value, or as an object with a value and maybe a text. */
export const choicesIn = (list: unknown, { desk }: Place): DraftOption[] =>
  listOf(list).flatMap((one) => {
    const value = wordOf(isObject(one) ? (get(one, 'value') ?? get(one, 'name') ?? get(one, 'text')) : one);
    const label = textOf(get(one, 'text') ?? get(one, 'title'), desk);
    return value === undefined || value.trim() === '' ? [] : [{ value, label: label ?? value }];
  });

/** A range of numbers to choose from is no longer than this. */
const LONGEST_RANGE = 200;

const range = (min: number, max: number, by: number): string[] => {
  const count = by > 0 ? Math.min(LONGEST_RANGE, Math.floor((max - min) / by) + 1) : 0;
  return Array.from({ length: Math.max(0, count) }, (_, index) => String(min + index * by));
};

const isOn = (element: unknown, ...names: readonly string[]): boolean =>
  names.some((name) => isSet(get(element, name)));

/** The choice "other", with a text to go with it. */
export const hasOther = (element: unknown): boolean => isOn(element, 'hasOther', 'showOtherItem');

const special = (element: unknown, place: Place): DraftOption[] => {
  const option = (value: string, text: unknown, otherwise: string): DraftOption => ({
    value,
    label: textOf(text, place.desk) ?? otherwise,
  });
  const { words } = place;
  return [
    ...(isOn(element, 'hasNone', 'showNoneItem') ? [option('none', get(element, 'noneText'), words.none)] : []),
    ...(hasOther(element) ? [option('other', get(element, 'otherText'), words.other)] : []),
  ];
};

/** All choices of a question: its own, a range, those of another question, and "none" and "other". */
export const choicesOf = (element: unknown, place: Place): DraftOption[] => {
  const from = stringOf(get(element, 'choicesFromQuestion'));
  const [min, max] = [numberOf(get(element, 'choicesMin')), numberOf(get(element, 'choicesMax'))];
  const numbers =
    max === undefined || !(max > (min ?? 0)) ? [] : range(min ?? 0, max, numberOf(get(element, 'choicesStep')) ?? 1);
  const own = [
    ...choicesIn(get(element, 'choices'), place),
    ...numbers.map((value) => ({ value, label: value })),
    ...(from === undefined ? [] : choicesIn(place.choices.get(from), place)),
  ];
  return own.length === 0 ? [] : [...own, ...special(element, place)];
};

/** The steps of a rating, with what the first and the last one mean. */
export const ratesOf = (element: unknown, place: Place): DraftOption[] => {
  const own = choicesIn(get(element, 'rateValues'), place);
  const min = numberOf(get(element, 'rateMin')) ?? 1;
  const max = numberOf(get(element, 'rateMax')) ?? numberOf(get(element, 'rateCount')) ?? 5;
  const rates =
    own.length > 0
      ? own
      : range(min, max, numberOf(get(element, 'rateStep')) ?? 1).map((value) => ({ value, label: value }));
  const [first, last] = ['minRateDescription', 'maxRateDescription'].map((name) =>
    textOf(get(element, name), place.desk),
  );
  return rates.map(({ value, label }, index) => {
    const meaning = index === 0 ? first : index === rates.length - 1 ? last : undefined;
    return typeof meaning === 'string' && typeof label === 'string'
      ? { value, label: `${label} – ${meaning}` }
      : { value, label };
  });
};

/** Yes and no, under the values that conditions know them by. */
export const yesOrNo = (element: unknown, place: Place): DraftOption[] => {
  const option = (name: string, value: unknown, otherwise: string, isYes: boolean): DraftOption => ({
    value: wordOf(value) ?? String(isYes),
    label: textOf(get(element, name), place.desk) ?? otherwise,
  });
  const { yes, no } = place.words;
  return [
    option('labelTrue', get(element, 'valueTrue'), yes, true),
    option('labelFalse', get(element, 'valueFalse'), no, false),
  ];
};

/** How many have to and may be chosen. */
export const selectedBounds = (element: unknown): Record<string, unknown> => {
  const counted = listOf(get(element, 'validators')).find((one) =>
    /^answercount/i.test(stringOf(get(one, 'type')) ?? ''),
  );
  return defined({
    minSelected: countOf(get(element, 'minSelectedChoices'), 1) ?? countOf(get(counted, 'minCount'), 1),
    maxSelected: countOf(get(element, 'maxSelectedChoices'), 1) ?? countOf(get(counted, 'maxCount'), 1),
  });
};
