import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { isCopied } from '../state/draft-copy.js';

/** Says on the phone that the request is open on another screen too, and is sent there: `<portal-handed-over>`. */
export class HandedOverElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = this;
    if (!snapshot) return nothing;
    const { state, words } = snapshot;
    if (state.handover === 'refused')
      return state.step === 'sign-in' || state.step === 'start'
        ? html`<p class="notice" role="alert">${words.message('handover.refused')}</p>`
        : nothing;
    if (state.isElsewhere || state.expired)
      return html`<p class="notice" role="alert">${words.message('handover.ended')}</p>`;
    return state.step === 'submit'
      ? this.#atEnd(snapshot)
      : html`<p class="notice">${words.message('handover.phone')}</p>`;
  }

  #atEnd({ state, words }: Snapshot): TemplateResult {
    return html`<section class="notice">
      <p role="status">${words.message(isCopied(state) ? 'handover.there' : 'handover.moment')}</p>
      <div class="actions">
        <button type="button" class="button" part="button" @click=${() => void this.actions?.back()}>
          ${words.message('back')}
        </button>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-handed-over': HandedOverElement;
  }
}
