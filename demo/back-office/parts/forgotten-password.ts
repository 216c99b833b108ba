import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OfficeFailure } from '../failure.js';
import { formText } from '../form-text.js';
import type { Office } from '../office.js';

/** Asks to whom a link for another password is mailed; fires `back` when somebody goes back to signing in. */
export class ForgottenPassword extends LitElement {
  @property({ attribute: false }) office!: Office;
  /** The address that was typed before. */
  @property({ attribute: false }) email = '';
  @state() private problem?: string;
  @state() private sentTo?: string;
  @state() private isBusy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { sentTo } = this;
    return html`
      <h1 tabindex="-1">${words.say('forgotten')}</h1>
      <div role="status">
        ${sentTo === undefined ? nothing : html`<p class="notice">${words.say('forgotten.sent', { email: sentTo })}</p>`}
      </div>
      <div role="alert">${this.problem ? html`<p class="notice notice-error">${this.problem}</p>` : nothing}</div>
      ${sentTo === undefined ? this.#form() : nothing}
      <button class="button" type="button" @click=${this.#back}>${words.say('forgotten.back')}</button>
    `;
  }

  #form(): TemplateResult {
    const { words } = this.office;
    return html`<form @submit=${this.#submit} novalidate>
      <div class="control">
        <label for="forgotten-email">${words.say('email')}</label>
        <p class="hint" id="forgotten-hint">${words.say('forgotten.hint')}</p>
        <input
          id="forgotten-email"
          name="email"
          type="email"
          autocomplete="username"
          required
          maxlength="254"
          .value=${this.email}
          aria-describedby="forgotten-hint"
        />
      </div>
      <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
        ${words.say('forgotten.send')}
      </button>
    </form>`;
  }

  #back(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { api, words } = this.office;
    const email = formText(event.currentTarget as HTMLFormElement, 'email').trim();
    if (this.isBusy) return;
    if (email === '') {
      this.problem = words.say('forgotten.required');
      this.querySelector('input')?.focus();
      return;
    }
    this.isBusy = true;
    this.problem = undefined;
    try {
      await api.forgetPassword(email);
      this.sentTo = email;
      this.querySelector<HTMLElement>('h1')?.focus();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.problem = words.say(`failure.${error.code}`);
    } finally {
      this.isBusy = false;
    }
  }
}
