import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { Step } from '../state/request-state.js';
import { failureNotice } from './failure-notice.js';
import { header } from './header.js';
import { signInForms } from './sign-in-forms.js';
import { stepHeading } from './step-heading.js';
import { stepper } from './stepper.js';

/** What people see while the portal is loading: the website's own words, or a box of about the right height. */
const loadingFrame = (label: string): TemplateResult =>
  html`<slot name="loading"
    ><slot><div class="skeleton" role="status" aria-label=${label || nothing}></div></slot
  ></slot>`;

/** The portal cannot be shown: why, a way to try again, and the website's own words with the phone number. */
const errorFrame = ({ state, words }: Snapshot, actions: Actions): TemplateResult =>
  html`${failureNotice(state, words, actions)}<slot></slot>`;

/** A step in its frame: who and where, what failed, what is missing, the step itself. */
const stepFrame = (snapshot: Snapshot, actions: Actions, step: Step, content: TemplateResult): TemplateResult => {
  const { state, words } = snapshot;
  if (state.opened)
    return html`${header(snapshot, actions)} ${state.expired ? failureNotice(state, words, actions) : nothing}
      <portal-request .snapshot=${snapshot} .actions=${actions} ?hidden=${state.expired}></portal-request>
      ${state.expired ? signInForms(snapshot, actions) : nothing}`;
  return html`${header(snapshot, actions)} ${stepper(snapshot, actions)} ${stepHeading(snapshot, step)}
    ${failureNotice(state, words, actions)}
    ${state.handover ? html`<portal-handed-over .snapshot=${snapshot} .actions=${actions}></portal-handed-over>` : nothing}
    <div class="body" ?hidden=${state.expired}>${content}</div>
    ${state.expired ? signInForms(snapshot, actions) : nothing}`;
};

/** What the element shows now; `renderStep` gives the step itself. There is no snapshot before the texts are loaded. */
export const frameOf = (
  snapshot: Snapshot | undefined,
  actions: Actions,
  renderStep: (snapshot: Snapshot, step: Step) => TemplateResult,
): TemplateResult => {
  if (!snapshot) return loadingFrame('');
  const { step } = snapshot.state;
  if (step === 'loading') return loadingFrame(snapshot.words.message('loading'));
  return step === 'error'
    ? errorFrame(snapshot, actions)
    : stepFrame(snapshot, actions, step, renderStep(snapshot, step));
};
