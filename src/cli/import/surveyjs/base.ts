import type { Text } from '../../../contract/index.js';
import type { Clause } from '../condition.js';
import { defined, get, isSet, listOf, step, stringOf } from '../json.js';
import type { Notes } from '../notes.js';
import type { Base } from '../part.js';
import type { Reason } from '../reasons.js';
import { anyOf, humanised, joined, textOf } from '../texts.js';
import { fromExpression } from './expression.js';
import type { Located, Place } from './place.js';

const TOKEN = /^[a-z]+(?:-[a-z0-9]+)*(?: [a-z]+(?:-[a-z0-9]+)*)*$/;

const clauses = (element: unknown, name: string, where: string): Clause[] => {
  const source = stringOf(get(element, name));
  return source === undefined ? [] : [{ where: `${where}/${name}`, source, condition: fromExpression(source) }];
};

/** When an element is shown, as it says itself. */
export const shownWhen = (element: unknown, where: string, shownBy: Place['shownBy']): Clause[] => {
  const apart = shownBy.get(nameOf(element));
  return [...clauses(element, 'visibleIf', where), ...(apart ? [apart] : [])];
};

const helpOf = (element: unknown, { desk }: Place): Text | undefined =>
  textOf(get(element, 'description'), desk) ?? textOf(get(element, 'placeholder') ?? get(element, 'placeHolder'), desk);

export const nameOf = (element: unknown): string => {
  const name = get(element, 'valueName') ?? get(element, 'name') ?? get(element, 'value');
  return stringOf(name) ?? (typeof name === 'number' ? String(name) : 'question');
};

/** What people read; the name stands in for a title that is not there. */
export const titleOf = (element: unknown, { desk }: Place): Text => {
  const name = nameOf(element);
  const title = textOf(get(element, 'title') ?? get(element, 'text'), desk);
  return title ?? (/\s/.test(name) ? name : humanised(name));
};

/** What an element has whatever its type. */
export const baseOf = ({ where, element }: Located, place: Place): Base => {
  const own = titleOf(element, place);
  const autocomplete = stringOf(get(element, 'autocomplete'));
  return {
    where,
    key: place.prefix + nameOf(element),
    label: place.title === undefined ? own : joined(place.title, ' – ', own),
    help: helpOf(element, place),
    isRequired: isSet(get(element, 'isRequired')),
    requiredWhen: clauses(element, 'requiredIf', where)[0],
    visibleWhen: [...place.visibleWhen, ...shownWhen(element, where, place.shownBy)],
    initial: get(element, 'defaultValue'),
    settings: defined({
      readOnly: isSet(get(element, 'readOnly')) || undefined,
      autocomplete: autocomplete !== undefined && TOKEN.test(autocomplete) ? autocomplete : undefined,
    }),
  };
};

/** Settings without a counterpart that change what is asked or answered. */
const SETTINGS: readonly (readonly [string, Reason])[] = [
  ['enableIf', 'condition'],
  ['choicesVisibleIf', 'condition-of-choice'],
  ['choicesEnableIf', 'condition-of-choice'],
  ['rowsVisibleIf', 'condition-of-choice'],
  ['columnsVisibleIf', 'condition-of-choice'],
  ['resetValueIf', 'condition'],
  ['setValueIf', 'calculated'],
  ['setValueExpression', 'calculated'],
  ['defaultValueExpression', 'default-worked-out'],
  ['correctAnswer', 'check-unknown'],
];

const leaveOfChoices = (element: unknown, where: string, name: string, notes: Notes): void => {
  for (const [index, choice] of listOf(get(element, 'choices')).entries()) {
    const condition = stringOf(get(choice, 'visibleIf')) ?? stringOf(get(choice, 'enableIf'));
    if (condition !== undefined) {
      notes.leave(
        `${where}/choices${step(index)}`,
        `condition ${condition} of a choice of “${name}”`,
        'condition-of-choice',
      );
    }
  }
};

/** Notes the settings of an element that are not carried over. */
export const leaveSettings = ({ where, element }: Located, { notes }: { readonly notes: Notes }, label: Text): void => {
  const name = anyOf(label);
  for (const [setting, reason] of SETTINGS) {
    if (stringOf(get(element, setting)) !== undefined)
      notes.leave(`${where}/${setting}`, `“${setting}” of “${name}”`, reason);
  }
  leaveOfChoices(element, where, name, notes);
  if (/\{[^{}]+\}/.test(name)) notes.leave(where, `title “${name}”`, 'piped-text');
};
