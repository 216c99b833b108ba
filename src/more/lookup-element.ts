import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { OptionItem } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import { shellOf, singleShell, type ControlAria } from '../fields/field-shell.js';
import { controlId } from '../state/pointers.js';
import { chosenOf } from './lookup-answer.js';
import { comboboxInput, lockedInput, NONE } from './lookup-input.js';
import { countOf, failureButton, lookupPanel, statusOf } from './lookup-panel.js';
import { createSearch, type Listing, type Search } from './lookup-search.js';

type Props = FieldProps<'lookup'>;

const NOTHING: Listing = { query: '', isWaiting: false, items: [] };

/** A `lookup` field: a combobox with list autocomplete over the customer's own rows in the back office. */
export class LookupElement extends LitElement {
  @property({ attribute: false }) props?: Props;

  #isOpen = false;
  #active = NONE;
  #search?: Search;
  /** Whose list of which source is searched. */
  #subject = '';

  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#search?.stop();
    this.#isOpen = false;
  }

  protected override willUpdate(): void {
    if (!this.props) return;
    const { field, around, actions } = this.props;
    const { source } = field;
    const subject = `${source} ${around.snapshot.state.customer?.id ?? ''}`;
    if (this.#search && this.#subject === subject) return;
    this.#search?.stop();
    this.#subject = subject;
    this.#search = createSearch(
      (query, cursor, signal) => actions.options({ source, query, cursor }, signal),
      () => {
        this.requestUpdate();
      },
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    return singleShell(shellOf(props), (aria) =>
      props.field.readOnly ? lockedInput(props, aria) : this.#control(props, aria),
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('props') || this.#active === NONE) return;
    this.querySelector('[role=option][aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #control(props: Props, aria: ControlAria): TemplateResult {
    const { id: chosen, label = '' } = chosenOf(props.answer);
    const listing = this.#listing;
    const status = statusOf(props, listing, this.#isOpen);
    const detail = chosen === undefined ? undefined : this.#search?.seen(chosen)?.detail;
    const box = {
      ...{ listing, label, isOpen: this.#isOpen, active: this.#active },
      ...{ typed: this.#typed, focused: this.#focused, clicked: this.#clicked, pressed: this.#pressed },
    };
    const panel = {
      ...{ listing, id: aria.id, chosen, active: this.#active },
      choose: (item: OptionItem) => void this.#choose(item),
      more: () => void this.#more(),
    };
    return html`<div class="lookup" @focusout=${this.#leave}>
        <div class="input-row">${comboboxInput(props, aria, box)} ${label ? this.#clearButton(props) : nothing}</div>
        ${this.#isOpen ? lookupPanel(props, panel) : nothing}
      </div>
      ${detail && !this.#isOpen ? html`<p class="hint">${detail}</p>` : nothing}
      <p class=${status.isSeen ? 'hint' : 'visually-hidden'} role="status">${status.text}</p>
      ${failureButton(props, listing, () => this.#retry())}`;
  }

  #clearButton({ words, field }: Props): TemplateResult {
    return html`<button
      type="button"
      class="quiet"
      aria-label=${words.message('lookup.clear', { label: words.text(field.label) })}
      @click=${() => void this.#clear()}
    >
      <span aria-hidden="true">✕</span>
    </button>`;
  }

  get #listing(): Listing {
    return this.#search?.listing ?? NOTHING;
  }

  /** What is looked for: what was typed, or everything while something is chosen. */
  get #query(): string {
    const { id, label = '' } = chosenOf(this.props?.answer);
    return id === undefined ? label.trim() : '';
  }

  #find(): void {
    this.#search?.find(this.#query);
  }

  /** The first page is there before it is wanted, unless something is chosen. */
  readonly #focused = (): void => {
    if (chosenOf(this.props?.answer).id === undefined) this.#find();
  };

  #retry(): void {
    this.#find();
    this.#focusInput();
  }

  #open(active = NONE): void {
    this.#isOpen = true;
    this.#active = active;
    this.#find();
    this.requestUpdate();
  }

  #close(): void {
    this.#isOpen = false;
    this.#active = NONE;
    this.requestUpdate();
  }

  readonly #typed = (event: Event): void => {
    const { props } = this;
    if (!props) return;
    const label = (event.target as HTMLInputElement).value;
    this.#isOpen = true;
    this.#active = NONE;
    void props.give(label === '' ? undefined : { label });
    this.#search?.find(label.trim(), true);
  };

  readonly #clicked = (): void => {
    this.#open();
  };

  readonly #leave = (event: FocusEvent): void => {
    if (event.relatedTarget !== this.#inputElement()) this.#close();
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const act = this.#keys[event.key];
    if (act?.(event)) event.preventDefault();
  };

  /** What each key does; true keeps the browser from doing its own. */
  readonly #keys: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    ArrowDown: ({ altKey }) => this.#step(1, altKey),
    ArrowUp: ({ altKey }) => this.#step(-1, altKey),
    Enter: () => this.#enter(),
    Escape: (event) => this.#escape(event),
    Home: (event) => this.#caret(event, 0),
    End: (event) => this.#caret(event, this.#inputElement()?.value.length ?? 0),
    ArrowLeft: () => this.#toText(),
    ArrowRight: () => this.#toText(),
    Tab: () => (this.#close(), false),
  };

  #step(by: 1 | -1, isAlt: boolean): boolean {
    if (isAlt && by < 0) this.#close();
    else if (isAlt) this.#open();
    else if (!this.#isOpen) this.#open(by > 0 ? 0 : countOf(this.#listing) - 1);
    else {
      const count = countOf(this.#listing);
      const from = this.#active === NONE && by < 0 ? 0 : this.#active;
      this.#active = count === 0 ? NONE : (from + by + count) % count;
      this.requestUpdate();
    }
    return true;
  }

  /** Chooses the active option. Text that is not a choice yet never sends the form. */
  #enter(): boolean {
    const { items } = this.#listing;
    if (!this.#isOpen) {
      const { id, label } = chosenOf(this.props?.answer);
      const isTyped = id === undefined && Boolean(label);
      if (isTyped) this.#open();
      return isTyped;
    }
    const item = items[this.#active];
    if (item) void this.#choose(item);
    else if (this.#active !== NONE) void this.#more();
    return true;
  }

  #escape(event: Event): boolean {
    if (!this.#isOpen) return false;
    event.stopPropagation(); // it closes the list, not a dialog around the form
    this.#close();
    return true;
  }

  #caret({ shiftKey }: KeyboardEvent, place: number): boolean {
    this.#toText();
    if (!shiftKey) this.#inputElement()?.setSelectionRange(place, place);
    return !shiftKey;
  }

  #toText(): false {
    this.#active = NONE;
    this.requestUpdate();
    return false;
  }

  async #choose({ id, label }: OptionItem): Promise<void> {
    this.#search?.stop();
    this.#close();
    await this.props?.give({ id, label });
    this.#focusInput();
  }

  async #more(): Promise<void> {
    const shown = this.#listing.items.length;
    await this.#search?.more();
    if (this.#isOpen && this.#listing.items.length > shown) this.#active = shown;
    this.requestUpdate();
  }

  async #clear(): Promise<void> {
    await this.props?.give(undefined);
    this.#focusInput();
  }

  #inputElement(): HTMLInputElement | null {
    return this.props ? this.querySelector<HTMLInputElement>(`#${controlId(this.props.pointer)}`) : null;
  }

  #focusInput(): void {
    this.#inputElement()?.focus();
  }
}
