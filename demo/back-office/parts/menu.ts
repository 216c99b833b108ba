import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Words } from '../words.js';

/** One way to go: where it leads, and whether one is there already. */
export interface MenuLink {
  readonly to: string;
  readonly label: string;
  readonly isHere: boolean;
}

/** Where somebody can go: a row of links, on a narrow screen behind a button that says where one is. */
export class OfficeMenu extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) links: readonly MenuLink[] = [];
  /** The name of the page, when it has one in the bar. */
  @property({ attribute: false }) here?: string;

  @state() private isOpen = false;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { words, here, links } = this;
    return html`<button
        type="button"
        class="menu"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls="menu-links"
        @click=${this.#toggle}
        @keydown=${this.#closeByKey}
      >
        ${words.say('menu')}${here ? html`: <strong>${here}</strong>` : nothing}
      </button>
      <nav
        id="menu-links"
        aria-label=${words.say('navigation')}
        @keydown=${this.#closeByKey}
        @click=${this.#closeByLink}
      >
        ${links.map(
          ({ to, label, isHere }) => html`<a href=${to} aria-current=${isHere ? 'page' : nothing}>${label}</a>`,
        )}
      </nav>`;
  }

  #toggle(): void {
    this.isOpen = !this.isOpen;
  }

  #closeByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.isOpen) this.#close();
  }

  #closeByLink({ target }: Event): void {
    if (this.isOpen && target instanceof Element && target.closest('a')) this.#close();
  }

  /** The link that had the focus is not shown any more: the button takes it, until the page that comes does. */
  #close(): void {
    this.querySelector('button')?.focus();
    this.isOpen = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-menu': OfficeMenu;
  }
}
