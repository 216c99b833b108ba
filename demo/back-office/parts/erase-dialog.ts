import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KeptOfPerson } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';

/** Asks before somebody is erased: what goes, what stays, and what has to be closed with it. */
export class EraseDialog extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) kept!: KeptOfPerson;
  @property({ attribute: false }) erase!: (closesOpen: boolean) => Promise<void>;
  @state() private failure: OfficeFailure | undefined;
  @state() private isBusy = false;
  @state() private isRefused = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(): void {
    this.failure = undefined;
    this.isRefused = false;
    void this.updateComplete.then(() => {
      this.querySelector('form')?.reset();
      this.querySelector('dialog')?.showModal();
    });
  }

  readonly #close = (): void => {
    this.querySelector('dialog')?.close();
  };

  protected override render(): TemplateResult {
    const { words, kept } = this;
    return html`
      <dialog aria-labelledby="erase-title">
        <form @submit=${this.#submit} novalidate>
          <h2 id="erase-title">${words.say('privacy.erase.title', { email: kept.email })}</h2>
          ${this.failure ? failureNotice(words, this.failure) : nothing}
          <p>${words.say('privacy.erase.goes')}</p>
          <p>${words.say('privacy.erase.stays')}</p>
          ${kept.open.length > 0 ? this.#check('closes-open', words.say('privacy.erase.open', { count: kept.open.length })) : nothing}
          ${this.#check('sure', words.say('privacy.erase.sure'))}
          <p class="error" id="erase-error" role="alert">
            ${this.isRefused ? words.say('privacy.erase.refused') : nothing}
          </p>
          <div class="actions">
            <button class="button button-danger" aria-disabled=${this.isBusy ? 'true' : nothing}>
              ${words.say('privacy.erase.do')}
            </button>
            <button class="button" type="button" @click=${this.#close}>${words.say('cancel')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #check(name: string, label: string): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        name=${name}
        required
        aria-invalid=${this.isRefused ? 'true' : nothing}
        aria-describedby="erase-error"
      />
      ${label}
    </label>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy || !(event.currentTarget instanceof HTMLFormElement)) return;
    this.isRefused = !event.currentTarget.checkValidity();
    if (this.isRefused) {
      event.currentTarget.querySelector<HTMLInputElement>('input:not(:checked)')?.focus();
      return;
    }
    this.isBusy = true;
    this.failure = undefined;
    try {
      await this.erase(this.kept.open.length > 0);
      this.#close();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}
