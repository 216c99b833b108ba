import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../../office-contract/index.js';
import { addressOf, type ListRoute } from '../route.js';
import type { Words } from '../words.js';

const step = (label: string, route: ListRoute, number: number, isThere: boolean, rel: string): TemplateResult =>
  isThere
    ? html`<a class="button" rel=${rel} href=${addressOf({ ...route, number })}>${label}</a>`
    : html`<span class="button button-off" aria-hidden="true">${label}</span>`;

/** How many pages a list has; one, when it is empty. */
export const pageCount = ({ total, pageSize }: Page<unknown>): number => Math.max(1, Math.ceil(total / pageSize));

/** Links to the page before and after; nothing when all of it fits on one. */
export const paging = (words: Words, route: ListRoute, list: Page<unknown>): TemplateResult | typeof nothing => {
  const pages = pageCount(list);
  if (pages === 1 && list.page === 1) return nothing;
  return html`
    <nav class="paging" aria-label=${words.say('paging')}>
      ${step(words.say('paging.previous'), route, Math.min(list.page - 1, pages), list.page > 1, 'prev')}
      <span>${words.say('paging.page', { page: list.page, pages })}</span>
      ${step(words.say('paging.next'), route, list.page + 1, list.page < pages, 'next')}
    </nav>
  `;
};
