import type { OptionQuery } from '../api/options-client.js';
import type { Guest, OptionPage, SignIn } from '../contract/index.js';
import type { ItemEntry, Step, StoredDraft } from '../state/request-state.js';
import type { Core } from './core.js';
import type { MoreActions } from './more-part.js';
import type { RequestActions } from './request-part.js';
import { offeredType } from './effects/load.js';
import { back, goTo, next } from './navigation.js';
import type { FileLimits } from './pending-files.js';

/** Everything that a view or the host page can ask for. Each settles when the step that follows is shown. */
export interface Actions {
  /** Makes the next answer of a field from the one of the moment. */
  change(field: string, make: (answer: unknown) => unknown): Promise<void>;
  /** The customer left the control at this pointer: its issues may be shown from now on. */
  leave(pointer: string): Promise<void>;
  check(item: string, entry: ItemEntry): Promise<void>;
  /** Accepts this version of a term, or takes that back. */
  accept(term: string, version: string | undefined): Promise<void>;
  contact(contact: Partial<Guest>): Promise<void>;
  addFiles(pointer: string, files: readonly File[], limits: FileLimits): Promise<void>;
  removeUpload(id: string): Promise<void>;
  /** The small picture of a file on its way, or of one that was sent in this visit, if there is one yet. */
  thumbnail(id: string): ImageBitmap | undefined;
  /** Sends a file again that did not arrive. */
  retryUpload(id: string): Promise<void>;
  removeFile(pointer: string, attachment: string): Promise<void>;
  signIn(credentials: SignIn): Promise<void>;
  forgetCode(): Promise<void>;
  resetPassword(email: string): Promise<void>;
  continueAsGuest(): Promise<void>;
  /** Asks first when something was not sent, unless it is said whether this device forgets that. */
  signOut(forgets?: boolean): Promise<void>;
  staySignedIn(): Promise<void>;
  showRequests(cursor: string | undefined): Promise<void>;
  start(requestType: string): Promise<void>;
  /** Goes on with the request of this type that is under way, or with its draft; with the draft of this key, if one is given. */
  continueDraft(requestType: string, key?: string): Promise<void>;
  discardDraft(draft: Pick<StoredDraft, 'requestType' | 'key'>): Promise<void>;
  /** Takes over a request that another visit on this device has. */
  takeOver(): Promise<void>;
  /** Whether others use this device too; then nothing is kept on it. */
  share(isShared: boolean): Promise<void>;
  /** The host page wants nothing kept from now on: what is kept of this customer goes. */
  forgetDrafts(): Promise<void>;
  /** Does not send by itself any more. */
  hold(): Promise<void>;
  next(): Promise<void>;
  back(): Promise<void>;
  goTo(step: Step): Promise<void>;
  /** Goes back to a step to change something, and returns to the review after it. */
  revise(step: Step): Promise<void>;
  focusOn(pointer: string): Promise<void>;
  /** Another try to load the fields that could not be loaded. */
  loadMore(): Promise<void>;
  /** The choices that live in the back office; rejects with a `Failure`, or an `AbortError`. */
  options(query: OptionQuery, signal: AbortSignal): Promise<OptionPage>;
  /** What few customers do; rejects when that part cannot be loaded. */
  more(): Promise<MoreActions>;
  submit(): Promise<void>;
  /** Does not send by itself once every file has arrived. */
  stopWaiting(): Promise<void>;
  retry(): Promise<void>;
  startOver(): Promise<void>;
  /** Forgets the request that is under way, its draft too, and starts over. */
  reset(): Promise<void>;
  /** The host page asks for another request type while the portal is shown. */
  deepLink(requestType: string | undefined): Promise<void>;
  /** The host page gave initial answers: in a request that was started already they fill what is still empty. */
  prefill(): Promise<void>;
}

const deepLink = async (core: Core, requestType: string | undefined): Promise<void> => {
  const { config } = core.state();
  if (config) await core.send({ type: 'deep-linked', requestType: offeredType(config, requestType) });
};

/** The actions on one core; the object stays the same for the life of the element. */
export const createActions = (core: Core): Actions => {
  const later = async <N extends keyof RequestActions>(
    name: N,
    ...given: Parameters<RequestActions[N]>
  ): Promise<Awaited<ReturnType<RequestActions[N]>>> => {
    const act = (await core.part()).createActions(core)[name] as (
      ...given: Parameters<RequestActions[N]>
    ) => ReturnType<RequestActions[N]>;
    return await act(...given);
  };
  return {
    change: (field, make) => core.send({ type: 'answered', field, answer: make(core.state().answers.get(field)) }),
    leave: (pointer) => core.send({ type: 'left', pointer }),
    check: (item, entry) => core.send({ type: 'checked', item, entry }),
    accept: (term, version) => core.send({ type: 'accepted', term, version }),
    contact: (contact) => core.send({ type: 'contacted', contact }),
    addFiles: (pointer, files, limits) => later('addFiles', pointer, files, limits),
    thumbnail: (id) => core.outside().thumbnails.get(id),
    retryUpload: (id) => core.send({ type: 'upload-retried', id }),
    removeUpload: (id) => core.send({ type: 'upload-removed', id }),
    removeFile: (pointer, attachment) => core.send({ type: 'attachment-removed', pointer, attachment }),
    signIn: async (credentials) => {
      const isBusy = core.state().activity === 'sign-in' || core.state().activity === 'code';
      if (!isBusy) await core.send({ type: 'sign-in', credentials });
    },
    forgetCode: () => core.send({ type: 'code-forgotten' }),
    resetPassword: (email) => core.send({ type: 'reset', email }),
    continueAsGuest: () => core.send({ type: 'guest-chosen' }),
    signOut: (forgets) => later('signOut', forgets),
    staySignedIn: () => core.send({ type: 'sign-out-asked', isAsked: false }),
    showRequests: (cursor) => core.send({ type: 'requests-wanted', cursor }),
    start: (requestType) => later('start', requestType),
    continueDraft: (requestType, key) => later('continueDraft', requestType, key),
    discardDraft: ({ requestType, key }) => core.send({ type: 'draft-discarded', requestType, key }),
    takeOver: () => later('takeOver'),
    share: (isShared) => later('share', isShared),
    forgetDrafts: async () => {
      if (core.outside().drafts) await later('forgetDrafts');
    },
    hold: () => later('hold'),
    next: () => next(core),
    back: () => back(core),
    goTo: (step) => goTo(core, step),
    revise: (step) => goTo(core, step, 'submit'),
    focusOn: (pointer) => core.host.focusOn({ pointer }),
    loadMore: () => later('loadMore'),
    options: (query, signal) => later('options', query, signal),
    more: async () => (await core.host.loadMorePart()).createActions(core),
    submit: () => later('submit'),
    stopWaiting: () => core.send({ type: 'files-awaited', isAwaited: false }),
    retry: () => core.send({ type: 'retry' }),
    startOver: () => later('startOver'),
    reset: () => later('reset'),
    deepLink: (requestType) => deepLink(core, requestType),
    prefill: async () => {
      if (core.state().requestType) await later('prefill');
    },
  };
};
