import { createContext } from '@lit/context';
import type { Translator } from '../i18n/translate.js';
import type { RequestState } from '../state/request-state.js';
import type { View } from '../state/view.js';
import type { Actions } from './actions.js';
import type { MoreFields } from './field-types.js';

/** What every view renders from: the state, what follows from it, and the language. */
export interface Snapshot {
  readonly state: RequestState;
  readonly view: View;
  readonly words: Translator;
  /** The rarer fields, once they are loaded. */
  readonly more?: MoreFields;
}

export const snapshotContext = createContext<Snapshot>(Symbol('portal-request-form snapshot'));
/** The actions are one object for the life of the element, so that handing them down never renders anything. */
export const actionsContext = createContext<Actions>(Symbol('portal-request-form actions'));
