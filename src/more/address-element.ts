import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FieldProps } from '../fields/field.js';
import { groupShell, shellOf, type ControlAria } from '../fields/field-shell.js';
import { controlId } from '../state/pointers.js';
import { askedOf, filledWith, foundWith, isDutch, isSamePlace, partsOf, tidied, type Parts } from './address-answer.js';
import { additionList, countryPart, textPart, type Part, type PartState } from './address-controls.js';
import { createAddressLookup, type AddressLookup } from './address-lookup.js';
import { newsOf } from './address-news.js';
import { beforeNext } from './before-next.js';

type Props = FieldProps<'address'>;

/** The parts that decide which street and city are looked up. */
const DECISIVE: ReadonlySet<Part> = new Set<Part>(['postcode', 'houseNumber', 'country']);

/** An `address` field: postcode and house number first, from which street and city are looked up in the Netherlands. */
export class AddressElement extends LitElement {
  @property({ attribute: false }) props?: Props;

  /** The customer wants to type street and city. */
  #isByHand = false;
  /** What stood there at first is not judged, only found again. */
  #isQuiet = true;
  #isAdditionAsked = false;
  #isTypingAddition = false;
  #hadFocus = false;
  #goesOn?: HTMLFormElement;
  readonly #lookup: AddressLookup = createAddressLookup(
    (asked, signal) => {
      if (!this.props) throw new Error('an address is looked up before it is shown');
      return this.props.actions.options({ source: 'addresses', ...asked }, signal);
    },
    () => void this.#settle(),
  );

  constructor() {
    super();
    beforeNext(this, (form) => this.#isHeld(form));
    this.addEventListener('focusout', () => {
      this.requestUpdate();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lookup.stop();
    this.#goesOn = undefined;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { props } = this;
    if (!props || props.field.readOnly || !this.isConnected) return;
    const isFirst = changed.has('props') && changed.get('props') === undefined;
    const { street, city } = partsOf(props.answer);
    if (isFirst) this.#isQuiet = Boolean(street && city);
    this.#lookup.want(askedOf(props.field, props.answer), isFirst);
    const focused = this.#focusedAddition();
    this.#hadFocus = focused !== undefined;
    this.#isTypingAddition = focused instanceof HTMLInputElement && focused.value !== '';
  }

  /** The addition may have become a list, or text again, under the customer's hands. */
  protected override updated(): void {
    if (this.#hadFocus && !this.#focusedAddition()) this.#focus('addition');
  }

  #focusedAddition(): Element | undefined {
    const { activeElement } = this.getRootNode() as ShadowRoot;
    const isAddition = this.props && activeElement?.id === controlId(`${this.props.pointer}/addition`);
    return isAddition ? activeElement : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    return groupShell(shellOf(props), (aria) => this.#parts(props, aria));
  }

  #parts(props: Props, aria: ControlAria): TemplateResult {
    const { field, words } = props;
    const parts = partsOf(props.answer);
    const looksUp = isDutch(field, parts) && !field.readOnly;
    const state: PartState = {
      isLocked: field.readOnly ?? false,
      typed: (part, value) => void this.#type(part, value),
      left: () => void props.change((answer) => tidied(field, answer)),
    };
    const place: PartState = {
      ...state,
      isLocked: state.isLocked || this.#isFilled(parts),
      ...(this.#isSearching ? { error: '' } : {}),
    };
    return html`<span id=${aria.id} tabindex="-1" @focus=${this.#toFirst}></span>
      ${looksUp && !this.#isByHand ? html`<p class="hint">${words.message('address.rule')}</p>` : nothing}
      <div class="address-parts">${countryPart(props, state)}</div>
      <div class="address-parts">
        ${textPart(props, 'postcode', state)} ${textPart(props, 'houseNumber', state)} ${this.#addition(props, state)}
      </div>
      ${this.#status(props, parts)}
      <div class="address-parts">${textPart(props, 'street', place)} ${textPart(props, 'city', place)}</div>
      ${looksUp ? this.#handButton(props) : nothing}`;
  }

  #addition(props: Props, state: PartState): TemplateResult {
    const { found } = this.#lookup;
    const isList = found.some(({ addition }) => addition) && !this.#isByHand && !this.#isTypingAddition;
    if (!isList) return textPart(props, 'addition', state);
    const error =
      this.#isAdditionAsked && this.#lacksAddition() ? props.words.message('address.choose-addition') : undefined;
    return additionList(props, found, { ...state, error });
  }

  #status(props: Props, parts: Parts): TemplateResult {
    const {
      text,
      isSeen = true,
      isOther,
    } = newsOf(this.#lookup, parts, props.words, {
      isByHand: this.#isByHand,
      isQuiet: this.#isQuiet,
    });
    return html`<p class=${isSeen ? 'hint address-status' : 'visually-hidden'} role="status">${text}</p>
      ${isOther ? this.#useButton(props, parts) : nothing}`;
  }

  #useButton({ words }: Props, parts: Parts): TemplateResult | typeof nothing {
    const one = foundWith(this.#lookup.found, parts.addition);
    if (!one) return nothing;
    return html`<button type="button" class="link" part="link" @click=${() => void this.#fill()}>
      ${words.message('address.use', { street: one.street, city: one.city })}
    </button>`;
  }

  #handButton({ words }: Props): TemplateResult {
    const key = this.#isByHand ? 'address.look-up' : 'address.by-hand';
    return html`<button type="button" class="link" part="link" @click=${() => void this.#changeHands()}>
      ${words.message(key)}
    </button>`;
  }

  get #isSearching(): boolean {
    return this.#lookup.outcome === 'searching' && !this.#isByHand && !this.#isQuiet;
  }

  /** Whether street and city are what was looked up. */
  #isFilled(parts: Parts): boolean {
    return (
      !this.#isByHand && this.#lookup.found.some(({ street, city }) => street === parts.street && city === parts.city)
    );
  }

  /** There is no address without an addition, and none of the additions was chosen. */
  #lacksAddition(): boolean {
    const { found } = this.#lookup;
    const parts = partsOf(this.props?.answer);
    return found.length > 1 && found.every(({ addition }) => addition) && !parts.addition && this.#isFilled(parts);
  }

  async #type(part: Part, value: string): Promise<void> {
    this.#goesOn = undefined;
    if (DECISIVE.has(part)) this.#isQuiet = false;
    await this.props?.change((answer) => {
      const parts = partsOf(answer);
      const next = { ...parts, [part]: value };
      if (!DECISIVE.has(part) || !this.#isFilled(parts)) return next;
      const { street: _street, city: _city, addition, ...rest } = next;
      const isFromList = this.#lookup.found.some((one) => one.addition && one.addition === addition);
      return isFromList || !addition ? rest : { ...rest, addition };
    });
    if (part === 'addition') this.requestUpdate();
  }

  /** Street and city as they were found, unless the customer typed others. */
  async #settle(): Promise<void> {
    const { found } = this.#lookup;
    const parts = partsOf(this.props?.answer);
    const isTyped = Boolean(parts.street || parts.city);
    const mayFill = found.length > 0 && (!isTyped || isSamePlace(parts, foundWith(found, parts.addition)));
    if (mayFill && !this.#isByHand) await this.#fill();
    this.requestUpdate();
    await this.updateComplete;
    const form = this.#goesOn;
    this.#goesOn = undefined;
    form?.requestSubmit();
  }

  async #fill(): Promise<void> {
    this.#isByHand = false;
    await this.props?.change((answer) => filledWith(partsOf(answer), this.#lookup.found));
    this.requestUpdate();
  }

  async #changeHands(): Promise<void> {
    this.#isByHand = !this.#isByHand;
    this.#isQuiet = false;
    if (!this.#isByHand) await this.#settle();
    this.requestUpdate();
    await this.updateComplete;
    this.#focus(this.#isByHand ? 'street' : 'postcode');
  }

  /** "Next" waits for a look-up that is under way, and for an addition where there is no address without one. */
  #isHeld(form: HTMLFormElement): boolean {
    if (this.#isSearching) {
      this.#goesOn = form;
      return true;
    }
    if (!this.#lacksAddition()) return false;
    this.#isAdditionAsked = true;
    this.requestUpdate();
    this.#focus('addition');
    return true;
  }

  readonly #toFirst = (): void => {
    this.querySelector<HTMLElement>('select, input')?.focus();
  };

  #focus(part: Part): void {
    if (!this.props) return;
    this.querySelector<HTMLElement>(`#${controlId(`${this.props.pointer}/${part}`)}`)?.focus();
  }
}
