import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OPTION_SOURCES } from 'portal-request-form/contract';
import type { OfficeCustomer } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { mailLink, phoneLink } from '../parts/customer.js';
import { customerForm } from '../parts/customer-form.js';
import { failureNotice } from '../parts/failure-notice.js';
import type { FormDialog } from '../parts/form-dialog.js';
import { ALL_REQUESTS } from '../request-route.js';
import { addressOf } from '../route.js';
import { sectionRoute } from '../sections.js';
import type { TextKey } from '../texts/index.js';

const fact = (term: string, description: unknown): TemplateResult => html`
  <div>
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>
`;

/** One customer: what is known, how they come in, and what they choose from. */
export class CustomerPage extends OfficePage {
  @property({ attribute: false }) customerId = '';
  @state() private said: TextKey | undefined;
  @state() private failure: OfficeFailure | undefined;

  readonly #loader = createLoader<OfficeCustomer>(this);

  protected override get heading(): string {
    const { company, name } = this.#loader.state.value ?? {};
    return company ?? name ?? this.office.words.say('customer');
  }

  protected override get isShown(): boolean {
    return this.#loader.state.value !== undefined || !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.people.customer(this.customerId, signal));
    for (const part of this.querySelectorAll<HTMLElement & { reload(): void }>('[data-part]')) part.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('customerId')) return;
    this.said = undefined;
    this.failure = undefined;
    void this.#loader.run((signal) => this.office.api.people.customer(this.customerId, signal), { forget: true });
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <p class="back">
        <a href=${addressOf(sectionRoute('customers'))}>${words.say('back', { list: words.say('customers') })}</a>
      </p>
      ${isLoading && !value ? html`<p class="loading" role="status">${words.say('loading')}</p>` : nothing}
      ${failure ? html`<h1 tabindex="-1">${this.heading}</h1>` : nothing}
      ${
        failure
          ? failureNotice(words, failure, () => {
              this.reload();
            })
          : nothing
      }
      ${value ? this.#customer(value) : nothing}
      <office-form-dialog .words=${words}></office-form-dialog>
    `;
  }

  #customer(customer: OfficeCustomer): TemplateResult {
    const { office, failure, said } = this;
    const { words, staff } = office;
    const { isDisabled, name, email } = customer;
    const canChange = staff?.role === 'manager';
    return html`
      <div class="title">
        <h1 tabindex="-1" dir="auto">${this.heading}</h1>
        <span class="badge ${isDisabled ? 'badge-declined' : 'badge-accepted'}"
          >${words.say(isDisabled ? 'customer.disabled' : 'customer.active')}</span
        >
      </div>
      <p role="status" class=${said ? 'outcome' : nothing}>${said ? words.say(said, { name, email }) : nothing}</p>
      ${failure ? failureNotice(words, failure) : nothing}
      <section class="card" aria-labelledby="known-title">
        <h2 id="known-title">${words.say('details')}</h2>
        ${this.#facts(customer)} ${canChange ? this.#actions(customer) : nothing}
      </section>
      ${OPTION_SOURCES.map(
        (source) =>
          html`<office-customer-options
            data-part
            .office=${office}
            .customerId=${customer.id}
            .source=${source}
            .canChange=${canChange}
          ></office-customer-options>`,
      )}
    `;
  }

  #facts(customer: OfficeCustomer): TemplateResult {
    const { words } = this.office;
    const { name, company, email, phone, number, createdAt, requests } = customer;
    const list = addressOf({ ...ALL_REQUESTS, query: email });
    return html`<dl class="facts">
      ${fact(words.say('name'), html`<span dir="auto">${name}</span>`)}
      ${company ? fact(words.say('company'), html`<span dir="auto">${company}</span>`) : nothing}
      ${fact(words.say('email'), mailLink(email))} ${phone ? fact(words.say('phone'), phoneLink(phone)) : nothing}
      ${number ? fact(words.say('customer.number'), html`<span dir="auto">${number}</span>`) : nothing}
      ${fact(words.say('customer.account'), this.#ways(customer))}
      ${fact(
        words.say('customer.requests'),
        requests === 0 ? words.number(0) : html`<a href=${list}>${words.count('requests', requests)}</a>`,
      )}
      ${fact(words.say('customer.since'), words.moment(createdAt))}
    </dl>`;
  }

  #ways({ signIn, hasPassword, invitedAt, signedInAt }: OfficeCustomer): TemplateResult {
    const { words } = this.office;
    const ways = [
      ...(signIn.includes('password')
        ? [words.say(hasPassword ? 'customer.has-password' : 'customer.no-password')]
        : []),
      ...(signIn.includes('code') ? [words.say('customer.by-code')] : []),
      ...(invitedAt ? [words.say('customer.invited', { at: words.moment(invitedAt) })] : []),
      ...(signedInAt ? [words.say('customer.signed-in', { at: words.moment(signedInAt) })] : []),
    ];
    return html`<ul class="plain">
      ${ways.map((way) => html`<li>${way}</li>`)}
    </ul>`;
  }

  #actions(customer: OfficeCustomer): TemplateResult {
    const { words, api } = this.office;
    const { id, isDisabled, invitedAt } = customer;
    const disable = () =>
      this.#act(
        () => api.people.disableCustomer(id, !isDisabled),
        isDisabled ? 'customer.was-enabled' : 'customer.was-disabled',
      );
    return html`<div class="actions">
      <button type="button" class="button" @click=${() => this.#edit(customer)}>${words.say('customer.edit')}</button>
      ${
        isDisabled
          ? nothing
          : html`<button
              type="button"
              class="button"
              @click=${() => void this.#act(() => api.people.inviteCustomer(id), 'customer.was-invited')}
            >
              ${words.say(invitedAt ? 'customer.invite-again' : 'customer.invite')}
            </button>`
      }
      <button type="button" class="button ${isDisabled ? '' : 'button-danger'}" @click=${() => void disable()}>
        ${words.say(isDisabled ? 'customer.enable' : 'customer.disable')}
      </button>
      <a class="button" href=${addressOf(sectionRoute('privacy', [], `customer=${encodeURIComponent(id)}`))}
        >${words.say('privacy.link')}</a
      >
    </div>`;
  }

  #edit(customer: OfficeCustomer): void {
    const { words, api } = this.office;
    const title = words.say('customer.edit.of', { name: customer.name });
    this.querySelector<FormDialog>('office-form-dialog')?.open(
      customerForm(title, customer, async (record) => {
        this.#loader.replace(await api.people.changeCustomer(customer.id, record));
        this.failure = undefined;
        this.said = 'customer.saved';
      }),
    );
  }

  async #act(act: () => Promise<OfficeCustomer>, said: TextKey): Promise<void> {
    this.failure = undefined;
    this.said = undefined;
    try {
      this.#loader.replace(await act());
      this.said = said;
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    }
  }
}
