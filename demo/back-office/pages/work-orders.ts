import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { WorkOrderList, WorkOrderRow } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { customerCell } from '../parts/customer.js';
import { list, type Column } from '../parts/list.js';
import { paging, totalWords } from '../parts/paging.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { moment, statusBadge } from '../parts/status-badge.js';
import { addressOf, ALL_WORK_ORDERS, type WorkOrdersRoute } from '../route.js';

const columns: readonly Column<WorkOrderRow>[] = [
  {
    label: 'reference',
    cell: ({ id, reference }) => html`<a href=${addressOf({ page: 'work-order', id })}>${reference}</a>`,
  },
  {
    label: 'type',
    cell: ({ title, portalLocale }, words) => html`<span dir="auto">${words.text(title, portalLocale)}</span>`,
  },
  { label: 'customer', cell: ({ customer }, words) => customerCell(words, customer) },
  { label: 'created', cell: ({ createdAt }, words) => moment(words, createdAt) },
  { label: 'status', cell: ({ status }, words) => statusBadge(words, status) },
  {
    label: 'request',
    cell: ({ request }) => html`<a href=${addressOf({ page: 'request', id: request.id })}>${request.reference}</a>`,
  },
];

/** The tab with the work orders that accepted requests became. */
export class WorkOrdersPage extends OfficePage {
  @property({ attribute: false }) route: WorkOrdersRoute = ALL_WORK_ORDERS;

  readonly #loader = createLoader<WorkOrderList>(this);
  readonly #typing = createTyping(this);

  protected override get heading(): string {
    return this.office.words.say('work-orders');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.workOrders(this.route, signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (changed.has('route') && (!before || addressOf(before) !== addressOf(this.route))) this.reload();
  }

  protected override render(): TemplateResult {
    const { words, router } = this.office;
    return html`
      ${searchForm(words, this.#typing, {
        query: this.route.query,
        search: (query, options) => {
          router.go({ ...ALL_WORK_ORDERS, query }, options);
        },
      })}
      ${list(words, {
        what: 'work-orders',
        load: this.#loader.state,
        columns,
        isNarrowed: this.route.query.trim() !== '',
        clearAddress: addressOf(ALL_WORK_ORDERS),
        summary: (value) => totalWords(words, 'work-orders', value),
        paging: (value) => paging(words, this.route, value),
        retry: () => {
          this.reload();
        },
      })}
    `;
  }
}
