import type { Text } from '../../../contract/index.js';
import { get, isObject, isSet, stringOf } from '../json.js';
import type { Notes } from '../notes.js';
import type { Reason } from '../reasons.js';
import { anyOf } from '../texts.js';
import type { Located } from './place.js';

const isThere = (value: unknown): boolean =>
  stringOf(value) !== undefined || value === true || (isObject(value) && Object.keys(value).length > 0);

/** Settings without a counterpart that change what is asked or answered; what only changes looks is not among them. */
const SETTINGS: readonly (readonly [readonly string[], Reason])[] = [
  [['validate', 'custom'], 'program'],
  [['validate', 'json'], 'check-unknown'],
  [['validate', 'minWords'], 'check-unknown'],
  [['validate', 'maxWords'], 'check-unknown'],
  [['validate', 'unique'], 'check-unknown'],
  [['unique'], 'check-unknown'],
  [['calculateValue'], 'calculated'],
  [['customDefaultValue'], 'default-worked-out'],
  [['prefix'], 'presentation'],
];

/** Notes the settings of a component that are not carried over. */
export const leaveSettings = ({ where, component }: Located, label: Text, notes: Notes): void => {
  for (const [path, reason] of SETTINGS) {
    const value = get(component, ...path);
    if (isThere(value))
      notes.leave(`${where}/${path.join('/')}`, `“${path.at(-1) ?? ''}” of “${anyOf(label)}”`, reason);
  }
  const isRich =
    isSet(get(component, 'wysiwyg')) || ['ckeditor', 'quill'].includes(stringOf(get(component, 'editor')) ?? '');
  if (isRich) notes.leave(where, `rich text of “${anyOf(label)}”`, 'presentation');
};
