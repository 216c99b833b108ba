import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Delivery, DeliveryDetail } from '../../office-contract/index.js';
import type { DeliveryFilter, DeliveryPage } from '../api/deliveries.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import type { Office } from '../office.js';
import type { TextKey } from '../texts/index.js';
import { attempts, deliveryRow } from './delivery-row.js';
import { failureNotice } from './failure-notice.js';

/** What was sent and what waits, newest first. */
export class DeliveryList extends LitElement {
  @property({ attribute: false }) office!: Office;
  @state() private filter: DeliveryFilter = { kind: '', state: '' };
  @state() private opened: DeliveryDetail | undefined;
  @state() private failure: OfficeFailure | undefined;
  @state() private said: TextKey | undefined;

  readonly #loader = createLoader<DeliveryPage>(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.reload();
  }

  reload(): void {
    void this.#loader.run((signal) => this.office.api.deliveries.list(this.filter, undefined, signal));
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <section class="card" aria-labelledby="deliveries-title">
        <h2 id="deliveries-title">${words.say('delivery.list')}</h2>
        <div class="filters">
          ${this.#choice('kind', 'delivery.kind', ['mail', 'webhook'])}
          ${this.#choice('state', 'delivery.state', ['waiting', 'sent', 'gave-up'])}
          <div class="control">
            <button type="button" class="button" @click=${() => this.reload()}>${words.say('delivery.refresh')}</button>
          </div>
        </div>
        ${failure ? failureNotice(words, failure, () => this.reload()) : nothing}
        ${this.failure ? failureNotice(words, this.failure) : nothing} ${this.#status(isLoading)}
        ${value && value.items.length > 0 ? this.#table(value.items) : nothing}
        ${value?.items.length === 0 ? html`<p class="empty">${words.say('delivery.empty')}</p>` : nothing}
        ${
          value?.nextCursor === undefined
            ? nothing
            : html`<button type="button" class="button" @click=${this.#more}>${words.say('delivery.more')}</button>`
        }
      </section>
    `;
  }

  #status(isLoading: boolean): TemplateResult {
    const { words } = this.office;
    const said = !isLoading && this.said ? words.say(this.said) : undefined;
    return html`<p role="status" class=${said ? 'outcome' : nothing}>
      ${isLoading ? words.say('loading') : (said ?? nothing)}
    </p>`;
  }

  #choice(name: keyof DeliveryFilter, label: TextKey, choices: readonly ('mail' | 'webhook' | Delivery['state'])[]) {
    const { words } = this.office;
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      this.filter = { ...this.filter, [name]: event.target.value };
      this.reload();
    };
    return html`
      <div class="control">
        <label for="delivery-${name}">${words.say(label)}</label>
        <select id="delivery-${name}" @change=${choose}>
          <option value="">${words.say('delivery.all')}</option>
          ${choices.map((one) => html`<option value=${one}>${words.say(`delivery.${one}`)}</option>`)}
        </select>
      </div>
    `;
  }

  #table(items: readonly Delivery[]): TemplateResult {
    const { words } = this.office;
    const labels = [
      'delivery.to',
      'delivery.about',
      'delivery.created',
      'delivery.state',
      'delivery.attempts',
    ] as const;
    return html`
      <table role="table" class="deliveries">
        <caption class="visually-hidden">
          ${words.say('delivery.list')}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${labels.map((label) => html`<th role="columnheader" scope="col">${words.say(label)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${items.map((one) => {
            const isOpen = this.opened?.id === one.id;
            const actions = { isOpen, toggle: () => void this.#toggle(one), again: () => void this.#again(one) };
            return html`${deliveryRow(words, one, actions)}${
              isOpen && this.opened ? attempts(words, this.opened, labels.length) : nothing
            }`;
          })}
        </tbody>
      </table>
    `;
  }

  readonly #more = (): void => {
    const known = this.#loader.state.value;
    if (!known) return;
    void this.#loader.run(async (signal) => {
      const next = await this.office.api.deliveries.list(this.filter, known.nextCursor, signal);
      return { ...next, items: [...known.items, ...next.items] };
    });
  };

  async #toggle({ id }: Delivery): Promise<void> {
    const isClosing = this.opened?.id === id;
    await this.#act(async () => {
      this.opened = isClosing ? undefined : await this.office.api.deliveries.find(id);
    });
  }

  async #again({ id }: Delivery): Promise<void> {
    await this.#act(async () => {
      await this.office.api.deliveries.sendAgain(id);
      this.said = 'delivery.sent-again';
      this.opened = undefined;
      this.reload();
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    this.said = undefined;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    }
  }
}
