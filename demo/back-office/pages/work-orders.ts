import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Page, WorkOrderRow } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { customerCell } from '../parts/customer.js';
import { list, type Column } from '../parts/list.js';
import { pageCount, paging } from '../parts/paging.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { moment, statusBadge } from '../parts/status-badge.js';
import { addressOf, type Route } from '../route.js';

type WorkOrdersRoute = Extract<Route, { page: 'work-orders' }>;

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
  @property({ attribute: false }) route: WorkOrdersRoute = { page: 'work-orders', query: '', number: 1 };

  readonly #loader = createLoader<Page<WorkOrderRow>>(this);
  readonly #typing = createTyping(this);

  protected override get heading(): string {
    return this.office.words.say('work-orders');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    const { query, number } = this.route;
    void this.#loader.run((signal) => this.office.api.workOrders({ query, page: number }, signal));
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
          router.go({ ...this.route, number: 1, query }, options);
        },
      })}
      ${list(words, {
        what: 'work-orders',
        load: this.#loader.state,
        columns,
        isNarrowed: this.route.query.trim() !== '' || this.route.number > 1,
        clearAddress: addressOf({ page: 'work-orders', query: '', number: 1 }),
        summary: (page) => this.#summary(page),
        paging: (page) => paging(words, this.route, page),
        retry: () => {
          this.reload();
        },
      })}
    `;
  }

  #summary(page: Page<WorkOrderRow>): string {
    const { words } = this.office;
    const count = words.count('work-orders', page.total);
    const pages = pageCount(page);
    return pages > 1 ? words.say('count.page', { count, page: page.page, pages }) : count;
  }
}
