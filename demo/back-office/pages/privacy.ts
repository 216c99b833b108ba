import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Erased, KeptOfPerson } from '../../office-contract/index.js';
import type { PersonWanted } from '../api/privacy.js';
import { OfficeFailure } from '../failure.js';
import { formText } from '../form-text.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import type { EraseDialog } from '../parts/erase-dialog.js';
import { failureNotice } from '../parts/failure-notice.js';
import { statusBadge } from '../parts/status-badge.js';
import { addressOf } from '../route.js';
import { saveFile } from '../save-file.js';
import { sectionRoute, type SectionRoute } from '../sections.js';

/** What is kept of one person: found by the address, handed out, erased. The address stays out of the page's own. */
export class PrivacyPage extends OfficePage {
  @property({ attribute: false }) route: SectionRoute = sectionRoute('privacy');
  @state() private wanted: PersonWanted | undefined;
  @state() private erased: Erased | undefined;
  @state() private failure: OfficeFailure | undefined;
  @state() private isMissing = false;
  @state() private packing: 'no' | 'busy' | 'done' = 'no';

  readonly #loader = createLoader<KeptOfPerson>(this);

  protected override get heading(): string {
    return this.office.words.say('privacy');
  }

  protected override get isShown(): boolean {
    return true;
  }

  override reload(): void {
    const { wanted } = this;
    if (wanted) void this.#loader.run((signal) => this.office.api.keptOf(wanted, signal));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('route')) return;
    const customerId = new URLSearchParams(this.route.search).get('customer');
    if (customerId) this.#look({ customerId });
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <p>${words.say('privacy.hint')}</p>
      ${this.#form()}
      <div role="status">
        ${isLoading ? words.say('loading') : nothing}
        ${this.packing === 'no' ? nothing : html`<p>${words.say(`privacy.export.${this.packing}`)}</p>`}
        ${this.erased ? html`<p class="outcome">${words.say('privacy.erased', { ...this.erased })}</p>` : nothing}
      </div>
      ${failure ? failureNotice(words, failure, () => this.reload()) : nothing}
      ${this.failure ? failureNotice(words, this.failure) : nothing}
      ${value && !isLoading && !this.erased ? this.#kept(value) : nothing}
    `;
  }

  #form(): TemplateResult {
    const { words } = this.office;
    return html`
      <form class="search" role="search" @submit=${this.#submit} novalidate>
        <div class="control">
          <label for="privacy-email">${words.say('email')}</label>
          <input
            id="privacy-email"
            name="email"
            type="email"
            maxlength="254"
            autocomplete="off"
            required
            aria-invalid=${this.isMissing ? 'true' : nothing}
            aria-describedby="privacy-error"
          />
          <p class="error" id="privacy-error">${this.isMissing ? words.say('privacy.missing') : nothing}</p>
        </div>
        <div class="actions"><button class="button">${words.say('privacy.look')}</button></div>
      </form>
    `;
  }

  #kept(kept: KeptOfPerson): TemplateResult {
    const { words } = this.office;
    const { email, customer, requests, files, drafts, deliveries } = kept;
    if (!customer && requests === 0) {
      return html`<p class="empty">${words.say('privacy.nothing', { email, deliveries })}</p>`;
    }
    const facts = [
      [
        words.say('privacy.account'),
        customer ? [customer.name, customer.company].filter(Boolean).join(', ') : words.say('privacy.no-account'),
      ],
      [words.say('requests'), words.number(requests)],
      [words.say('privacy.files'), words.number(files)],
      [words.say('privacy.drafts'), words.number(drafts)],
      [words.say('privacy.deliveries'), words.number(deliveries)],
    ];
    return html`
      <section class="card" aria-labelledby="kept-title">
        <h2 id="kept-title" tabindex="-1" dir="auto">${email}</h2>
        <dl class="facts">
          ${facts.map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd dir="auto">${value}</dd>
              </div>`,
          )}
        </dl>
        ${kept.open.length > 0 ? this.#open(kept) : nothing}
        <p id="export-hint">${words.say('privacy.export.hint')}</p>
        <div class="actions">
          <button
            class="button"
            type="button"
            aria-disabled=${this.packing === 'busy' ? 'true' : nothing}
            aria-describedby="export-hint"
            @click=${() => void this.#export()}
          >
            ${words.say('privacy.export')}
          </button>
          <button
            class="button button-danger"
            type="button"
            aria-haspopup="dialog"
            @click=${() => {
              this.querySelector<EraseDialog>('office-erase-dialog')?.open();
            }}
          >
            ${words.say('privacy.erase')}
          </button>
        </div>
        <office-erase-dialog .words=${words} .kept=${kept} .erase=${this.#erase}></office-erase-dialog>
      </section>
    `;
  }

  #open({ open }: KeptOfPerson): TemplateResult {
    const { words } = this.office;
    return html`
      <h3>${words.say('privacy.open')}</h3>
      <p>${words.say('privacy.open.hint')}</p>
      <ul>
        ${open.map(
          ({ id, reference, status }) =>
            html`<li><a href=${addressOf({ page: 'request', id })}>${reference}</a> ${statusBadge(words, status)}</li>`,
        )}
      </ul>
    `;
  }

  #look(wanted: PersonWanted): void {
    this.wanted = wanted;
    this.erased = undefined;
    this.failure = undefined;
    if (this.packing === 'done') this.packing = 'no';
    void this.#loader.run((signal) => this.office.api.keptOf(wanted, signal), { forget: true });
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const email = formText(event.currentTarget, 'email').trim();
    this.isMissing = email === '';
    if (this.isMissing) event.currentTarget.querySelector('input')?.focus();
    else this.#look({ email });
  }

  async #export(): Promise<void> {
    const { wanted } = this;
    if (!wanted || this.packing === 'busy') return;
    this.failure = undefined;
    this.packing = 'busy';
    try {
      saveFile(`${this.office.words.say('privacy.file')}.zip`, await this.office.api.exportOf(wanted));
      this.packing = 'done';
    } catch (error) {
      this.packing = 'no';
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    }
  }

  readonly #erase = async (closesOpen: boolean): Promise<void> => {
    if (!this.wanted) return;
    this.erased = await this.office.api.erase(this.wanted, closesOpen);
    this.wanted = undefined;
    this.packing = 'no';
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  };
}
