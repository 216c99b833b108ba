import { html, nothing } from 'lit';
import type { OfficeRequestRow } from '../../office-contract/index.js';
import { ageInWords } from '../age.js';
import type { RequestsRoute } from '../request-route.js';
import { addressOf } from '../route.js';
import type { Words } from '../words.js';
import { customerCell } from './customer.js';
import type { Column } from './list.js';
import { statusBadge } from './status-badge.js';

const age = (
  words: Words,
  { submittedAt, updatedAt }: OfficeRequestRow,
  now: Date,
  sort: RequestsRoute['sort'],
) => html`
  <time datetime=${submittedAt} title=${words.moment(submittedAt)}>${ageInWords(words, submittedAt, now)}</time>
  ${
    sort === 'untouched'
      ? html`<time class="secondary" datetime=${updatedAt} title=${words.moment(updatedAt)}
          >${words.say('age.untouched', { age: ageInWords(words, updatedAt, now) })}</time
        >`
      : nothing
  }
`;

/** What the overview shows of each request. */
export const requestColumns = (now: Date, sort: RequestsRoute['sort']): readonly Column<OfficeRequestRow>[] => [
  {
    label: 'reference',
    cell: ({ id, reference, isUnread }, words) => html`
      <a href=${addressOf({ page: 'request', id })}>${reference}</a>
      ${isUnread ? html`<span class="badge badge-unread">${words.say('unread')}</span>` : nothing}
    `,
  },
  {
    label: 'type',
    cell: ({ title, portalLocale }, words) => html`<span dir="auto">${words.text(title, portalLocale)}</span>`,
  },
  { label: 'customer', cell: ({ customer }, words) => customerCell(words, customer) },
  { label: 'age', cell: (row, words) => age(words, row, now, sort) },
  {
    label: 'assignee',
    cell: ({ assignee }, words) =>
      assignee
        ? html`<span dir="auto">${assignee.name}</span>`
        : html`<span class="secondary">${words.say('assignee.nobody')}</span>`,
  },
  { label: 'status', cell: ({ status }, words) => statusBadge(words, status) },
];
