import type { DraftOption } from '../draft.js';
import { get, listOf, stringOf, wordOf } from '../json.js';
import { textOf } from '../texts.js';
import type { Located, Place } from './place.js';

/** Choices as Form.io writes them: values with labels, or a list of plain values. */
export const choicesIn = (list: unknown, place: Place, valueKey = 'value'): DraftOption[] =>
  listOf(list).flatMap((one) => {
    const value = wordOf(one) ?? wordOf(get(one, valueKey)) ?? wordOf(get(one, 'id')) ?? wordOf(get(one, 'label'));
    const label = textOf(get(one, 'label') ?? get(one, 'name') ?? get(one, 'text') ?? get(one, 'title'), place.desk);
    return value === undefined || value === '' ? [] : [{ value, label: label ?? value }];
  });

/** The list in `data.json`, which may be written as a text. */
const jsonList = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
};

const templateKey = (component: unknown): string | undefined =>
  /\{\{\s*item\.([\w$]+)\s*\}\}/.exec(stringOf(get(component, 'template')) ?? '')?.[1];

/** The choices of a select that has them itself. */
export const selectChoices = ({ component }: Located, place: Place): DraftOption[] => {
  const source = stringOf(get(component, 'dataSrc')) ?? 'values';
  if (source === 'values') return choicesIn(get(component, 'data', 'values') ?? get(component, 'values'), place);
  if (source !== 'json') return [];
  const labelKey = templateKey(component);
  const list = listOf(jsonList(get(component, 'data', 'json'))).map((one) =>
    labelKey !== undefined && get(one, labelKey) !== undefined
      ? {
          value: get(one, stringOf(get(component, 'valueProperty')) ?? 'value') ?? get(one, labelKey),
          label: get(one, labelKey),
        }
      : one,
  );
  return choicesIn(list, place, stringOf(get(component, 'valueProperty')));
};

/** Whether the choices come from somewhere else. */
export const isElsewhere = (component: unknown): boolean =>
  !['values', 'json', undefined].includes(stringOf(get(component, 'dataSrc')) ?? undefined);
