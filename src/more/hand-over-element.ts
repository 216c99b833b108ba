import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asFailure, type Failure } from '../api/failure.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { copyText } from '../fragments/copy.js';
import type { MessageKey } from '../i18n/messages.js';
import { failureText } from './earlier-failure.js';
import { drawQr } from './qr.js';

/** How often what the phone did is looked for, in milliseconds. */
const LOOK_EVERY = 4_000;
const MINUTE = 60_000;
/** How long a phone may go on with a draft, in milliseconds. */
const LOOK_FOR = 120 * MINUTE;

/** A link for the phone, and the picture of it. */
interface Offer {
  readonly key: string | undefined;
  readonly link: string;
  readonly endsAt: number;
  readonly picture: TemplateResult;
}

/** Offers a customer at a desk to go on with the request on the phone, and takes over what is added there. */
export class HandOverElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;
  @state() protected isOpen = false;
  @state() protected isBusy = false;
  @state() protected offer?: Offer;
  @state() protected failure?: Failure;
  @state() protected told?: MessageKey;
  @state() protected arrivedAt?: string;

  #timer?: ReturnType<typeof setInterval>;
  #looksUntil = 0;
  #isLooking = false;

  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.isOpen = false;
    this.offer = undefined;
  }

  protected override willUpdate(): void {
    if (this.offer && this.offer.key !== this.snapshot?.state.key) {
      this.offer = undefined; // another request came in its place
      this.isOpen = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = this;
    if (!snapshot?.state.copy?.canHandOver || !snapshot.state.customer) return nothing;
    const { words } = snapshot;
    return html`<p class="keeping">
        <button
          type="button"
          class="link opener"
          part="link"
          aria-expanded=${this.isOpen ? 'true' : 'false'}
          aria-busy=${this.isBusy ? 'true' : nothing}
          @click=${() => void (this.isOpen ? this.#close() : this.#open())}
        >
          ${words.message('handover.open')}
        </button>
        <span role="status">${this.arrivedAt ? words.message('handover.arrived', { time: this.arrivedAt }) : ''}</span>
      </p>
      ${this.isOpen ? this.#panel(snapshot) : nothing}`;
  }

  #panel({ words }: Snapshot): TemplateResult {
    const { failure, offer } = this;
    return html`<section class="notice handover" role="group" tabindex="-1" aria-labelledby="handover-title">
      <h3 id="handover-title">${words.message('handover.open')}</h3>
      ${failure ? html`<p class="error" role="alert">${failureText(failure, words)}</p>` : nothing}
      ${offer && offer.endsAt > Date.now() ? this.#code(offer, words) : this.#again(words)}
    </section>`;
  }

  #code({ link, endsAt, picture }: Offer, words: Snapshot['words']): TemplateResult {
    const count = Math.ceil((endsAt - Date.now()) / MINUTE);
    return html`<p>${words.message('handover.how')}</p>
      ${picture}
      <p class="hint">${words.message('handover.left', { count })}</p>
      <p role="status">${this.told ? words.message(this.told) : ''}</p>
      <p class="hint address" ?hidden=${this.told !== 'handover.select'}>${link}</p>
      ${this.#actions(
        this.#button(words.message('handover.copy'), () => this.#copy(link)),
        words,
      )}`;
  }

  #again(words: Snapshot['words']): TemplateResult {
    const text = this.offer ? html`<p role="status">${words.message('handover.over')}</p>` : nothing;
    return html`${text}
    ${this.#actions(
      this.#button(words.message('handover.new'), () => this.#open()),
      words,
    )}`;
  }

  #actions(first: TemplateResult, words: Snapshot['words']): TemplateResult {
    return html`<div class="actions">
      ${first} ${this.#button(words.message('handover.close'), () => this.#close())}
    </div>`;
  }

  #button(text: string, act: () => Promise<void>): TemplateResult {
    return html`<button type="button" class="button" part="button" @click=${() => void act()}>${text}</button>`;
  }

  async #open(): Promise<void> {
    const { snapshot } = this;
    if (!snapshot || this.isBusy) return;
    this.isBusy = true;
    this.failure = this.told = undefined;
    try {
      const more = await this.actions?.more();
      if (!more) return;
      const { link, expiresAt } = await more.handOver();
      const picture = await drawQr(link, snapshot.words.message('handover.name'));
      this.offer = { key: snapshot.state.key, link, endsAt: Date.parse(expiresAt), picture };
      this.#look();
    } catch (error) {
      this.failure = asFailure(error);
    } finally {
      this.isBusy = false;
    }
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.handover')?.focus();
  }

  async #close(): Promise<void> {
    this.isOpen = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.opener')?.focus();
  }

  async #copy(link: string): Promise<void> {
    const shown = this.querySelector('.address');
    if (!shown) return;
    this.told = (await copyText(link, shown)) ? 'handover.copied' : 'handover.select';
  }

  /** Looks for what the phone did, as long as it may do something; also tells the minutes that are left. */
  #look(): void {
    this.#looksUntil = Date.now() + LOOK_FOR;
    this.#timer ??= setInterval(() => void this.#follow(), LOOK_EVERY);
  }

  async #follow(): Promise<void> {
    if (Date.now() > this.#looksUntil) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.requestUpdate();
    if (this.#isLooking || document.visibilityState === 'hidden') return;
    this.#isLooking = true;
    try {
      const more = await this.actions?.more();
      if (await more?.followHandover()) this.arrivedAt = this.snapshot?.words.time(new Date().toISOString());
    } finally {
      this.#isLooking = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-hand-over': HandOverElement;
  }
}
