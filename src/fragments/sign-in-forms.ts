import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { shown } from './shown.js';

interface InputTraits {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly name: string;
  readonly autocomplete: string;
  readonly inputmode?: string;
  readonly describedBy?: string;
}

/** The browser checks these few inputs itself: nothing is sent while one is empty. */
const input = (traits: InputTraits): TemplateResult =>
  html`<div class="field" part="field">
    <label part="label" for=${traits.id}>${traits.label}</label>
    <input
      part="control"
      class="long"
      required
      id=${traits.id}
      type=${traits.type}
      name=${traits.name}
      autocomplete=${traits.autocomplete}
      inputmode=${traits.inputmode ?? nothing}
      aria-describedby=${traits.describedBy ?? nothing}
      autocapitalize="none"
      spellcheck="false"
    />
  </div>`;

type Kind = 'primary' | 'plain' | 'link';

const LOOK: Record<Kind, { readonly class: string; readonly part: string }> = {
  primary: { class: 'button primary', part: 'button button-primary' },
  plain: { class: 'button', part: 'button' },
  link: { class: 'link', part: 'link' },
};

const submitButton = (way: string, label: string, isBusy: boolean, kind: Kind): TemplateResult =>
  html`<button
    type="submit"
    name="way"
    value=${way}
    ?formnovalidate=${way !== 'password'}
    class=${LOOK[kind].class}
    part=${LOOK[kind].part}
    aria-busy=${isBusy ? 'true' : nothing}
  >
    ${label}
  </button>`;

const refusal = ({ state, words }: Snapshot): TemplateResult | typeof nothing =>
  state.signInRefusal
    ? html`<p class="error" role="alert">${words.message('failure.invalid-credentials')}</p>`
    : nothing;

const valueOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
};

/** What each button of the form asks for; all but the password's check the address only. */
const askFor: Record<string, (actions: Actions, email: string, form: HTMLFormElement) => Promise<void>> = {
  password: (actions, email, form) =>
    actions.signIn({ method: 'password', email, password: valueOf(form, 'password') }),
  code: (actions, email) => actions.signIn({ method: 'code', email }),
  reset: (actions, email) => actions.resetPassword(email),
};

const sendTo = (actions: Actions) => (event: SubmitEvent) => {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const way = (event.submitter as HTMLButtonElement | null)?.value ?? 'password';
  const address = form.elements.namedItem('email');
  if (!(address instanceof HTMLInputElement) || !address.reportValidity()) return;
  void askFor[way]?.(actions, address.value.trim(), form);
};

const resetPart = ({ state, words }: Snapshot): TemplateResult =>
  html`${submitButton('reset', words.message('reset.ask'), state.activity === 'reset', 'link')}
    <div role="status">
      ${state.resetSentTo ? html`<p>${words.message('reset.sent', { email: state.resetSentTo })}</p>` : nothing}
    </div>`;

const addressForm = (snapshot: Snapshot, actions: Actions): TemplateResult => {
  const { state, words } = snapshot;
  const { signIn = [], resetPassword } = state.config?.access ?? {};
  const hasPassword = signIn.includes('password');
  const password = { id: 'sign-in-password', type: 'password', name: 'password', autocomplete: 'current-password' };
  return html`<form @submit=${sendTo(actions)}>
    ${input({
      id: 'sign-in-email',
      label: words.message('email'),
      type: 'email',
      name: 'email',
      autocomplete: 'username',
      inputmode: 'email',
    })}
    ${hasPassword ? input({ ...password, label: words.message('password') }) : nothing} ${refusal(snapshot)}
    <div class="actions">
      ${
        hasPassword
          ? submitButton('password', words.message('sign-in'), state.activity === 'sign-in', 'primary')
          : nothing
      }
      ${
        signIn.includes('code')
          ? submitButton(
              'code',
              words.message('send-code'),
              state.activity === 'code',
              hasPassword ? 'plain' : 'primary',
            )
          : nothing
      }
      ${hasPassword && resetPassword ? resetPart(snapshot) : nothing}
    </div>
  </form>`;
};

const focusWhenShown = shown((element) => {
  queueMicrotask(() => element.querySelector('input')?.focus());
});

const codeForm = (snapshot: Snapshot, actions: Actions, email: string): TemplateResult => {
  const { state, words } = snapshot;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void actions.signIn({
      method: 'code',
      email,
      code: valueOf(event.target as HTMLFormElement, 'code').replace(/\s/g, ''),
    });
  };
  return html`<form @submit=${send} ${focusWhenShown}>
      <p id="code-sent">${words.message('code.sent', { email })}</p>
      ${input({
        id: 'sign-in-code',
        label: words.message('code'),
        type: 'text',
        name: 'code',
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        describedBy: 'code-sent',
      })}
      ${refusal(snapshot)}
      ${submitButton('password', words.message('sign-in'), state.activity === 'sign-in', 'primary')}
    </form>
    <button type="button" class="link" part="link" @click=${() => void actions.forgetCode()}>
      ${words.message('code.other')}
    </button>`;
};

/** The ways to sign in that the portal offers: one real form, so that browsers and password managers can fill it. */
export const signInForms = (snapshot: Snapshot, actions: Actions): TemplateResult => {
  const { codeSentTo, expired } = snapshot.state;
  const { words } = snapshot;
  return html`<section class="way">
    <h3>${words.message(expired ? 'sign-in.again' : 'sign-in.with-account')}</h3>
    ${codeSentTo === undefined ? addressForm(snapshot, actions) : codeForm(snapshot, actions, codeSentTo)}
  </section>`;
};
