import type { CSSResult, TemplateResult } from 'lit';
import type { Read as Portal } from '../api/portal-client.js';
import type { parseConfig } from '../rules/index.js';
import type { reduce } from '../state/reduce.js';
import type { Earlier } from '../state/request-events.js';
import type { RequestState, Step } from '../state/request-state.js';
import type { View } from '../state/view.js';
import type { Actions } from './actions.js';
import type { Snapshot } from './contexts.js';
import type { Core, Effects } from './core.js';
import type { Pictures } from './pending-files.js';

/** Actions that need the rules or the device: they come with the request part. */
export type RequestActions = Pick<
  Actions,
  | 'addFiles'
  | 'loadMore'
  | 'options'
  | 'start'
  | 'continueDraft'
  | 'takeOver'
  | 'share'
  | 'hold'
  | 'forgetDrafts'
  | 'signOut'
  | 'submit'
  | 'startOver'
  | 'reset'
  | 'prefill'
>;

/**
 * Everything that is not needed to sign in: the contract's schemas, the rules, the fields and the steps of a request.
 * It is a chunk of its own, loaded while the customer signs in.
 */
export interface RequestPart {
  readonly parseConfig: typeof parseConfig;
  readonly reduce: typeof reduce;
  readonly deriveView: (state: RequestState, now: Date) => View;
  readonly effects: readonly Effects[];
  readonly createActions: (core: Core) => RequestActions;
  readonly open: (core: Core, isReload: boolean) => Promise<void>;
  /** Keeps what the portal says for the next visit, and shows it where it is not what the form was shown from. */
  readonly follow: (core: Core, raw: unknown, asked: Promise<Portal>) => Promise<void>;
  /** Starts a request of this type in place of one that is under way, with the answers of an earlier one. */
  readonly beginAnew: (core: Core, requestType: string, earlier?: Earlier) => Promise<void>;
  /** A guest who signs in takes the request along; this device keeps it for the customer only. */
  readonly forgetGuestDraft: (core: Core, requestType: string) => Promise<void>;
  readonly enter: (core: Core) => Promise<void>;
  /** There is a connection again: sends what waits for one. */
  readonly online: (core: Core) => Promise<void>;
  /** The element is on a page, or is taken from it. */
  readonly present: (core: Core, isPresent: boolean) => void;
  /** The page's address has another fragment, which may be a link. */
  readonly followLink: (core: Core) => Promise<void>;
  /** Loads what works on pictures; rejects when the chunk cannot be loaded. */
  readonly loadPictures: () => Promise<Pictures>;
  /** Loads what finds doubts in a configuration; rejects when the chunk cannot be loaded. */
  readonly loadLint: () => Promise<typeof import('../rules/lint-config.js')>;
  readonly keepAtOnce: (core: Core) => void;
  readonly renderStep: (snapshot: Snapshot, actions: Actions, step: Step) => TemplateResult;
  readonly styles: readonly CSSResult[];
}
