import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Failure } from '../api/failure.js';
import { createId } from '../api/id.js';
import type { RequestDetail } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { OpenedActions } from '../controller/more-part.js';
import { HEADING_ID } from '../fragments/ids.js';
import { review } from '../fragments/review.js';
import { isAsked, sentSnapshot } from '../state/reply.js';
import { failureText } from './earlier-failure.js';
import { messageBox } from './request-message.js';
import { nextStep, timeline } from './request-timeline.js';
import { withdrawal } from './request-withdrawal.js';

const OPEN: ReadonlySet<string> = new Set(['submitted', 'needs-info']);
const BACK_ID = 'request-back';

/** One request that was sent: whose turn it is, what is asked back, what happened, what was said: `<portal-request>`. */
export class RequestElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;
  @state() protected request?: RequestDetail;
  @state() protected failure?: Failure;
  @state() protected message = { text: '', key: '', isEmpty: false, isSaid: false };
  @state() protected messageFailure?: Failure;
  @state() protected isBusy = false;
  @state() protected isAsking = false;
  /** When the reply arrived, or that there is nothing to reply to. */
  @state() protected outcome?: { at: string } | 'gone';

  #loaded?: string;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    const { opened, expired } = this.snapshot?.state ?? {};
    const wanted = expired ? this.#loaded : opened?.id;
    if (!opened || wanted === this.#loaded) return;
    this.#loaded = opened.id;
    void this.#load(true);
  }

  async #act(work: (opened: OpenedActions) => Promise<Failure | undefined>): Promise<Failure | undefined> {
    const more = await this.actions?.more();
    return more && work(more.opened);
  }

  async #close(): Promise<void> {
    const more = await this.actions?.more();
    await more?.opened.close();
  }

  async #load(isFirst = false): Promise<void> {
    const id = this.#loaded ?? '';
    this.failure = await this.#act((opened) =>
      opened.request(id, (request) => {
        this.request = request;
      }),
    );
    if (!this.request && !this.failure) this.#loaded = undefined; // signing in again comes first
    await this.updateComplete;
    if (isFirst) this.querySelector<HTMLElement>(`#${HEADING_ID}`)?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot, request } = this;
    if (!snapshot) return nothing;
    const { words, state } = snapshot;
    const isByLink = state.opened?.byLink ?? false;
    const portal = words.text(state.config?.portal.name);
    const reference = request?.reference ?? '';
    const heading = isByLink
      ? words.message('request.asked', { portal })
      : words.message('request.heading', { reference });
    return html`${isByLink ? nothing : this.#back(snapshot, 'request.back')}
      <h2 id=${HEADING_ID} part="heading" tabindex="-1">${heading}</h2>
      ${this.failure ? this.#failed(snapshot, this.failure, isByLink) : nothing} ${this.#outcome(snapshot, portal)}
      ${request ? this.#content(snapshot, request, portal, isByLink) : this.#loading(snapshot)}`;
  }

  #back({ words }: Snapshot, text: 'request.back' | 'request.close'): TemplateResult {
    return html`<p>
      <button
        type="button"
        class=${text === 'request.back' ? 'link' : 'button'}
        part=${text === 'request.back' ? 'link' : 'button'}
        id=${BACK_ID}
        @click=${() => void this.#close()}
      >
        ${words.message(text)}
      </button>
    </p>`;
  }

  #loading({ words }: Snapshot): TemplateResult | typeof nothing {
    return this.failure
      ? nothing
      : html`<div class="skeleton" role="status" aria-label=${words.message('request.loading')}></div>`;
  }

  #failed(snapshot: Snapshot, failure: Failure, isByLink: boolean): TemplateResult {
    const { words } = snapshot;
    const isOver = isByLink && ['session-expired', 'not-found', 'forbidden'].includes(failure.code);
    return html`<p class="notice" role="alert">
        ${isOver ? words.message('request.link-over') : failureText(failure, words)}
      </p>
      ${
        isOver
          ? nothing
          : html`<button type="button" class="button" part="button" @click=${() => void this.#load()}>
              ${words.message('failure.retry')}
            </button>`
      }
      ${isByLink ? this.#back(snapshot, 'request.close') : nothing}`;
  }

  #outcome({ words }: Snapshot, portal: string): TemplateResult {
    const { outcome, request } = this;
    const reference = request?.reference ?? '';
    const sentence =
      outcome === 'gone'
        ? words.message('request.gone')
        : outcome && words.message('request.replied', { portal, reference, time: words.moment(outcome.at) });
    return html`<div role="status">${sentence ? html`<p class="notice">${sentence}</p>` : nothing}</div>`;
  }

  #content(snapshot: Snapshot, request: RequestDetail, portal: string, isByLink: boolean): TemplateResult {
    const { words } = snapshot;
    if (isByLink) {
      const about = { type: words.text(request.title), reference: request.reference };
      return this.outcome
        ? this.#back(snapshot, 'request.close')
        : html`<p>${words.message('request.asked-about', about)}</p>
            ${this.#reply(request)}`;
    }
    return html`<p class="hint">${words.text(request.title)}</p>
      ${nextStep(request, portal, words)} ${this.#reply(request, portal)}
      <section class="section">
        <h3>${words.message('request.timeline')}</h3>
        ${timeline(request, portal, words)} ${this.#message(snapshot, request, portal)}
      </section>
      ${this.#sent(snapshot, request)} ${this.#withdrawal(snapshot, request, portal)}`;
  }

  #reply(request: RequestDetail, portal?: string): TemplateResult | typeof nothing {
    const { snapshot } = this;
    if (!snapshot || !isAsked(request)) return nothing;
    const { words } = snapshot;
    const done = (at: string) => void this.#settle({ at });
    const gone = () => void this.#settle('gone');
    return html`<section class="section">
      ${portal ? html`<h3>${words.message('request.asked', { portal })}</h3>` : nothing}
      <p class="preformatted said" dir="auto">${request.asked.message}</p>
      <portal-reply
        .snapshot=${snapshot}
        .actions=${this.actions}
        .request=${request}
        .done=${done}
        .gone=${gone}
      ></portal-reply>
    </section>`;
  }

  async #settle(outcome: { at: string } | 'gone'): Promise<void> {
    this.outcome = outcome;
    if (!this.snapshot?.state.opened?.byLink) await this.#load();
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${HEADING_ID}`)?.focus();
  }

  #message(snapshot: Snapshot, { status, id }: RequestDetail, portal: string): TemplateResult | typeof nothing {
    if (!OPEN.has(status)) return nothing;
    const { words } = snapshot;
    return messageBox({
      ...{ ...this.message, portal, words, isBusy: this.isBusy, failure: this.messageFailure },
      typed: (text) => {
        const key = text === this.message.text ? this.message.key : createId();
        this.message = { text, key, isEmpty: false, isSaid: false };
      },
      send: () => this.#say(id),
    });
  }

  async #say(id: string): Promise<void> {
    const { text, key } = this.message;
    const isEmpty = text.trim() === '';
    this.message = { ...this.message, isEmpty, isSaid: false };
    if (isEmpty) this.querySelector('textarea')?.focus();
    if (isEmpty || this.isBusy) return;
    this.isBusy = true;
    this.messageFailure = await this.#act((opened) => opened.say(id, text.trim(), key));
    this.isBusy = false;
    if (this.messageFailure || this.snapshot?.state.expired) return;
    this.message = { text: '', key: '', isEmpty: false, isSaid: true };
    await this.#load();
  }

  #sent(snapshot: Snapshot, request: RequestDetail): TemplateResult | typeof nothing {
    const sent = snapshot.state.config && sentSnapshot(request, snapshot.state.config, new Date(request.submittedAt));
    if (!sent) return nothing;
    return html`<details class="sent">
      <summary>${snapshot.words.message('request.sent')}</summary>
      ${review({ ...snapshot, ...sent })}
    </details>`;
  }

  #withdrawal(snapshot: Snapshot, request: RequestDetail, portal: string): TemplateResult | typeof nothing {
    if (request.isWithdrawable !== true) return nothing;
    const show = async (isAsking: boolean) => {
      this.isAsking = isAsking;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.withdrawal button')?.focus();
    };
    return withdrawal({
      ...{ words: snapshot.words, portal, reference: request.reference, isAsking: this.isAsking, isBusy: this.isBusy },
      ask: (isAsking) => void show(isAsking),
      confirm: () => void this.#withdraw(request.id),
    });
  }

  async #withdraw(id: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = await this.#act((opened) => opened.withdraw(id));
    this.isBusy = false;
    this.isAsking = false;
    const { failure } = this;
    await this.#load(true);
    this.failure ??= failure;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-request': RequestElement;
  }
}
