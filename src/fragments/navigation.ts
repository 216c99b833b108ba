import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';

/** Back and forward. The forward button submits the step's form, is never disabled, and counts a double click once. */
export const navigation = (
  { words, state }: Snapshot,
  actions: Actions,
  forward: { label: string; isBusy?: boolean; hasBack?: boolean },
): TemplateResult =>
  html`<div class="navigation">
    <button
      type="submit"
      class="button primary"
      part="button button-primary"
      aria-busy=${forward.isBusy ? 'true' : nothing}
    >
      ${forward.label}
    </button>
    ${
      forward.hasBack === false || state.step === 'sign-in'
        ? nothing
        : html`<button type="button" class="button" part="button" @click=${() => void actions.back()}>
            ${words.message('back')}
          </button>`
    }
  </div>`;

/** Handles the submit of a step's form: once for a double click, and never as a navigation of the page. */
export const onSubmit =
  (act: () => Promise<void>) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    void act();
  };
