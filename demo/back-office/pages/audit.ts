import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AUDIT_ACTIONS, type AuditGroup, type AuditPage as Entries } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { AUDIT_COLUMNS } from '../parts/audit-columns.js';
import { list } from '../parts/list.js';
import { pageLink } from '../parts/paging.js';
import { choice, day, type Option } from '../parts/request-filters.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { addressOf } from '../route.js';
import { sectionRoute, type SectionRoute } from '../sections.js';

const FILTERS = ['group', 'staff', 'about', 'since', 'until'] as const;
type Filter = (typeof FILTERS)[number];

const GROUPS = Object.keys(AUDIT_ACTIONS) as AuditGroup[];

/** Who did and saw what: found, filtered and paged by the address. */
export class AuditPage extends OfficePage {
  @property({ attribute: false }) route: SectionRoute = sectionRoute('audit');

  readonly #loader = createLoader<Entries>(this);
  readonly #typing = createTyping(this);

  protected override get heading(): string {
    return this.office.words.say('audit');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.audit(this.#search, signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (changed.has('route') && before?.search !== this.route.search) this.reload();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const load = this.#loader.state;
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <p>${words.say('audit.hint')}</p>
      ${searchForm(words, this.#typing, {
        query: this.#chosen('about'),
        hint: words.say('audit.search'),
        search: (about, options) => {
          this.#go({ about }, options);
        },
        filters: this.#filters(load.value),
      })}
      ${list(words, {
        what: 'audit',
        load,
        columns: AUDIT_COLUMNS,
        isNarrowed: FILTERS.some((name) => this.#chosen(name) !== ''),
        clearAddress: addressOf(sectionRoute('audit')),
        summary: ({ items }) => words.say('audit.shown', { count: words.number(items.length) }),
        paging: (value) => this.#paging(value),
        retry: () => {
          this.reload();
        },
      })}
    `;
  }

  get #search(): URLSearchParams {
    return new URLSearchParams(this.route.search);
  }

  #chosen(name: Filter): string {
    return this.#search.get(name) ?? '';
  }

  #filters(value: Entries | undefined): TemplateResult {
    const { words } = this.office;
    const groups = GROUPS.map((group): Option => [group, words.say(`audit.group.${group}`)]);
    const people = (value?.staff ?? []).map(({ id, name }): Option => [id, name]);
    const chosen = this.#chosen('staff');
    const isMissing = chosen !== '' && !people.some(([id]) => id === chosen);
    const staff: Option[] = [
      ['', words.say('assignee.all')],
      ...people,
      ...(isMissing ? [[chosen, chosen] as const] : []),
    ];
    return html`
      <div class="filters">
        ${choice(
          'group',
          words.say('audit.group'),
          this.#chosen('group'),
          [['', words.say('audit.all')], ...groups],
          (group) => {
            this.#go({ group });
          },
        )}
        ${choice('staff', words.say('audit.by'), chosen, staff, (one) => {
          this.#go({ staff: one });
        })}
        ${day('since', words.say('since'), this.#chosen('since'), (since) => {
          this.#go({ since });
        })}
        ${day('until', words.say('until'), this.#chosen('until'), (until) => {
          this.#go({ until });
        })}
      </div>
    `;
  }

  #paging({ nextCursor }: Entries): TemplateResult | typeof nothing {
    const { words } = this.office;
    const isFirst = !this.#search.has('cursor');
    if (isFirst && nextCursor === undefined) return nothing;
    return html`
      <nav class="paging" aria-label=${words.say('paging')}>
        ${isFirst ? nothing : html`<a href=${addressOf(this.#place({}))}>${words.say('list.first')}</a>`}
        ${pageLink(words.say('audit.older'), 'next', nextCursor === undefined ? undefined : this.#place({}, nextCursor))}
      </nav>
    `;
  }

  /** The first page of what is looked for after a change, or the one at a cursor. */
  #place(change: Partial<Record<Filter, string>>, cursor?: string): SectionRoute {
    const search = new URLSearchParams();
    for (const name of FILTERS) {
      const value = change[name] ?? this.#chosen(name);
      if (value) search.set(name, value);
    }
    if (cursor !== undefined) search.set('cursor', cursor);
    return sectionRoute('audit', [], String(search));
  }

  #go(change: Partial<Record<Filter, string>>, options?: { replace: boolean }): void {
    this.office.router.go(this.#place(change), options);
  }
}
