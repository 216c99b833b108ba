import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CUSTOMER_STATES, type CustomerList, type CustomerRow } from '../../office-contract/index.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { customerForm } from '../parts/customer-form.js';
import type { FormDialog } from '../parts/form-dialog.js';
import { list, type Column } from '../parts/list.js';
import { pageLink } from '../parts/paging.js';
import { createTyping, searchForm } from '../parts/search-form.js';
import { addressOf } from '../route.js';
import { sectionRoute, type SectionRoute } from '../sections.js';

const COLUMNS: readonly Column<CustomerRow>[] = [
  {
    label: 'customer',
    cell: ({ id, name, company }) => html`
      <a href=${addressOf(sectionRoute('customers', [id]))} dir="auto">${company ?? name}</a>
      ${company ? html`<span class="secondary" dir="auto">${name}</span>` : nothing}
    `,
  },
  { label: 'email', cell: ({ email }) => html`<span dir="ltr">${email}</span>` },
  { label: 'customer.number', cell: ({ number }) => html`<span dir="auto">${number ?? ''}</span>` },
  {
    label: 'customers.state',
    cell: ({ isDisabled }, words) =>
      html`<span class="badge ${isDisabled ? 'badge-declined' : 'badge-accepted'}"
        >${words.say(isDisabled ? 'customer.disabled' : 'customer.active')}</span
      >`,
  },
];

/** The customers of the portal: found, narrowed and paged by the address. */
export class CustomersPage extends OfficePage {
  @property({ attribute: false }) route: SectionRoute = sectionRoute('customers');

  readonly #loader = createLoader<CustomerList>(this);
  readonly #typing = createTyping(this);

  protected override get heading(): string {
    return this.office.words.say('customers');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.people.customers(this.route.search, signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    if (changed.has('route') && before?.search !== this.route.search) this.reload();
    else if (!this.hasUpdated) this.reload();
  }

  protected override render(): TemplateResult {
    const { words, staff } = this.office;
    const search = new URLSearchParams(this.route.search);
    return html`
      <div class="title">
        <h1 tabindex="-1">${this.heading}</h1>
        ${staff?.role === 'manager' ? this.#actions() : nothing}
      </div>
      ${searchForm(words, this.#typing, {
        query: search.get('query') ?? '',
        hint: words.say('customers.search'),
        search: (query, options) => {
          this.#go({ query }, options);
        },
        filters: this.#stateFilter(search.get('state') ?? ''),
      })}
      ${list(words, {
        what: 'customers',
        load: this.#loader.state,
        columns: COLUMNS,
        isNarrowed: search.size > 0,
        clearAddress: addressOf(sectionRoute('customers')),
        summary: ({ items }) => words.say('customers.shown', { count: items.length }),
        paging: (value) => this.#paging(value),
        retry: () => {
          this.reload();
        },
      })}
      <office-form-dialog .words=${words}></office-form-dialog>
    `;
  }

  #actions(): TemplateResult {
    const { words } = this.office;
    return html`<div class="actions">
      <button type="button" class="button button-primary" @click=${this.#add}>${words.say('customer.add')}</button>
      <a class="button" href=${addressOf(sectionRoute('customers', ['import']))}>${words.say('import')}</a>
    </div>`;
  }

  #stateFilter(state: string): TemplateResult {
    const { words } = this.office;
    const choose = (event: Event) => {
      if (event.target instanceof HTMLSelectElement) this.#go({ state: event.target.value });
    };
    return html`<div class="control">
      <label for="customer-state">${words.say('customers.state')}</label>
      <select id="customer-state" @change=${choose}>
        <option value="" ?selected=${state === ''}>${words.say('customers.state.all')}</option>
        ${CUSTOMER_STATES.map(
          (one) =>
            html`<option value=${one} ?selected=${state === one}>${words.say(`customers.state.${one}`)}</option>`,
        )}
      </select>
    </div>`;
  }

  #paging({ previous, next }: CustomerList): TemplateResult | typeof nothing {
    const { words } = this.office;
    if (previous === undefined && next === undefined) return nothing;
    const to = (name: 'before' | 'after', cursor: string | undefined) =>
      cursor === undefined ? undefined : sectionRoute('customers', [], this.#searchWith({ [name]: cursor }));
    return html`<nav class="paging" aria-label=${words.say('paging')}>
      ${pageLink(words.say('paging.previous'), 'prev', to('before', previous))}
      ${pageLink(words.say('paging.next'), 'next', to('after', next))}
    </nav>`;
  }

  /** The search part of the address, changed; from the first page unless it says otherwise. */
  #searchWith(change: Readonly<Record<string, string>>): string {
    const now = new URLSearchParams(this.route.search);
    const kept = { query: now.get('query') ?? '', state: now.get('state') ?? '', ...change };
    return String(new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== '')));
  }

  #go(change: Readonly<Record<string, string>>, options?: { replace: boolean }): void {
    this.office.router.go(sectionRoute('customers', [], this.#searchWith(change)), options);
  }

  readonly #add = (): void => {
    const { api, words, router } = this.office;
    this.querySelector<FormDialog>('office-form-dialog')?.open(
      customerForm(words.say('customer.add'), undefined, async (record) => {
        const { id } = await api.people.addCustomer(record);
        router.go(sectionRoute('customers', [id]));
      }),
    );
  };
}
