import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { Step } from '../state/request-state.js';

const isReachable = ({ state }: Snapshot, step: Step, index: number, current: number): boolean =>
  index < current && !state.receipt && !(step === 'sign-in' && state.customer !== undefined);

const item = (snapshot: Snapshot, actions: Actions, step: Step, index: number): TemplateResult => {
  const { view, state, words } = snapshot;
  const current = view.steps.findIndex((one) => one === state.step);
  const label = html`<span class="step-number" aria-hidden="true">${index + 1}</span
    ><span class="step-name">${words.message(`step.${step}`)}</span>`;
  const done = html`<span class="visually-hidden">(${words.message('step.done')})</span>`;
  const content = isReachable(snapshot, step, index, current)
    ? html`<button type="button" class="step-link" @click=${() => void actions.goTo(step)}>${label} ${done}</button>`
    : html`<span class="step-link">${label} ${index < current ? done : nothing}</span>`;
  return html`<li
    class="step"
    part=${index === current ? 'step step-current' : 'step'}
    aria-current=${index === current ? 'step' : nothing}
    ?data-done=${index < current}
  >
    ${content}
  </li>`;
};

/** The steps of this request in order, with the current one marked; the earlier ones lead back. */
export const stepper = (snapshot: Snapshot, actions: Actions): TemplateResult =>
  html`<nav class="stepper" part="stepper" aria-label=${snapshot.words.message('step.list')}>
    <ol>
      ${snapshot.view.steps.map((step, index) => item(snapshot, actions, step, index))}
    </ol>
  </nav>`;
