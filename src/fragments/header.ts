import { told } from './told.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { isSafeLink } from './safe-link.js';

const signOut = ({ state, words }: Snapshot, actions: Actions) =>
  state.signedInByHost
    ? nothing
    : html`<button type="button" class="link" part="link" @click=${() => void actions.signOut()}>
        ${words.message('sign-out')}
      </button>`;

const signIn = ({ words }: Snapshot, actions: Actions) =>
  html`<button type="button" class="link" part="link" @click=${() => void actions.goTo('sign-in')}>
    ${words.message('sign-in')}
  </button>`;

const who = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const { state, view, words } = snapshot;
  if (state.step === 'sign-in') return nothing; // what stands below it moves once: when the next step is shown
  if (state.customer) {
    const name = state.customer.company ? `${state.customer.name}, ${state.customer.company}` : state.customer.name;
    return html`<p class="who">${words.message('signed-in.as', { name })} ${signOut(snapshot, actions)}</p>`;
  }
  const maySignIn = view.steps.includes('sign-in') && !state.receipt;
  if (!state.guest) return nothing;
  return html`<p class="who">${words.message('guest.as')} ${maySignIn ? signIn(snapshot, actions) : nothing}</p>`;
};

/** The portal's name and logo, and who the customer is. */
export const header = (snapshot: Snapshot, actions: Actions): TemplateResult => {
  const { state, words } = snapshot;
  const { logo, name } = state.config?.portal ?? {};
  return html`<div class="header" part="header">
    <slot name="header">
      ${logo && isSafeLink(logo) ? html`<img class="logo" src=${logo} alt="" />` : nothing}
      <p class="portal-name">${told(words, name)}</p>
    </slot>
    ${who(snapshot, actions)}
  </div>`;
};
