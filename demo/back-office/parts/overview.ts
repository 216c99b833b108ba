import { html, type TemplateResult } from 'lit';
import { addressOf, firstPage, type ListRoute } from '../route.js';
import type { Router } from '../router.js';
import type { Words } from '../words.js';

const TABS: readonly ListRoute['page'][] = ['work-orders', 'requests'];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Arrow keys walk over the tabs, as a tab list promises; Enter or Space opens one. */
const walk = (event: KeyboardEvent): void => {
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
  const here = tabs.findIndex((tab) => tab === event.target);
  if (event.key === ' ' && here >= 0) tabs[here]?.click();
  else if (STEPS[event.key] === undefined) return;
  else tabs.at((here + (STEPS[event.key] ?? 0)) % tabs.length)?.focus();
  event.preventDefault();
};

/** The work-order overview: a heading, its two tabs, and the list of the tab that the address names. */
export const overview = (words: Words, router: Router, route: ListRoute, panel: TemplateResult): TemplateResult => html`
  <h1 tabindex="-1">${words.say('work-orders')}</h1>
  <div class="tabs" role="tablist" aria-label=${words.say('overview')} @keydown=${walk}>
    ${TABS.map(
      (page) =>
        html`<a
          role="tab"
          id="tab-${page}"
          href=${addressOf(page === route.page ? firstPage(route) : router.lastList[page])}
          aria-selected=${page === route.page}
          aria-controls="panel"
          tabindex=${page === route.page ? 0 : -1}
          >${words.say(page)}</a
        >`,
    )}
  </div>
  <div role="tabpanel" id="panel" aria-labelledby="tab-${route.page}">${panel}</div>
`;
