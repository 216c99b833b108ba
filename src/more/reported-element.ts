import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Failure } from '../api/failure.js';
import type { RequestSummary } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { controlId } from '../state/pointers.js';
import type { ReportedChoice } from '../state/request-state.js';
import { subjectsOf } from '../state/subjects.js';
import { addForm } from './reported-form.js';
import { hasFiles, summaryText } from './reported-text.js';

/** How many open requests are shown. */
const SHOWN = 5;

/** Shows the customer's own open requests about the same before another one is sent, and adds to one instead. */
export class ReportedElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;
  @state() protected found: readonly RequestSummary[] = [];
  @state() protected isBusy = false;
  @state() protected isEmpty = false;
  @state() protected failure?: Failure;

  /** What was asked about: who asks, and the subjects. */
  #about = '';
  #asking?: AbortController;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking?.abort();
    this.#about = '';
  }

  protected override willUpdate(): void {
    const { snapshot } = this;
    const { customer } = snapshot?.state ?? {};
    const subjects = snapshot && customer ? subjectsOf(snapshot.view) : [];
    const about = customer && subjects.length > 0 ? [customer.id, ...subjects].join(' ') : '';
    if (about === this.#about) return;
    this.#about = about;
    this.#asking?.abort();
    this.found = [];
    if (about) void this.#ask(subjects);
  }

  protected override render(): TemplateResult {
    const { snapshot, found } = this;
    const choice = this.#choice();
    const isShown = snapshot?.more && found.length > 0 && !(choice && !choice.to);
    return html`<div class=${isShown ? 'notice reported' : ''}>
      <div role="status">
        ${isShown ? html`<h3>${snapshot.words.message('reported.title', { count: found.length })}</h3>` : nothing}
      </div>
      ${isShown ? this.#list(snapshot, choice) : nothing}
    </div>`;
  }

  /** What the customer chose about exactly this. */
  #choice(): ReportedChoice | undefined {
    const choice = this.snapshot?.state.reported;
    return choice?.about === this.#about ? choice : undefined;
  }

  #list(snapshot: Snapshot, choice: ReportedChoice | undefined): TemplateResult {
    const { words } = snapshot;
    const rest = this.found.length - SHOWN;
    return html`<p>${words.message('reported.help')}</p>
      <ul class="items">
        ${repeat(
          this.found.slice(0, SHOWN),
          ({ id }) => id,
          (request) => html`<li class="item">${this.#request(snapshot, request, choice)}</li>`,
        )}
      </ul>
      ${rest > 0 ? html`<p class="hint">${words.message('reported.others', { count: rest })}</p>` : nothing}
      <button type="button" class="link" part="link" @click=${() => void this.#choose({ about: this.#about })}>
        ${words.message('reported.another')}
      </button>`;
  }

  #request(snapshot: Snapshot, request: RequestSummary, choice: ReportedChoice | undefined): TemplateResult {
    const { words } = snapshot;
    const { reference, status } = request;
    const sent = { type: words.text(request.title), date: words.moment(request.submittedAt) };
    return html`<p>
        <strong>${reference}</strong> · ${words.message('reported.sent', sent)} ·
        <span class="status" data-status=${status}>${words.message(`status.${status}`)}</span>
      </p>
      ${choice?.to === request.id ? this.#form(snapshot, request, choice) : this.#addButton(snapshot, request)}`;
  }

  #addButton(snapshot: Snapshot, request: RequestSummary): TemplateResult {
    const open = () => this.#open(request, summaryText(snapshot));
    return html`<button
      type="button"
      class="button"
      part="button"
      data-request=${request.id}
      @click=${() => void open()}
    >
      ${snapshot.words.message('reported.add', { reference: request.reference })}
    </button>`;
  }

  #form(snapshot: Snapshot, request: RequestSummary, choice: ReportedChoice): TemplateResult {
    const { about, to, text = '' } = choice;
    return addForm({
      request,
      text,
      hasFiles: hasFiles(snapshot),
      isBusy: this.isBusy,
      isEmpty: this.isEmpty,
      failure: this.failure,
      words: snapshot.words,
      typed: (typed) => void this.#choose({ about, to, text: typed }),
      send: () => void this.#send(request, text),
      cancel: () => void this.#cancel(request),
    });
  }

  async #ask(subjects: readonly string[]): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const more = await this.actions?.more();
      const found = (await more?.openAbout(subjects, asking.signal)) ?? [];
      if (!asking.signal.aborted) this.found = found;
    } catch (error) {
      if (!asking.signal.aborted) console.warn('portal-request-form: open requests could not be asked for', error);
    }
  }

  async #choose(choice: ReportedChoice | undefined): Promise<void> {
    const more = await this.actions?.more();
    await more?.choose(choice);
    await this.updateComplete;
  }

  async #open(request: RequestSummary, text: string): Promise<void> {
    this.isEmpty = false;
    this.failure = undefined;
    await this.#choose({ about: this.#about, to: request.id, text });
    this.#focusText(request);
  }

  async #cancel(request: RequestSummary): Promise<void> {
    await this.#choose(undefined);
    this.querySelector<HTMLElement>(`[data-request="${CSS.escape(request.id)}"]`)?.focus();
  }

  async #send(request: RequestSummary, text: string): Promise<void> {
    if (this.isBusy) return;
    this.failure = undefined;
    this.isEmpty = text.trim() === '';
    if (this.isEmpty) {
      this.#focusText(request);
      return;
    }
    this.isBusy = true;
    const more = await this.actions?.more();
    this.failure = await more?.addTo(request);
    this.isBusy = false;
  }

  #focusText({ id }: RequestSummary): void {
    this.querySelector<HTMLElement>(`#${CSS.escape(controlId(`/reported/${id}`))}`)?.focus();
  }
}
