import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { OfficeRequestRow, Page } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { customerCell } from '../parts/customer.js';
import { list, type Column } from '../parts/list.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { moment, statusBadge } from '../parts/status-badge.js';
import { addressOf, FIRST_ROUTE, type Route } from '../route.js';
import { readStatus, STATUSES } from '../statuses.js';
import type { Words } from '../words.js';

type RequestsRoute = Extract<Route, { page: 'requests' }>;

const columns: readonly Column<OfficeRequestRow>[] = [
  {
    label: 'reference',
    cell: ({ id, reference }) => html`<a href=${addressOf({ page: 'request', id })}>${reference}</a>`,
  },
  {
    label: 'type',
    cell: ({ title, portalLocale }, words) => html`<span dir="auto">${words.text(title, portalLocale)}</span>`,
  },
  { label: 'customer', cell: ({ customer }, words) => customerCell(words, customer) },
  { label: 'submitted', cell: ({ submittedAt }, words) => moment(words, submittedAt) },
  { label: 'status', cell: ({ status }, words) => statusBadge(words, status) },
];

const total = (counts: Page<unknown>['counts']): number | undefined =>
  counts && Object.values(counts).reduce((sum, count) => sum + count, 0);

const counted = (words: Words, label: string, count: number | undefined): string =>
  count === undefined ? label : `${label} (${words.number(count)})`;

/** The tab with what customers sent: found, filtered and paged by the address. */
export class RequestsPage extends OfficePage {
  @property({ attribute: false }) route: RequestsRoute = FIRST_ROUTE;

  readonly #loader = createLoader<Page<OfficeRequestRow>>(this);
  readonly #typing = createTyping(this);

  protected override get heading(): string {
    return this.office.words.say('requests');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    const { query, status, number } = this.route;
    void this.#loader.run((signal) => this.office.api.requests({ query, status, page: number }, signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (changed.has('route') && (!before || addressOf(before) !== addressOf(this.route))) this.reload();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    return html`
      ${searchForm(words, this.#typing, {
        query: this.route.query,
        hint: words.say('search.requests'),
        search: (query, options) => {
          this.#go({ query }, options);
        },
        filters: this.#statusFilter(words),
      })}
      ${list(words, {
        what: 'requests',
        route: this.route,
        load: this.#loader.state,
        columns,
        retry: () => {
          this.reload();
        },
      })}
    `;
  }

  #statusFilter(words: Words): TemplateResult {
    const counts = this.#loader.state.value?.counts;
    const choose = (event: Event) => {
      event.stopPropagation();
      if (event.target instanceof HTMLSelectElement) this.#go({ status: readStatus(event.target.value) });
    };
    const option = (status: string, label: string, count: number | undefined) =>
      html`<option value=${status} .selected=${status === this.route.status}>${counted(words, label, count)}</option>`;
    return html`
      <div class="control">
        <label for="status">${words.say('status')}</label>
        <select id="status" @input=${choose}>
          ${option('', words.say('status.all'), total(counts))}
          ${STATUSES.map((status) => option(status, words.status(status), counts && (counts[status] ?? 0)))}
        </select>
      </div>
    `;
  }

  #go(change: Partial<RequestsRoute>, options?: { replace: boolean }): void {
    this.office.router.go({ ...this.route, number: 1, ...change }, options);
  }
}
