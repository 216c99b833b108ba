import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Failure } from '../api/failure.js';
import type { RequestSummary, RequestType } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { failureText } from './earlier-failure.js';

/** Whether a request of this type is not finished yet. */
const isUnderWay = ({ state: { requestType, receipt, drafts } }: Snapshot, { id }: RequestType): boolean =>
  (requestType === id && !receipt) || drafts.some((draft) => draft.requestType === id);

/** Repeats one of the customer's own requests; asks first what should become of one that is not finished. */
export class RequestAgainElement extends LitElement {
  @property({ attribute: false }) request?: RequestSummary;
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;
  @state() protected isAsking = false;
  @state() protected isBusy = false;
  @state() protected failure?: Failure;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { request, snapshot } = this;
    const type = snapshot?.state.config?.requestTypes.find(({ id }) => id === request?.requestType);
    if (!request || !snapshot?.more) return nothing;
    const { failure } = this;
    const view = html`<button
      type="button"
      class="link"
      part="link"
      aria-label=${snapshot.words.message('request.open-which', { reference: request.reference })}
      @click=${() => void this.#view(request)}
    >
      ${snapshot.words.message('request.open')}
    </button>`;
    if (!type) return view;
    return html`${view}
    ${this.isAsking ? this.#question(snapshot, request, type) : this.#button(snapshot, request, type)}
    ${failure ? html`<p class="error" role="alert">${failureText(failure, snapshot.words)}</p>` : nothing}`;
  }

  #button(snapshot: Snapshot, request: RequestSummary, type: RequestType): TemplateResult {
    const { words } = snapshot;
    const { reference } = request;
    const act = () => (isUnderWay(snapshot, type) ? this.#ask() : this.#again(request));
    return html`<button
      type="button"
      class="link"
      part="link"
      aria-label=${words.message('earlier.again-which', { reference })}
      aria-busy=${this.isBusy ? 'true' : nothing}
      @click=${() => void act()}
    >
      ${words.message('earlier.again')}
    </button>`;
  }

  #question({ words }: Snapshot, request: RequestSummary, type: RequestType): TemplateResult {
    const { reference } = request;
    const question = `again-${request.id}`;
    const button = (text: string, act: () => Promise<void> | undefined) =>
      html`<button type="button" class="button" part="button" @click=${() => void act()}>${text}</button>`;
    return html`<div class="again" role="group" aria-labelledby=${question}>
      <p id=${question}>${words.message('start.unfinished', { type: words.text(type.label) })}</p>
      <div class="actions">
        ${button(words.message('continue'), () => this.actions?.continueDraft(type.id))}
        ${button(words.message('earlier.replace', { reference }), () => this.#again(request))}
        <button type="button" class="link" part="link" @click=${() => void this.#show(false)}>
          ${words.message('earlier.cancel')}
        </button>
      </div>
    </div>`;
  }

  async #view({ id }: RequestSummary): Promise<void> {
    const more = await this.actions?.more();
    await more?.opened.open(id);
  }

  #ask(): Promise<void> {
    return this.#show(true);
  }

  /** Shows the question or the button; the focus goes along. */
  async #show(isAsking: boolean): Promise<void> {
    this.isAsking = isAsking;
    this.failure = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>(isAsking ? '.again button' : 'button:last-of-type')?.focus();
  }

  async #again(request: RequestSummary): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    const more = await this.actions?.more();
    this.failure = await more?.again(request);
    this.isBusy = false;
  }
}
