import { logEvents } from '../playground/event-log.js';
import { EXAMPLE_PORTAL } from './example-portal.js';
import { make, makeForm } from './make.js';
import type { PagePortals } from './page-portal.js';

/** A form, and beside it a list of every event that it lets the page know of. */
export const showEvents = (place: HTMLElement, portals: PagePortals): void => {
  const form = makeForm(portals.open(EXAMPLE_PORTAL));
  const refusing = make('input', { type: 'checkbox' });
  const clear = make('button', { type: 'button' }, 'Clear');
  const list = make('ol', { class: 'log', reversed: true, tabindex: '0', 'aria-label': 'Events' });
  clear.addEventListener('click', () => {
    list.replaceChildren();
  });
  logEvents(form, list, () => refusing.checked);
  place.className = 'beside';
  place.replaceChildren(
    make('div', { class: 'stage' }, form),
    make(
      'div',
      { class: 'written' },
      make('div', { class: 'bar' }, make('strong', {}, 'Events, newest first'), clear),
      make('label', { class: 'check' }, refusing, ' Refuse what can be cancelled'),
      list,
    ),
  );
};
