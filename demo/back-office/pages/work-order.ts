import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { WorkOrder } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { customerCard } from '../parts/customer.js';
import { failureNotice } from '../parts/failure-notice.js';
import { moment, statusBadge } from '../parts/status-badge.js';
import { addressOf } from '../route.js';

/** One work order, with the way to the request it came from. */
export class WorkOrderPage extends OfficePage {
  @property({ attribute: false }) orderId = '';

  readonly #loader = createLoader<WorkOrder>(this);

  protected override get heading(): string {
    return this.#loader.state.value?.reference ?? this.office.words.say('work-order');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(forget = true): void {
    void this.#loader.run((signal) => this.office.api.workOrder(this.orderId, signal), { forget });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('orderId')) this.reload();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <p class="back">
        <a href=${addressOf(this.office.router.lastList['work-orders'])}
          >${words.say('back', { list: words.say('work-orders') })}</a
        >
      </p>
      <h1 tabindex="-1">${words.say('work-order')} ${value?.reference ?? ''}</h1>
      <p class="loading" role="status">${isLoading ? words.say('loading') : nothing}</p>
      ${
        failure
          ? failureNotice(words, failure, () => {
              this.reload();
            })
          : nothing
      }
      ${value ? this.#order(value) : nothing}
    `;
  }

  #order(order: WorkOrder): TemplateResult {
    const { words } = this.office;
    const facts: [label: string, value: TemplateResult | string][] = [
      [words.say('status'), statusBadge(words, order.status)],
      [words.say('type'), html`<span dir="auto">${words.text(order.title, order.portalLocale)}</span>`],
      [words.say('created'), moment(words, order.createdAt)],
      [words.say('created-by'), html`<span dir="auto">${order.createdBy ?? words.say('by-itself')}</span>`],
      [
        words.say('request'),
        html`<a href=${addressOf({ page: 'request', id: order.request.id })}>${order.request.reference}</a>`,
      ],
    ];
    return html`
      <section class="card" aria-labelledby="details-heading">
        <h2 id="details-heading">${words.say('details')}</h2>
        <dl class="facts">
          ${facts.map(
            ([label, value]) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      </section>
      <office-progress
        .office=${this.office}
        .order=${order}
        @changed=${() => {
          this.reload(false);
        }}
      ></office-progress>
      <section class="card" aria-labelledby="customer-heading">
        <h2 id="customer-heading">${words.say('customer')}</h2>
        ${customerCard(words, order.customer)}
      </section>
    `;
  }
}
