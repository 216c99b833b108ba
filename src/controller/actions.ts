import type { Guest, SignIn } from '../contract/index.js';
import type { ItemEntry, Step } from '../state/request-state.js';
import type { Core } from './core.js';
import { isAnswered } from '../state/submission.js';
import { begin, restore } from './effects/draft.js';
import { offeredType } from './effects/load.js';
import { submit } from './effects/submit.js';
import { addFiles, type FileLimits } from './effects/upload.js';
import { arrived, back, goTo, next } from './navigation.js';

/** Everything that a view or the host page can ask for. Each settles when the step that follows is shown. */
export interface Actions {
  answer(field: string, answer: unknown): Promise<void>;
  /** The customer left the control at this pointer: its issues may be shown from now on. */
  leave(pointer: string): Promise<void>;
  check(item: string, entry: ItemEntry): Promise<void>;
  /** Accepts this version of a term, or takes that back. */
  accept(term: string, version: string | undefined): Promise<void>;
  contact(contact: Partial<Guest>): Promise<void>;
  addFiles(pointer: string, files: readonly File[], limits: FileLimits): Promise<void>;
  removeUpload(id: string): Promise<void>;
  removeFile(pointer: string, attachment: string): Promise<void>;
  signIn(credentials: SignIn): Promise<void>;
  forgetCode(): Promise<void>;
  resetPassword(email: string): Promise<void>;
  continueAsGuest(): Promise<void>;
  signOut(): Promise<void>;
  showRequests(cursor: string | undefined): Promise<void>;
  start(requestType: string): Promise<void>;
  continueDraft(requestType: string): Promise<void>;
  discardDraft(requestType: string): Promise<void>;
  next(): Promise<void>;
  back(): Promise<void>;
  goTo(step: Step): Promise<void>;
  /** Goes back to a step to change something, and returns to the review after it. */
  change(step: Step): Promise<void>;
  focusOn(pointer: string): Promise<void>;
  submit(): Promise<void>;
  retry(): Promise<void>;
  startOver(): Promise<void>;
  /** Forgets the request that is under way, its draft too, and starts over. */
  reset(): Promise<void>;
  /** The host page asks for another request type while the portal is shown. */
  deepLink(requestType: string | undefined): Promise<void>;
  /** The host page gave initial answers after the request was started: they fill what is still empty. */
  prefill(answers: Readonly<Record<string, unknown>>): Promise<void>;
}

const startRequest = async (core: Core, requestType: string): Promise<void> => {
  const { config, customer, guest, requestType: current, receipt } = core.state();
  const isOffered = config?.requestTypes.some((type) => type.id === requestType);
  if (!isOffered || !(customer || guest)) {
    return console.warn(`portal-request-form: a request of type "${requestType}" cannot be started now.`);
  }
  if (current === requestType && !receipt) await goTo(core, core.view().steps.find(isRequestStep) ?? 'submit');
  else await begin(core, requestType);
};

const isRequestStep = (step: Step): boolean => step !== 'sign-in' && step !== 'start';

const continueDraft = async (core: Core, requestType: string): Promise<void> => {
  const draft = core.state().drafts.find((one) => one.requestType === requestType);
  await (draft ? restore(core, draft) : startRequest(core, requestType));
};

const startOver = async (core: Core): Promise<void> => {
  const { step, deepLink, customer, guest } = core.state();
  await core.send({ type: 'started-over' });
  const isKnown = customer !== undefined || guest;
  if (deepLink && isKnown) return begin(core, deepLink);
  await core.send({ type: 'moved', step: isKnown ? 'start' : 'sign-in' });
  await arrived(core, step);
  if (customer && !core.state().requests) await core.send({ type: 'requests-wanted' });
};

const reset = async (core: Core): Promise<void> => {
  const { requestType, receipt } = core.state();
  if (requestType && !receipt) await core.send({ type: 'draft-discarded', requestType });
  await startOver(core);
};

const deepLink = async (core: Core, requestType: string | undefined): Promise<void> => {
  const { config } = core.state();
  if (config) await core.send({ type: 'deep-linked', requestType: offeredType(config, requestType) });
};

const prefill = async (core: Core, answers: Readonly<Record<string, unknown>>): Promise<void> => {
  const fields = core.view().type?.sections.flatMap((section) => section.fields) ?? [];
  const given = new Map(Object.entries(answers));
  for (const { id, type } of fields) {
    const isEmpty = type !== 'note' && !isAnswered(core.state().answers.get(id));
    if (isEmpty && given.has(id)) await core.send({ type: 'answered', field: id, answer: given.get(id) });
  }
};

/** The actions on one core; the object stays the same for the life of the element. */
export const createActions = (core: Core): Actions => ({
  answer: (field, answer) => core.send({ type: 'answered', field, answer }),
  leave: (pointer) => core.send({ type: 'left', pointer }),
  check: (item, entry) => core.send({ type: 'checked', item, entry }),
  accept: (term, version) => core.send({ type: 'accepted', term, version }),
  contact: (contact) => core.send({ type: 'contacted', contact }),
  addFiles: (pointer, files, limits) => addFiles(core, pointer, files, limits),
  removeUpload: (id) => core.send({ type: 'upload-removed', id }),
  removeFile: (pointer, attachment) => core.send({ type: 'attachment-removed', pointer, attachment }),
  signIn: (credentials) => core.send({ type: 'sign-in', credentials }),
  forgetCode: () => core.send({ type: 'code-forgotten' }),
  resetPassword: (email) => core.send({ type: 'reset', email }),
  continueAsGuest: () => core.send({ type: 'guest-chosen' }),
  signOut: () => core.send({ type: 'sign-out' }),
  showRequests: (cursor) => core.send({ type: 'requests-wanted', cursor }),
  start: (requestType) => startRequest(core, requestType),
  continueDraft: (requestType) => continueDraft(core, requestType),
  discardDraft: (requestType) => core.send({ type: 'draft-discarded', requestType }),
  next: () => next(core),
  back: () => back(core),
  goTo: (step) => goTo(core, step),
  change: (step) => goTo(core, step, 'submit'),
  focusOn: (pointer) => core.host.focusOn({ pointer }),
  submit: () => submit(core),
  retry: () => core.send({ type: 'retry' }),
  startOver: () => startOver(core),
  reset: () => reset(core),
  deepLink: (requestType) => deepLink(core, requestType),
  prefill: (answers) => prefill(core, answers),
});
