import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeclineReason } from '../../office-contract/index.js';
import type { ChosenReason } from '../api/request-desk.js';
import type { Words } from '../words.js';

/** Asks why a request is declined, and fires `decline` with what was chosen and typed as its detail. What was typed stays when it closes. */
export class DeclineDialog extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) reference = '';
  /** The portal's own language: reasons that miss the reader's language are read in this one. */
  @property({ attribute: false }) portalLocale = 'en';
  @property({ attribute: false }) reasons: readonly DeclineReason[] = [];
  @property({ attribute: false }) isBusy = false;
  @state() private isRefused = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the dialog above the page. */
  open(): void {
    this.isRefused = false;
    this.#dialog?.showModal();
    this.querySelector<HTMLElement>('select, textarea')?.focus();
  }

  close(): void {
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`
      <dialog aria-labelledby="decline-title">
        <form @submit=${this.#submit} novalidate>
          <h2 id="decline-title">${words.say('decline.title', { reference: this.reference })}</h2>
          ${this.reasons.length > 0 ? this.#list() : nothing}
          <div class="control">
            <label for="decline-reason"
              >${words.say(this.reasons.length > 0 ? 'decline.more' : 'decline.reason')}</label
            >
            <p class="hint" id="decline-hint">${words.say('decline.hint')}</p>
            <textarea
              id="decline-reason"
              name="reason"
              rows="5"
              maxlength="1000"
              aria-invalid=${this.isRefused ? 'true' : nothing}
              aria-describedby="decline-hint decline-error"
            ></textarea>
            <p class="error" id="decline-error">${this.isRefused ? words.say('decline.required') : nothing}</p>
          </div>
          <div class="actions">
            <button class="button button-danger" aria-disabled=${this.isBusy ? 'true' : nothing}>
              ${words.say('decline')}
            </button>
            <button class="button" type="button" @click=${this.close}>${words.say('cancel')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #list(): TemplateResult {
    const { words } = this;
    return html`<div class="control">
      <label for="decline-list">${words.say('decline.list')}</label>
      <select id="decline-list">
        <option value="">${words.say('decline.own')}</option>
        ${this.reasons.map(({ id, text }) => html`<option value=${id}>${words.text(text, this.portalLocale)}</option>`)}
      </select>
    </div>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const textarea = this.querySelector('textarea');
    const reason = textarea?.value.trim() ?? '';
    const reasonId = this.querySelector('select')?.value ?? '';
    this.isRefused = reason === '' && reasonId === '';
    const detail: ChosenReason = { ...(reason ? { reason } : {}), ...(reasonId ? { reasonId } : {}) };
    if (this.isRefused) textarea?.focus();
    else if (!this.isBusy) this.dispatchEvent(new CustomEvent('decline', { detail }));
  }
}
