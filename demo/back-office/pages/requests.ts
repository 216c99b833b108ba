import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RequestChoices, RequestList } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { list } from '../parts/list.js';
import { pageLink } from '../parts/paging.js';
import { requestColumns } from '../parts/request-columns.js';
import { requestFilters, statusLinks, type RequestFilters } from '../parts/request-filters.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { ALL_REQUESTS, fromTheStart, isNarrowed, type RequestsRoute } from '../request-route.js';
import { addressOf } from '../route.js';

/** The tab with what customers sent: found, filtered, sorted and paged by the address. */
export class RequestsPage extends OfficePage {
  @property({ attribute: false }) route: RequestsRoute = ALL_REQUESTS;

  readonly #loader = createLoader<RequestList>(this);
  readonly #choices = createLoader<RequestChoices>(this);
  readonly #typing = createTyping(this);

  protected override get heading(): string {
    return this.office.words.say('requests');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.requests(this.route, signal));
    void this.#choices.run((signal) => this.office.api.requestChoices(signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (!changed.has('route') || (before && addressOf(before) === addressOf(this.route))) return;
    void this.#loader.run((signal) => this.office.api.requests(this.route, signal));
    if (!before) void this.#choices.run((signal) => this.office.api.requestChoices(signal));
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { route } = this;
    const load = this.#loader.state;
    const filters: RequestFilters = {
      ...{ route, list: load.value, choices: this.#choices.state.value },
      go: (change) => {
        this.#go(change);
      },
    };
    return html`
      ${statusLinks(words, filters)}
      ${searchForm(words, this.#typing, {
        query: route.query,
        hint: words.say('search.requests'),
        search: (query, options) => {
          this.#go({ query }, options);
        },
        filters: requestFilters(words, filters),
      })}
      ${list(words, {
        what: 'requests',
        load,
        columns: requestColumns(new Date(), route.sort),
        rowClass: ({ isUnread }) => (isUnread ? 'unread' : ''),
        isNarrowed: isNarrowed(route),
        clearAddress: addressOf(ALL_REQUESTS),
        summary: (value) => this.#summary(value),
        paging: (value) => this.#paging(value),
        retry: () => {
          this.reload();
        },
      })}
    `;
  }

  #summary({ total: { count, isMore } }: RequestList): string {
    const { words } = this.office;
    return isMore ? words.say('requests.more', { count: words.number(count) }) : words.count('requests', count);
  }

  #paging({ previous, next }: RequestList): TemplateResult | typeof nothing {
    if (previous === undefined && next === undefined) return nothing;
    const { words } = this.office;
    const first = fromTheStart(this.route);
    return html`
      <nav class="paging" aria-label=${words.say('paging')}>
        ${pageLink(words.say('paging.previous'), 'prev', previous === undefined ? undefined : { ...first, before: previous })}
        ${previous === undefined ? nothing : html`<a href=${addressOf(first)}>${words.say('list.first')}</a>`}
        ${pageLink(words.say('paging.next'), 'next', next === undefined ? undefined : { ...first, after: next })}
      </nav>
    `;
  }

  #go(change: Partial<RequestsRoute>, options?: { replace: boolean }): void {
    this.office.router.go({ ...fromTheStart(this.route), ...change }, options);
  }
}
