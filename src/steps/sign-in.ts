import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { signInForms } from '../fragments/sign-in-forms.js';
import { StepElement } from './step-element.js';

const guestWay = ({ words }: Snapshot, actions: Actions): TemplateResult =>
  html`<section class="way">
    <h3>${words.message('sign-in.as-guest')}</h3>
    <p class="hint">${words.message('guest.help')}</p>
    <button type="button" class="button" part="button" @click=${() => void actions.continueAsGuest()}>
      ${words.message('guest')}
    </button>
  </section>`;

/** Who the customer is: with a password, with a code by mail, or a guest. */
export class SignInStep extends StepElement {
  protected override renderStep(snapshot: Snapshot, actions: Actions): TemplateResult {
    const { config } = snapshot.state;
    const welcome = told(snapshot.words, config?.portal.welcome);
    return html`${welcome ? html`<p class="welcome">${welcome}</p>` : nothing}
      <div class="ways">
        ${signInForms(snapshot, actions)} ${config?.access.guests ? guestWay(snapshot, actions) : nothing}
      </div>`;
  }
}
