import type { Translator } from '../i18n/translate.js';
import type { RequestState } from '../state/request-state.js';
import type { View } from '../state/view.js';
import type { MoreFields } from './field-types.js';

/** What every view renders from: the state, what follows from it, and the language. */
export interface Snapshot {
  readonly state: RequestState;
  readonly view: View;
  readonly words: Translator;
  /** The rarer fields, once they are loaded. */
  readonly more?: MoreFields;
}
