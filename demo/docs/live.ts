import { showEvents } from './live-events.js';
import { showExample } from './live-example.js';
import { showTheming } from './live-theming.js';
import { showTrial } from './live-trial.js';
import { createPagePortals, type PagePortals } from './page-portal.js';

/** What can be live on a page, by the name that the document gives it. */
const LIVE: Readonly<Record<string, (place: HTMLElement, portals: PagePortals) => void>> = {
  example: showExample,
  events: showEvents,
  theming: showTheming,
  trial: showTrial,
};

const AHEAD = '600px';

/** Brings each place to life shortly before it comes into sight, as a page may have two dozen of them. */
export const bringToLife = (places: Iterable<HTMLElement>): void => {
  const portals = createPagePortals();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        watch.unobserve(target);
        LIVE[target.dataset.live ?? '']?.(target, portals);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const place of places) watch.observe(place);
};
