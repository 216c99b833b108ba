import type { Step } from '../state/request-state.js';
import { isAnswered } from '../rules/index.js';
import type { Core } from './core.js';
import { begin, forgetAll, givenBySite, hold, restore, share, takeOver } from './effects/draft.js';
import { removeCopies } from './effects/copying.js';
import { keep } from './effects/keeping.js';
import { askForOptions } from './effects/options.js';
import { askForRequests } from './effects/requests.js';
import { loadMore } from './effects/more.js';
import { submit } from './effects/submit.js';
import { addFiles } from './effects/upload.js';
import { arrived, goTo } from './navigation.js';
import type { RequestActions } from './request-part.js';

const startRequest = async (core: Core, requestType: string): Promise<void> => {
  await core.outside().entering;
  const { config, customer, guest, requestType: current, receipt } = core.state();
  const isOffered = config?.requestTypes.some((type) => type.id === requestType);
  if (!isOffered || !(customer || guest)) {
    console.warn(`portal-request-form: a request of type "${requestType}" cannot be started now.`);
    return;
  }
  if (current === requestType && !receipt) await goTo(core, core.view().steps.find(isRequestStep) ?? 'submit');
  else await begin(core, requestType);
};

const isRequestStep = (step: Step): boolean => step !== 'sign-in' && step !== 'start';

const continueDraft = async (core: Core, requestType: string, key?: string): Promise<void> => {
  const draft = core.state().drafts.find((one) => (key ? one.key === key : one.requestType === requestType));
  await (draft ? restore(core, draft) : startRequest(core, requestType));
};

const startOver = async (core: Core): Promise<void> => {
  const { step, deepLink, customer, guest, config } = core.state();
  if (!config) return core.send({ type: 'load' });
  await core.send({ type: 'started-over' });
  const isKnown = customer !== undefined || guest;
  if (deepLink && isKnown) return begin(core, deepLink);
  await core.send({ type: 'moved', step: isKnown ? 'start' : 'sign-in' });
  await arrived(core, step);
  askForRequests(core);
};

const reset = async (core: Core): Promise<void> => {
  const { requestType, key, receipt } = core.state();
  if (requestType && key && !receipt) await core.send({ type: 'draft-discarded', requestType, key });
  await startOver(core);
};

/** Whether this device has something of the customer that was not sent. */
const hasUnsent = (core: Core): boolean => {
  const { requestType, receipt, drafts } = core.state();
  return drafts.length > 0 || (requestType !== undefined && !receipt);
};

/** What was not sent stays on this device, or goes from it; the customer is asked which. */
const signOut = async (core: Core, forgets?: boolean): Promise<void> => {
  if (hasUnsent(core)) {
    if (forgets === undefined) {
      await core.send({ type: 'sign-out-asked', isAsked: true });
      return core.host.focusOn('question');
    }
    await (forgets ? Promise.all([forgetAll(core), removeCopies(core)]) : keep(core));
    await core.send({ type: 'sign-out-asked', isAsked: false });
  }
  await core.send({ type: 'sign-out' });
};

const prefill = async (core: Core): Promise<void> => {
  for (const [field, answer] of await givenBySite(core, core.view().type)) {
    const isEmpty = !isAnswered(core.state().answers.get(field));
    if (isEmpty) await core.send({ type: 'answered', field, answer, isPrefill: true });
  }
};

/** The actions that come with the request part. */
export const createRequestActions = (core: Core): RequestActions => ({
  addFiles: (pointer, files, limits) => addFiles(core, pointer, files, limits),
  loadMore: () => loadMore(core),
  options: (query, signal) => askForOptions(core, query, signal),
  start: (requestType) => startRequest(core, requestType),
  continueDraft: (requestType, key) => continueDraft(core, requestType, key),
  takeOver: () => takeOver(core),
  share: (isShared) => share(core, isShared),
  hold: () => hold(core),
  forgetDrafts: () => forgetAll(core),
  signOut: (forgets) => signOut(core, forgets),
  submit: () => submit(core),
  startOver: () => startOver(core),
  reset: () => reset(core),
  prefill: () => prefill(core),
});
