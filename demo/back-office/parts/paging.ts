import { html, nothing, type TemplateResult } from 'lit';
import type { ListPlace } from '../../office-contract/index.js';
import { addressOf, firstPage, type ListRoute, type Route } from '../route.js';
import type { Words } from '../words.js';

/** A link to another page of a list; what leads nowhere is only seen. */
export const pageLink = (label: string, rel: 'prev' | 'next', route: Route | undefined): TemplateResult =>
  route
    ? html`<a class="button" rel=${rel} href=${addressOf(route)}>${label}</a>`
    : html`<span class="button button-off" aria-hidden="true">${label}</span>`;

/** Links to the page before and after; nothing when all of it fits on one. */
export const paging = (
  words: Words,
  route: ListRoute,
  { previous, next }: ListPlace,
): TemplateResult | typeof nothing => {
  if (previous === undefined && next === undefined) return nothing;
  const first = firstPage(route);
  return html`
    <nav class="paging" aria-label=${words.say('paging')}>
      ${pageLink(words.say('paging.previous'), 'prev', previous === undefined ? undefined : { ...first, before: previous })}
      ${previous === undefined ? nothing : html`<a href=${addressOf(first)}>${words.say('list.first')}</a>`}
      ${pageLink(words.say('paging.next'), 'next', next === undefined ? undefined : { ...first, after: next })}
    </nav>
  `;
};

/** How many there are in all, in words. */
export const totalWords = (words: Words, what: 'requests' | 'work-orders', { total }: ListPlace): string =>
  total.isMore ? words.say(`${what}.more`, { count: words.number(total.count) }) : words.count(what, total.count);
