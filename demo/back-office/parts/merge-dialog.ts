import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DuplicateCandidate, OfficeRequest } from '../../office-contract/index.js';
import { ageInWords } from '../age.js';
import { OfficeFailure } from '../failure.js';
import { formText } from '../form-text.js';
import { createLoader } from '../load.js';
import type { Office } from '../office.js';
import { failureNotice } from './failure-notice.js';

/** Asks which other request a request repeats, and puts them together; fires `merged` with that one as its detail. */
export class MergeDialog extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) request!: OfficeRequest;
  @state() private isRefused = false;
  @state() private isBusy = false;
  @state() private failure?: OfficeFailure;

  readonly #loader = createLoader<readonly DuplicateCandidate[]>(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <button class="button" type="button" aria-haspopup="dialog" @click=${this.#open}>
        ${words.say('merge.open')}
      </button>
      <dialog aria-labelledby="merge-title">
        <form @submit=${this.#submit} novalidate>
          <h2 id="merge-title" tabindex="-1">${words.say('merge.title', { reference: this.request.reference })}</h2>
          <p class="hint">${words.say('merge.hint')}</p>
          ${failure || this.failure ? failureNotice(words, failure ?? this.failure ?? new OfficeFailure('unavailable')) : nothing}
          <p class="loading" role="status">${isLoading ? words.say('loading') : nothing}</p>
          ${value ? this.#choice(value) : nothing}
          <div class="actions">
            ${
              value && value.length > 0
                ? html`<button class="button button-danger" aria-disabled=${this.isBusy ? 'true' : nothing}>
                    ${words.say('merge.confirm')}
                  </button>`
                : nothing
            }
            <button class="button" type="button" @click=${this.#close}>${words.say('cancel')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #choice(candidates: readonly DuplicateCandidate[]): TemplateResult {
    const { words } = this.office;
    if (candidates.length === 0) return html`<p>${words.say('merge.none')}</p>`;
    return html`
      <fieldset class="choices" aria-describedby="merge-error">
        <legend class="visually-hidden">${words.say('merge.which')}</legend>
        ${candidates.map((one) => this.#candidate(one))}
      </fieldset>
      <p class="error" id="merge-error" role="alert">${this.isRefused ? words.say('merge.choose') : nothing}</p>
    `;
  }

  #candidate({
    id,
    reference,
    title,
    portalLocale,
    submittedAt,
    status,
    isAboutSame,
  }: DuplicateCandidate): TemplateResult {
    const { words } = this.office;
    const facts = [
      words.text(title, portalLocale),
      ageInWords(words, submittedAt, new Date()),
      words.status(status),
      ...(isAboutSame ? [words.say('merge.same')] : []),
    ];
    return html`<label class="check">
      <input type="radio" name="into" value=${id} />
      <span>${reference} <span class="secondary" dir="auto">${facts.join(', ')}</span></span>
    </label>`;
  }

  #open(): void {
    this.isRefused = false;
    this.failure = undefined;
    this.querySelector('dialog')?.showModal();
    this.querySelector<HTMLElement>('#merge-title')?.focus();
    void this.#loader.run(() => this.office.api.duplicates(this.request.id), { forget: true });
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const into = formText(event.currentTarget as HTMLFormElement, 'into');
    const chosen = this.#loader.state.value?.find(({ id }) => id === into);
    this.isRefused = chosen === undefined;
    if (!chosen || this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await this.office.api.merge(this.request.id, chosen.id);
      this.#close();
      this.dispatchEvent(new CustomEvent('merged', { detail: chosen.reference }));
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}
