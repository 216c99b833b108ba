import type { Text } from '../../../contract/index.js';
import { defined, get, isSet, stringOf } from '../json.js';
import type { Base } from '../part.js';
import { humanised, joined, textOf } from '../texts.js';
import { logicOf, shownWhen } from './conditions.js';
import type { Located, Place } from './place.js';

const TOKEN = /^[a-z]+(?:-[a-z0-9]+)*(?: [a-z]+(?:-[a-z0-9]+)*)*$/;

/** Help is what stands under the question, or behind its question mark; with neither, the example in the box. */
const helpOf = (component: unknown, place: Place): Text | undefined => {
  const [description, tooltip, placeholder] = ['description', 'tooltip', 'placeholder'].map((name) =>
    textOf(get(component, name), place.desk),
  );
  if (description !== undefined && tooltip !== undefined && description !== tooltip)
    return joined(description, ' ', tooltip);
  return description ?? tooltip ?? placeholder;
};

/** What a component has whatever its type. */
export const baseOf = ({ where, component }: Located, key: string, place: Place): Base => {
  const { visibleWhen, requiredWhen, others } = logicOf(component, where);
  for (const at of others) place.desk.notes.leave(at, `action of “${key}”`, 'logic');
  const autocomplete = stringOf(get(component, 'autocomplete'));
  return {
    where,
    key,
    label: textOf(get(component, 'label'), place.desk) ?? humanised(stringOf(get(component, 'key')) ?? ''),
    help: helpOf(component, place),
    isRequired: isSet(get(component, 'validate', 'required')) || isSet(get(component, 'fields', 'day', 'required')),
    requiredWhen,
    visibleWhen: [...place.visibleWhen, ...shownWhen(component, where), ...visibleWhen],
    initial: get(component, 'defaultValue'),
    settings: defined({
      readOnly: isSet(get(component, 'disabled')) || undefined,
      autocomplete: autocomplete !== undefined && TOKEN.test(autocomplete) ? autocomplete : undefined,
    }),
  };
};
