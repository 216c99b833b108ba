import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RequestChoices, RequestList } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import { newsOf, type News } from '../news.js';
import { OfficePage } from '../office.js';
import { list } from '../parts/list.js';
import { paging, totalWords } from '../parts/paging.js';
import { exportLinks } from '../parts/export-links.js';
import { requestColumns } from '../parts/request-columns.js';
import { requestFilters, statusLinks, type RequestFilters } from '../parts/request-filters.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { ALL_REQUESTS, fromTheStart, isNarrowed, type RequestsRoute } from '../request-route.js';
import { addressOf } from '../route.js';

const PAUSE = 300;
/** How far the chosen status stands from the edge of its row, in pixels. */
const EDGE = 16;

/** The tab with what customers sent: found, filtered, sorted and paged by the address. */
export class RequestsPage extends OfficePage {
  @property({ attribute: false }) route: RequestsRoute = ALL_REQUESTS;

  /** The list as it is on the server, once it was seen to change. */
  @state() private now?: RequestList | undefined;

  readonly #loader = createLoader<RequestList>(this);
  readonly #choices = createLoader<RequestChoices>(this);
  readonly #typing = createTyping(this);
  #timer?: ReturnType<typeof setTimeout>;
  #looking?: AbortController;
  #isWatching = false;
  #shownStatus?: RequestsRoute['status'];

  protected override get heading(): string {
    return this.office.words.say('requests');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#isWatching) this.office.events.watch(this, this.#lookSoon);
    this.#isWatching = true;
  }

  override reload(): void {
    this.#load();
    void this.#choices.run((signal) => this.office.api.requestChoices(signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (!changed.has('route') || (before && addressOf(before) === addressOf(this.route))) return;
    this.#load();
    if (!before) void this.#choices.run((signal) => this.office.api.requestChoices(signal));
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { route } = this;
    const news = this.#news;
    const load = { ...this.#loader.state, ...(news ? { value: news.shown } : {}) };
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
      <div role="status">${news ? this.#newsNotice(news) : nothing}</div>
      ${list(words, {
        what: 'requests',
        load,
        columns: requestColumns(new Date(), route.sort),
        rowClass: ({ isUnread }) => (isUnread ? 'unread' : ''),
        isNarrowed: isNarrowed(route),
        clearAddress: addressOf(ALL_REQUESTS),
        summary: (value) => totalWords(words, 'requests', value),
        paging: (value) => paging(words, route, value),
        retry: () => {
          this.reload();
        },
      })}
      ${exportLinks(words, this.office.api, route)}
    `;
  }

  /** On a phone the statuses are one row that scrolls: the one that is shown is not left beside the screen. */
  protected override updated(): void {
    super.updated();
    const chosen = this.querySelector<HTMLElement>('.status-link[aria-current]');
    const row = chosen?.closest('ul');
    if (!chosen || !row || this.#shownStatus === this.route.status) return;
    this.#shownStatus = this.route.status;
    row.scrollLeft += chosen.getBoundingClientRect().left - row.getBoundingClientRect().left - EDGE;
  }

  #load(): void {
    this.now = undefined;
    this.#looking?.abort();
    void this.#loader.run((signal) => this.office.api.requests(this.route, signal));
  }

  get #news(): News | undefined {
    const { value } = this.#loader.state;
    return value && this.now ? newsOf(value, this.now) : undefined;
  }

  /** Looks a moment later, for changes come in bursts. */
  readonly #lookSoon = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), PAUSE);
  };

  async #look(): Promise<void> {
    this.#looking?.abort();
    const { signal } = (this.#looking = new AbortController());
    if (!this.isConnected) return;
    try {
      const now = await this.office.api.requests(this.route, signal);
      if (!signal.aborted) this.now = now;
    } catch (error) {
      if (!signal.aborted && !(error instanceof OfficeFailure)) throw error; // what is shown stays until the next change
    }
  }

  #newsNotice({ added, hasMoved }: News): TemplateResult | typeof nothing {
    const { words } = this.office;
    if (added === 0 && !hasMoved) return nothing;
    const show = () => {
      const { now } = this;
      this.now = undefined;
      if (now) this.#loader.replace(now);
      document.querySelector<HTMLElement>('h1')?.focus();
    };
    return html`<p class="notice news">
      ${added > 0 ? words.say(added === 1 ? 'news.one' : 'news.other', { count: words.number(added) }) : words.say('news.moved')}
      <button class="button" type="button" @click=${show}>${words.say('news.show')}</button>
    </p>`;
  }

  #go(change: Partial<RequestsRoute>, options?: { replace: boolean }): void {
    this.office.router.go({ ...fromTheStart(this.route), ...change }, options);
  }
}
