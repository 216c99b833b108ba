import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RequestStatus } from 'portal-request-form/contract';
import type { OfficeRequest, RequestChoices } from '../../office-contract/index.js';
import type { ChosenReason } from '../api/request-desk.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { customerCard } from '../parts/customer.js';
import type { DeclineDialog } from '../parts/decline-dialog.js';
import { failureNotice } from '../parts/failure-notice.js';
import { answersCard, checklistCard, detailsCard, historyCard, termsCard } from '../parts/request-sections.js';
import { mergedRequests } from '../parts/merged-requests.js';
import { statusBadge } from '../parts/status-badge.js';
import { addressOf } from '../route.js';

/** What was done here, said once in words that follow the language. */
type Outcome =
  { is: 'accepted'; workOrder: string } | { is: 'declined' } | { is: 'merged'; other: string } | { is: 'unmerged' };

/** How a request stands after it. */
const STATUS_AFTER: Readonly<Record<Outcome['is'], RequestStatus>> = {
  accepted: 'accepted',
  declined: 'declined',
  merged: 'declined',
  unmerged: 'submitted',
};

/** What can still be accepted or declined. */
const OPEN: ReadonlySet<RequestStatus> = new Set(['submitted', 'needs-info']);

/** One portal request, whole, with what the office can do with it. */
export class RequestPage extends OfficePage {
  @property({ attribute: false }) requestId = '';
  @state() private outcome?: Outcome;
  @state() private failure?: OfficeFailure;
  @state() private isBusy = false;

  readonly #loader = createLoader<OfficeRequest>(this);
  readonly #choices = createLoader<RequestChoices>(this);

  protected override get heading(): string {
    return this.#loader.state.value?.reference ?? this.office.words.say('request');
  }

  protected override get isShown(): boolean {
    return this.#loader.state.value !== undefined || !this.#loader.state.isLoading;
  }

  override reload(): void {
    this.failure = undefined;
    void this.#loader.run((signal) => this.office.api.request(this.requestId, signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('requestId')) return;
    this.outcome = undefined;
    void this.#choices.run((signal) => this.office.api.requestChoices(signal));
    this.failure = undefined;
    void this.#loader.run((signal) => this.office.api.request(this.requestId, signal), { forget: true });
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <p class="back">
        <a href=${addressOf(this.office.router.lastList.requests)}
          >${words.say('back', { list: words.say('requests') })}</a
        >
      </p>
      <div class="title">
        <h1 tabindex="-1">
          ${value ? html`${value.reference} <span class="secondary" dir="auto">${words.text(value.title, value.portalLocale)}</span>` : words.say('request')}
        </h1>
        ${value ? statusBadge(words, value.status) : nothing}
      </div>
      <p class="loading" role="status">${isLoading && !value ? words.say('loading') : nothing}</p>
      ${
        failure
          ? failureNotice(words, failure, () => {
              this.reload();
            })
          : nothing
      }
      ${value ? this.#request(value) : nothing}
    `;
  }

  #request(request: OfficeRequest): TemplateResult {
    const { words } = this.office;
    return html`
      <div class="columns">
        <div class="aside">
          ${this.#handling(request)}
          <section class="card" aria-labelledby="customer-heading">
            <h2 id="customer-heading">${words.say('customer')}</h2>
            ${customerCard(words, request.customer)}
          </section>
        </div>
        <div class="given">
          <office-asking .office=${this.office} .request=${request} @changed=${this.#reread}></office-asking>
          ${answersCard(this.office, request)} ${checklistCard(this.office, request)} ${termsCard(this.office, request)}
        </div>
        <div class="aside">
          ${historyCard(this.office, request)} ${detailsCard(this.office, request)}
          <office-receipt-check .office=${this.office} .request=${request}></office-receipt-check>
        </div>
      </div>
    `;
  }

  #handling(request: OfficeRequest): TemplateResult {
    const { words } = this.office;
    return html`
      <section class="card handling" aria-labelledby="handling-heading">
        <h2 id="handling-heading" tabindex="-1">${words.say('handling')}</h2>
        <div role="status">${this.outcome ? this.#outcomeNotice(this.outcome, request) : nothing}</div>
        ${this.failure ? failureNotice(words, this.failure) : nothing}
        ${
          request.workOrder
            ? html`<p>
                ${words.say('work-order')}
                <a href=${addressOf({ page: 'work-order', id: request.workOrder.id })}
                  >${request.workOrder.reference}</a
                >
              </p>`
            : nothing
        }
        ${mergedRequests(words, request, () => void this.#undoMerge())}
        ${request.reason ? html`<p>${words.say('reason')}: <q class="words" dir="auto">${request.reason}</q></p>` : nothing}
        <p class="on-paper">${words.say('assignee')}: ${request.assignee?.name ?? words.say('assignee.nobody')}</p>
        ${OPEN.has(request.status) ? this.#actions(request) : nothing}
        <office-request-desk
          .office=${this.office}
          .request=${request}
          .choices=${this.#choices.state.value}
          @changed=${this.#reread}
        ></office-request-desk>
        <button
          class="button print"
          type="button"
          @click=${() => {
            print();
          }}
        >
          ${words.say('print')}
        </button>
      </section>
    `;
  }

  #outcomeNotice(outcome: Outcome, { reference }: OfficeRequest): TemplateResult {
    return html`<p class="outcome">${this.office.words.say(outcome.is, { reference, ...outcome })}</p>`;
  }

  #actions(request: OfficeRequest): TemplateResult {
    const { words } = this.office;
    const busy = this.isBusy ? 'true' : nothing;
    return html`
      <p class="hint">${words.say('accept.hint')}</p>
      <div class="actions">
        <button class="button button-primary" type="button" aria-disabled=${busy} @click=${this.#accept}>
          ${words.say('accept')}
        </button>
        <button class="button" type="button" aria-haspopup="dialog" aria-disabled=${busy} @click=${this.#ask}>
          ${words.say('decline')}
        </button>
        <office-merge-dialog .office=${this.office} .request=${request} @merged=${this.#merged}></office-merge-dialog>
      </div>
      <office-decline-dialog
        .words=${words}
        .reference=${request.reference}
        .portalLocale=${request.portalLocale}
        .reasons=${this.#choices.state.value?.declineReasons ?? []}
        .isBusy=${this.isBusy}
        @decline=${this.#decline}
      ></office-decline-dialog>
    `;
  }

  get #dialog(): DeclineDialog | null {
    return this.querySelector<DeclineDialog>('office-decline-dialog');
  }

  #ask(): void {
    if (!this.isBusy) this.#dialog?.open();
  }

  async #accept(): Promise<void> {
    await this.#act(async ({ id }) => ({ is: 'accepted', workOrder: await this.office.api.accept(id) }));
  }

  async #decline({ detail }: CustomEvent<ChosenReason>): Promise<void> {
    await this.#act(async ({ id }) => {
      await this.office.api.decline(id, detail);
      return { is: 'declined' };
    });
  }

  async #merged(event: CustomEvent<string>): Promise<void> {
    await this.#act(() => Promise.resolve({ is: 'merged', other: event.detail }));
  }

  async #undoMerge(): Promise<void> {
    await this.#act(async ({ id }) => {
      await this.office.api.unmerge(id);
      return { is: 'unmerged' };
    });
  }

  async #act(act: (request: OfficeRequest) => Promise<Outcome>): Promise<void> {
    const request = this.#loader.state.value;
    if (!request || this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      this.outcome = await act(request);
      this.#dialog?.close();
      this.#loader.replace({ ...request, status: STATUS_AFTER[this.outcome.is] });
      await this.#refresh();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.#dialog?.close();
      if (error.code !== 'session-expired') this.failure = error;
      if (error.code === 'conflict') await this.#refresh();
    } finally {
      this.isBusy = false;
    }
  }

  #reread(): void {
    void this.#loader.run((signal) => this.office.api.request(this.requestId, signal));
  }

  /** Fetches how the request stands now; focus moves to the panel, because its buttons may be gone. */
  async #refresh(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('#handling-heading')?.focus();
    await this.#loader.run((signal) => this.office.api.request(this.requestId, signal));
  }
}
