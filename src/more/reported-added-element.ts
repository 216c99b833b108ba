import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';

/** What the customer sees once something was added to an open request instead of sending another. */
export class AddedElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, words } = this.snapshot ?? {};
    const added = state?.added;
    if (!added || !words) return nothing;
    const { reference, at, text } = added;
    return html`<p class="thanks">${words.message('reported.added', { reference })}</p>
      <p>${words.message('reported.added-at', { time: words.moment(at) })} ${words.message('confirmation.follow')}</p>
      <blockquote class="notice preformatted">${text}</blockquote>
      <div class="navigation">
        <button
          type="button"
          class="button primary"
          part="button button-primary"
          @click=${() => void this.actions?.startOver()}
        >
          ${words.message('start.new')}
        </button>
      </div>`;
  }
}
