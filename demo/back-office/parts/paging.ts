import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../../office-contract/index.js';
import { addressOf, type Route } from '../route.js';
import type { Words } from '../words.js';

/** A link to another page of a list; what leads nowhere is only seen. */
export const pageLink = (label: string, rel: 'prev' | 'next', route: Route | undefined): TemplateResult =>
  route
    ? html`<a class="button" rel=${rel} href=${addressOf(route)}>${label}</a>`
    : html`<span class="button button-off" aria-hidden="true">${label}</span>`;

/** How many pages a list has; one, when it is empty. */
export const pageCount = ({ total, pageSize }: Page<unknown>): number => Math.max(1, Math.ceil(total / pageSize));

/** Links to the page before and after; nothing when all of it fits on one. */
export const paging = (
  words: Words,
  route: Extract<Route, { number: number }>,
  list: Page<unknown>,
): TemplateResult | typeof nothing => {
  const pages = pageCount(list);
  if (pages === 1 && list.page === 1) return nothing;
  const to = (number: number, isThere: boolean) => (isThere ? { ...route, number } : undefined);
  return html`
    <nav class="paging" aria-label=${words.say('paging')}>
      ${pageLink(words.say('paging.previous'), 'prev', to(Math.min(list.page - 1, pages), list.page > 1))}
      <span>${words.say('paging.page', { page: list.page, pages })}</span>
      ${pageLink(words.say('paging.next'), 'next', to(list.page + 1, list.page < pages))}
    </nav>
  `;
};
