import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WebhookEndpoint } from '../../office-contract/index.js';
import type { EndpointChange } from '../api/deliveries.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import type { Office } from '../office.js';
import type { TextKey } from '../texts/index.js';
import { failureNotice } from './failure-notice.js';
import type { WebhookDialog } from './webhook-dialog.js';

/** The endpoints that hear of events. Fires `tested` after a test was sent. */
export class Webhooks extends LitElement {
  @property({ attribute: false }) office!: Office;
  @state() private said: TextKey | undefined;
  @state() private failure: OfficeFailure | undefined;
  @state() private told: { url: string; secret: string } | undefined;

  readonly #loader = createLoader<WebhookEndpoint[]>(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.reload();
  }

  reload(): void {
    void this.#loader.run((signal) => this.office.api.deliveries.endpoints(signal));
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure } = this.#loader.state;
    return html`
      <section class="card" aria-labelledby="webhooks-title">
        <h2 id="webhooks-title">${words.say('webhooks')}</h2>
        <p class="hint">${words.say('webhooks.hint')}</p>
        ${failure ? failureNotice(words, failure, () => this.reload()) : nothing}
        ${this.failure ? failureNotice(words, this.failure) : nothing}
        <p role="status" class=${this.said ? 'outcome' : nothing}>${this.said ? words.say(this.said) : nothing}</p>
        ${this.told ? this.#secret(this.told) : nothing}
        ${value?.length === 0 ? html`<p class="empty">${words.say('webhooks.empty')}</p>` : nothing}
        <ul class="plain endpoints">
          ${value?.map((endpoint) => this.#endpoint(endpoint))}
        </ul>
        <button type="button" class="button" @click=${() => this.#dialog?.open()}>${words.say('webhook.add')}</button>
        <office-webhook-dialog .words=${words} .save=${this.#save} .removal=${this.#remove}></office-webhook-dialog>
      </section>
    `;
  }

  get #dialog(): WebhookDialog | null {
    return this.querySelector<WebhookDialog>('office-webhook-dialog');
  }

  #endpoint(endpoint: WebhookEndpoint): TemplateResult {
    const { words } = this.office;
    const { id, url, events, isPaused, goneAt, previousSecretUntil } = endpoint;
    const isOff = isPaused || goneAt !== undefined;
    return html`
      <li>
        <p>
          <span class="badge ${isOff ? 'badge-declined' : 'badge-accepted'}">
            ${words.say(isOff ? 'webhook.paused' : 'webhook.active')}
          </span>
          <strong class="address" dir="ltr">${url}</strong>
        </p>
        <p class="secondary">${events.map((event) => words.say(`event.${event}`)).join(', ')}</p>
        ${goneAt ? html`<p class="notice">${words.say('webhook.gone', { at: words.moment(goneAt) })}</p>` : nothing}
        ${
          previousSecretUntil
            ? html`<p class="hint">${words.say('webhook.overlap', { at: words.moment(previousSecretUntil) })}</p>`
            : nothing
        }
        <div class="actions" role="group" aria-label=${url}>
          <button type="button" class="button" @click=${() => this.#dialog?.open(endpoint)}>
            ${words.say('webhook.edit')}
          </button>
          <button type="button" class="button" @click=${() => void this.#test(id)}>${words.say('webhook.test')}</button>
          <button type="button" class="button" @click=${() => void this.#rotate(endpoint)}>
            ${words.say('webhook.rotate')}
          </button>
        </div>
      </li>
    `;
  }

  #secret({ url, secret }: { url: string; secret: string }): TemplateResult {
    const { words } = this.office;
    return html`
      <div class="notice secret">
        <p>
          <strong>${words.say('webhook.secret', { url })}</strong><br />
          ${words.say('webhook.secret.hint')}
        </p>
        <p><code dir="ltr">${secret}</code></p>
        <button type="button" class="button" @click=${() => void this.#copy(secret)}>
          ${words.say('webhook.copy')}
        </button>
      </div>
    `;
  }

  async #copy(secret: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      this.said = 'webhook.copied';
    } catch {
      this.said = 'webhook.not-copied'; // without the right to, people copy by hand
    }
  }

  /** Does something and says how it went; resolves to whether it went well. */
  async #act(act: () => Promise<void>, said?: TextKey): Promise<void> {
    this.failure = undefined;
    this.said = undefined;
    try {
      await act();
      this.said = said;
      this.reload();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    }
  }

  async #test(id: string): Promise<void> {
    await this.#act(() => this.office.api.deliveries.sendTest(id), 'webhook.tested');
    this.dispatchEvent(new CustomEvent('tested'));
  }

  #rotate({ id, url }: WebhookEndpoint): Promise<void> {
    return this.#act(async () => {
      this.told = { url, secret: await this.office.api.deliveries.rotateSecret(id) };
    });
  }

  readonly #save = async (change: EndpointChange, id: string | undefined): Promise<void> => {
    const { deliveries } = this.office.api;
    if (id !== undefined) await deliveries.changeEndpoint(id, change);
    else this.told = { url: change.url, secret: await deliveries.addEndpoint(change) };
    this.said = 'webhook.saved';
    this.failure = undefined;
    this.reload();
  };

  readonly #remove = async (id: string): Promise<void> => {
    await this.office.api.deliveries.removeEndpoint(id);
    this.told = undefined;
    this.said = 'webhook.removed';
    this.failure = undefined;
    this.reload();
  };
}
