import { html, nothing, type TemplateResult } from 'lit';
import type { OfficeRequestRow } from '../../office-contract/index.js';
import type { Words } from '../words.js';

type Customer = OfficeRequestRow['customer'];

const mailAddress = (email: string): string => `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;
const phoneAddress = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** A link that writes to somebody. */
export const mailLink = (email: string): TemplateResult => html`<a href=${mailAddress(email)}>${email}</a>`;

/** A link that phones somebody. */
export const phoneLink = (phone: string): TemplateResult => html`<a href=${phoneAddress(phone)}>${phone}</a>`;

/** Who asked, on one line of a list. */
export const customerCell = (words: Words, { name, company, guest }: Customer): TemplateResult => html`
  <span dir="auto">${name || words.say('anonymous')}</span>
  ${company ? html`<span class="secondary" dir="auto">${company}</span>` : nothing}
  ${guest ? html`<span class="secondary">${words.say('guest')}</span>` : nothing}
`;

/** Who asked, with ways to reach them. */
export const customerCard = (words: Words, customer: Customer): TemplateResult => html`
  <dl class="facts">
    <div>
      <dt>${words.say('name')}</dt>
      <dd>
        <span dir="auto">${customer.name || words.say('anonymous')}</span>
        ${customer.guest ? html`<span class="secondary">(${words.say('guest')})</span>` : nothing}
      </dd>
    </div>
    ${
      customer.company
        ? html`<div>
            <dt>${words.say('company')}</dt>
            <dd dir="auto">${customer.company}</dd>
          </div>`
        : nothing
    }
    ${
      customer.email
        ? html`<div>
            <dt>${words.say('email')}</dt>
            <dd>${mailLink(customer.email)}</dd>
          </div>`
        : nothing
    }
    ${
      customer.phone
        ? html`<div>
            <dt>${words.say('phone')}</dt>
            <dd>${phoneLink(customer.phone)}</dd>
          </div>`
        : nothing
    }
  </dl>
`;
