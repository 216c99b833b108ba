import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { WEBHOOK_EVENTS, type WebhookEndpoint } from '../../office-contract/index.js';
import type { EndpointChange } from '../api/deliveries.js';
import { OfficeFailure } from '../failure.js';
import { isTextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { failureNotice } from './failure-notice.js';

/** Asks where events go, and which. It closes once that is saved; what is wrong is said at its place. */
export class WebhookDialog extends LitElement {
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) save!: (change: EndpointChange, id: string | undefined) => Promise<void>;
  @property({ attribute: false }) removal!: (id: string) => Promise<void>;
  @state() private endpoint: WebhookEndpoint | undefined;
  @state() private failure: OfficeFailure | undefined;
  @state() private isBusy = false;
  @state() private isRemoving = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens on an endpoint, or on a new one. */
  open(endpoint?: WebhookEndpoint): void {
    this.endpoint = endpoint;
    this.failure = undefined;
    this.isRemoving = false;
    void this.updateComplete.then(() => {
      this.querySelector('form')?.reset();
      this.querySelector('dialog')?.showModal();
    });
  }

  readonly #close = (): void => {
    this.querySelector('dialog')?.close();
  };

  protected override render(): TemplateResult {
    const { words, endpoint } = this;
    return html`
      <dialog aria-labelledby="webhook-title">
        <form @submit=${this.#submit} novalidate>
          <h2 id="webhook-title">${words.say(endpoint ? 'webhook.edit' : 'webhook.add')}</h2>
          ${this.failure?.issues.length === 0 ? failureNotice(words, this.failure) : nothing} ${this.#url()}
          ${this.#events()}
          ${
            endpoint
              ? html`<label class="check">
                  <input type="checkbox" name="paused" ?checked=${endpoint.isPaused} /> ${words.say('webhook.paused')}
                </label>`
              : nothing
          }
          <div class="actions">
            <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
              ${words.say('save')}
            </button>
            <button class="button" type="button" @click=${this.#close}>${words.say('cancel')}</button>
            ${endpoint ? this.#removal(endpoint) : nothing}
          </div>
        </form>
      </dialog>
    `;
  }

  #said(pointer: string, prefix: string): string | undefined {
    const code = this.failure?.issues.find((issue) => issue.pointer.startsWith(pointer))?.code;
    if (code === undefined) return undefined;
    const key = `${prefix}.${code}`;
    return this.words.say(isTextKey(key) ? key : 'failure.refused');
  }

  #url(): TemplateResult {
    const said = this.#said('/url', 'target');
    return html`
      <div class="control">
        <label for="webhook-url">${this.words.say('webhook.url')}</label>
        <input
          id="webhook-url"
          name="url"
          type="url"
          dir="ltr"
          autocomplete="off"
          value=${this.endpoint?.url ?? ''}
          required
          aria-invalid=${said ? 'true' : nothing}
          aria-describedby="webhook-url-error"
        />
        <p class="error" id="webhook-url-error">${said ?? nothing}</p>
      </div>
    `;
  }

  #events(): TemplateResult {
    const { words, endpoint } = this;
    const said = this.#said('/events', 'events');
    return html`
      <fieldset class="events ${said ? 'is-wrong' : ''}" aria-describedby="webhook-events-error">
        <legend>${words.say('webhook.events')}</legend>
        ${WEBHOOK_EVENTS.map(
          (event) =>
            html`<label class="check">
              <input
                type="checkbox"
                name="events"
                value=${event}
                ?checked=${endpoint === undefined || endpoint.events.includes(event)}
              />
              ${words.say(`event.${event}`)}
            </label>`,
        )}
        <p class="error" id="webhook-events-error">${said ?? nothing}</p>
      </fieldset>
    `;
  }

  #removal({ id }: WebhookEndpoint): TemplateResult {
    const { words } = this;
    if (!this.isRemoving) {
      const ask = () => (this.isRemoving = true);
      return html`<button class="button" type="button" @click=${ask}>${words.say('webhook.remove')}</button>`;
    }
    return html`
      <p role="alert">${words.say('webhook.remove.title')} ${words.say('webhook.remove.hint')}</p>
      <button class="button button-danger" type="button" @click=${() => void this.#act(() => this.removal(id))}>
        ${words.say('webhook.remove')}
      </button>
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const answers = new FormData(event.currentTarget);
    const events = WEBHOOK_EVENTS.filter((one) => answers.getAll('events').includes(one));
    const url = answers.get('url');
    const change = { url: typeof url === 'string' ? url.trim() : '', events, isPaused: answers.has('paused') };
    void this.#act(() => this.save(change, this.endpoint?.id));
  }

  async #act(act: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    try {
      await act();
      this.#close();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid=true], .is-wrong input')?.focus();
    } finally {
      this.isBusy = false;
    }
  }
}
