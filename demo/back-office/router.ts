import {
  addressOf,
  ALL_WORK_ORDERS,
  BASE_PATH,
  FIRST_ROUTE,
  isArrival,
  isList,
  readRoute,
  type ListRoute,
  type Route,
} from './route.js';

export interface Router {
  readonly route: Route;
  /** How each list was last narrowed and paged, for the way back to it. */
  readonly lastList: Readonly<Record<ListRoute['page'], ListRoute>>;
  /** Shows a route; `replace` leaves no entry behind in the history. */
  go(route: Route, options?: { replace?: boolean }): void;
  /** True once after somebody came to a new page: whoever shows it moves focus to its heading. */
  takeArrival(): boolean;
  /** Makes the page that is shown next take focus, as after signing in. */
  expectArrival(): void;
  stop(): void;
}

const isForHere = (event: MouseEvent): boolean =>
  !event.defaultPrevented && event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

const leadsElsewhere = (link: HTMLAnchorElement): boolean =>
  link.target !== '' || link.hash !== '' || link.hasAttribute('download');

/** The link that a click follows inside the back office, unless it was meant for a new tab or a download. */
const followed = (event: MouseEvent): HTMLAnchorElement | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !isForHere(event) || leadsElsewhere(link)) return undefined;
  return link.origin === location.origin && link.pathname.startsWith(BASE_PATH) ? link : undefined;
};

/** Follows the browser's own back and forward, and links inside the back office. */
const listen = (signal: AbortSignal, show: (route: Route) => void, go: (route: Route) => void): void => {
  const follow = (event: MouseEvent) => {
    const link = followed(event);
    if (!link) return;
    event.preventDefault();
    go(readRoute(new URL(link.href)));
  };
  addEventListener('popstate', () => show(readRoute(new URL(location.href))), { signal });
  document.addEventListener('click', follow, { signal });
};

/** Keeps the route and the address of the page the same, by the History API. */
export const createRouter = (changed: () => void): Router => {
  const stopping = new AbortController();
  let route = readRoute(new URL(location.href));
  let hasArrived = false;
  const lastList: Record<ListRoute['page'], ListRoute> = {
    requests: FIRST_ROUTE,
    'work-orders': ALL_WORK_ORDERS,
  };
  const remember = () => {
    if (isList(route)) lastList[route.page] = route;
  };
  remember();
  const show = (next: Route) => {
    hasArrived ||= isArrival(route, next);
    route = next;
    remember();
    changed();
  };
  const go = (next: Route, options: { replace?: boolean } = {}) => {
    const address = addressOf(next);
    if (address !== location.pathname + location.search) {
      if (options.replace) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    show(next);
  };
  listen(stopping.signal, show, go);
  return {
    get route() {
      return route;
    },
    lastList,
    go,
    takeArrival: () => {
      const had = hasArrived;
      hasArrived = false;
      return had;
    },
    expectArrival: () => {
      hasArrived = true;
    },
    stop: () => {
      stopping.abort();
    },
  };
};
