import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Progress, WorkOrder } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import type { Office } from '../office.js';
import { failureNotice } from './failure-notice.js';

/** Says when work is planned and that it is done, which its customer hears; fires `changed`. */
export class ProgressPart extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) order!: WorkOrder;
  @state() private isBusy = false;
  @state() private isRefused = false;
  @state() private said?: Progress;
  @state() private failure?: OfficeFailure;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    return html`<section class="card" aria-labelledby="progress-heading">
      <h2 id="progress-heading" tabindex="-1">${words.say('progress.title')}</h2>
      <div role="status">
        ${this.said ? html`<p class="outcome">${words.say(`progress.is-${this.said}`)}</p>` : nothing}
      </div>
      ${this.failure ? failureNotice(words, this.failure) : nothing}
      ${this.order.status === 'done' ? nothing : this.#form()}
    </section>`;
  }

  #form(): TemplateResult {
    const { words } = this.office;
    const busy = this.isBusy ? 'true' : nothing;
    return html`<form novalidate @submit=${this.#plan}>
      <div class="control">
        <label for="progress-note">${words.say('progress.when')}</label>
        <p class="hint" id="progress-hint">${words.say('progress.when-hint')}</p>
        <input
          id="progress-note"
          name="note"
          maxlength="500"
          aria-invalid=${this.isRefused ? 'true' : nothing}
          aria-describedby="progress-hint progress-error"
        />
        <p class="error" id="progress-error">${this.isRefused ? words.say('progress.required') : nothing}</p>
      </div>
      <div class="actions">
        <button class="button button-primary" aria-disabled=${busy}>${words.say('progress.plan')}</button>
        <button class="button" type="button" aria-disabled=${busy} @click=${() => void this.#set('done', '')}>
          ${words.say('progress.done')}
        </button>
      </div>
    </form>`;
  }

  async #plan(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const input = this.querySelector('input');
    const note = input?.value.trim() ?? '';
    this.isRefused = note === '';
    if (this.isRefused) input?.focus();
    else await this.#set('planned', note);
  }

  async #set(status: Progress, note: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    this.said = undefined;
    try {
      await this.office.api.setProgress(this.order.id, status, note);
      this.said = status;
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
      this.querySelector<HTMLElement>('#progress-heading')?.focus();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      if (error.code !== 'session-expired') this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}
