import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OptionItem, OptionPage, OptionSource } from 'portal-request-form/contract';
import { createLoader } from '../load.js';
import type { Office } from '../office.js';
import type { TextKey } from '../texts/index.js';
import { failureNotice } from './failure-notice.js';
import type { FormDialog } from './form-dialog.js';
import { optionForm } from './option-form.js';
import { createTyping } from './search-form.js';

const placeOf = ({ street, houseNumber, addition, postcode, city }: NonNullable<OptionItem['address']>): string =>
  `${[street, houseNumber, addition].filter(Boolean).join(' ')}, ${postcode} ${city}`;

/** What a customer chooses from in the form, of one kind. */
export class CustomerOptions extends LitElement {
  @property({ attribute: false }) office!: Office;
  @property({ attribute: false }) customerId = '';
  @property({ attribute: false }) source: OptionSource = 'assets';
  @property({ attribute: false }) canChange = false;
  @state() private query = '';
  @state() private said: TextKey | undefined;

  readonly #loader = createLoader<OptionPage>(this);
  readonly #typing = createTyping(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('customerId') || changed.has('source')) this.reload();
  }

  reload(): void {
    void this.#loader.run((signal) => this.#ask({}, signal));
  }

  #ask(more: Record<string, string>, signal: AbortSignal): Promise<OptionPage> {
    return this.office.api.people.options(this.customerId, this.source, { query: this.query, ...more }, signal);
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { source } = this;
    const { value } = this.#loader.state;
    const isLong = this.query !== '' || value?.nextCursor !== undefined;
    return html`
      <section class="card" aria-labelledby="${source}-title">
        <h2 id="${source}-title">${words.say(`options.${source}`)}</h2>
        <p class="hint">${words.say('options.hint')}</p>
        ${this.#outcome()} ${isLong ? this.#search() : nothing}
        ${value?.items.length === 0 ? html`<p class="secondary">${words.say('options.empty')}</p>` : nothing}
        <ul class="plain chosen-from">
          ${value?.items.map((item) => this.#item(item))}
        </ul>
        <div class="actions">
          ${
            value?.nextCursor === undefined
              ? nothing
              : html`<button type="button" class="button" @click=${this.#more}>${words.say('delivery.more')}</button>`
          }
          ${
            this.canChange
              ? html`<button type="button" class="button" @click=${() => this.#edit()}>
                  ${words.say(`options.add.${source}`)}
                </button>`
              : nothing
          }
        </div>
        <office-form-dialog .words=${words}></office-form-dialog>
      </section>
    `;
  }

  #outcome(): TemplateResult {
    const { words } = this.office;
    const { said } = this;
    const { failure } = this.#loader.state;
    const again = () => {
      this.reload();
    };
    return html`
      <p role="status" class=${said ? 'outcome' : nothing}>${said ? words.say(said) : nothing}</p>
      ${failure ? failureNotice(words, failure, again) : nothing}
    `;
  }

  #search(): TemplateResult {
    const { words } = this.office;
    const { source } = this;
    const search = (event: InputEvent) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      const { value } = event.target;
      this.#typing.soon(() => {
        this.query = value;
        this.reload();
      });
    };
    return html`<div class="control">
      <label for="search-${source}">${words.say('options.search', { list: words.say(`options.${source}`) })}</label>
      <input id="search-${source}" type="search" maxlength="200" autocomplete="off" @input=${search} />
    </div>`;
  }

  #item(item: OptionItem): TemplateResult {
    const { words } = this.office;
    const { label, detail, address } = item;
    return html`<li>
      <p dir="auto">
        <strong>${label}</strong>
        ${detail ? html`<span class="secondary">${detail}</span>` : nothing}
        ${address ? html`<span class="secondary">${placeOf(address)}</span>` : nothing}
      </p>
      ${
        this.canChange
          ? html`<button
              type="button"
              class="button button-small"
              aria-label=${words.say('options.edit.of', { label })}
              @click=${() => this.#edit(item)}
            >
              ${words.say('options.edit')}
            </button>`
          : nothing
      }
    </li>`;
  }

  readonly #more = (): void => {
    const known = this.#loader.state.value;
    if (known?.nextCursor === undefined) return;
    const { nextCursor: cursor } = known;
    void this.#loader.run(async (signal) => {
      const next = await this.#ask({ cursor }, signal);
      return { ...next, items: [...known.items, ...next.items] };
    });
  };

  #edit(known?: OptionItem): void {
    const { words, api } = this.office;
    const { customerId, source } = this;
    const title = known ? words.say('options.edit.of', { label: known.label }) : words.say(`options.add.${source}`);
    const saved = () => {
      this.said = 'customer.saved';
      this.reload();
    };
    this.querySelector<FormDialog>('office-form-dialog')?.open(
      optionForm(title, source, known, {
        save: async (option) => {
          if (known) await api.people.changeOption(customerId, source, { ...option, id: known.id });
          else await api.people.addOption(customerId, source, option);
          saved();
        },
        remove: async (id) => {
          await api.people.removeOption(customerId, source, id);
          saved();
        },
      }),
    );
  }
}
