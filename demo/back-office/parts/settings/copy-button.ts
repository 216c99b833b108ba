import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Words } from '../../words.js';

/** Copies a text, and says whether that worked. */
export class CopyButton extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) text = '';
  @state() private outcome?: 'settings.copied' | 'settings.not-copied';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <button type="button" class="button" @click=${this.#copy}>${this.words.say('settings.copy')}</button>
      <span role="status">${this.outcome ? this.words.say(this.outcome) : nothing}</span>
    `;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'settings.copied';
    } catch (error) {
      console.warn('The back office cannot reach the clipboard.', error);
      this.outcome = 'settings.not-copied';
    }
  }
}
