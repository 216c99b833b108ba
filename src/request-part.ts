import { html } from 'lit';
import { config } from 'zod/mini';
import { copyEffects, withCopies } from './controller/effects/copying.js';
import { follow } from './controller/effects/follow.js';
import { beginAnew, draftEffects, forgetGuestDraft } from './controller/effects/draft.js';
import { keepAtOnce } from './controller/effects/keeping.js';
import { flushOutbox } from './controller/effects/outbox.js';
import { followLink } from './controller/effects/links.js';
import { leaveTabs, listenToTabs } from './controller/effects/tabs.js';
import { enter, open, requestEffects } from './controller/effects/requests.js';
import { signOutEffects } from './controller/effects/sign-out.js';
import { submitEffects } from './controller/effects/submit.js';
import { moreEffects } from './controller/effects/more.js';
import { retryUploads, uploadEffects } from './controller/effects/upload.js';
import { createRequestActions } from './controller/request-actions.js';
import type { RequestPart } from './controller/request-part.js';
import { keepingLine, keptNotices } from './fragments/keeping.js';
import { issueSummary } from './fragments/issue-summary.js';
import { loadLint } from './load-lint.js';
import { loadPictures } from './load-pictures.js';
import { parseConfig } from './rules/index.js';
import { reduce } from './state/reduce.js';
import type { RequestState } from './state/request-state.js';
import { deriveView } from './state/request-view.js';
import { renderStep, stepElements } from './steps/registry.js';
import { field } from './styles/field.js';
import { steps } from './styles/steps.js';

config({ jitless: true }); // a strict CSP would report the attempt to compile schemas

for (const [tag, element] of Object.entries(stepElements)) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** The request is not to be changed now, or is sent from the device that handed it over. */
const hides = ({ isElsewhere, conflict, handover, step }: RequestState): boolean =>
  isElsewhere || conflict !== undefined || (handover === 'open' && step === 'submit');

/** Everything that is not needed to sign in. */
export const requestPart: RequestPart = {
  parseConfig,
  reduce,
  deriveView,
  effects: [draftEffects, copyEffects, moreEffects, requestEffects, signOutEffects, submitEffects, uploadEffects],
  createActions: createRequestActions,
  beginAnew,
  follow,
  open,
  enter,
  forgetGuestDraft,
  keepAtOnce,
  online: async (core) => {
    await Promise.all([retryUploads(core), flushOutbox(core), withCopies(core, (copies) => copies.push())]);
  },
  followLink,
  present: (core, isPresent) => {
    (isPresent ? listenToTabs : leaveTabs)(core);
  },
  loadLint,
  loadPictures,
  renderStep: (snapshot, actions, step) =>
    html`${keptNotices(snapshot, actions)} ${issueSummary(snapshot, actions)}
    ${step === 'sign-in' || hides(snapshot.state) ? '' : renderStep(step)} ${keepingLine(snapshot, actions)}`,
  styles: [field, steps],
};
