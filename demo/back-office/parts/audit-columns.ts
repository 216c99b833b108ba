import { html, nothing, type TemplateResult } from 'lit';
import { AUDIT_ACTIONS, AUDIT_DETAILS, type AuditEntry } from '../../office-contract/index.js';
import { addressOf } from '../route.js';
import { sectionRoute } from '../sections.js';
import { isTextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import type { Column } from './list.js';
import { moment } from './status-badge.js';

const REQUEST_ACTIONS: readonly string[] = [...AUDIT_ACTIONS.requests, 'request.read', 'work-order.read', 'file.read'];

const subject = ({ action, about }: AuditEntry): TemplateResult | typeof nothing => {
  if (!about) return nothing;
  if (about.id !== undefined && action.startsWith('customer.') && action !== 'customer.erased') {
    return html`<a href=${addressOf(sectionRoute('customers', [about.id]))}>${about.label}</a>`;
  }
  if (about.id === undefined || !REQUEST_ACTIONS.includes(action)) return html`<span dir="auto">${about.label}</span>`;
  return html`<a href=${addressOf({ page: 'request', id: about.id })}>${about.label}</a>`;
};

/** A value as people say it, where there are words for it. */
const valueOf = (words: Words, name: string, value: string | number): string => {
  if (typeof value === 'number') return words.number(value);
  const key = `${name}.${value}`;
  return isTextKey(key) ? words.say(key) : value;
};

const detailsOf = (words: Words, { details = {} }: AuditEntry): string =>
  AUDIT_DETAILS.flatMap((name) => {
    const value = details[name];
    return value === undefined ? [] : [`${words.say(`audit.detail.${name}`)}: ${valueOf(words, name, value)}`];
  }).join(', ');

/** What the audit shows of each entry. */
export const AUDIT_COLUMNS: readonly Column<AuditEntry>[] = [
  { label: 'audit.at', cell: ({ at }, words) => moment(words, at) },
  {
    label: 'audit.by',
    cell: ({ by, action }, words) =>
      html`<span dir="auto"
        >${by?.name ?? words.say(action === 'customer.joined' ? 'audit.customer' : 'audit.server')}</span
      >`,
  },
  { label: 'audit.action', cell: ({ action }, words) => words.say(`audit.${action}`) },
  {
    label: 'audit.about',
    cell: (entry, words) => {
      const details = detailsOf(words, entry);
      return html`${subject(entry)} ${details ? html`<span class="secondary" dir="auto">${details}</span>` : nothing}`;
    },
  },
];
