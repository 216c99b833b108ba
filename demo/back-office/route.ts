import { ALL_REQUESTS, fromTheStart, readRequests, searchOf, type RequestsRoute } from './request-route.js';
import { sectionAt, sectionRoute, type SectionRoute } from './sections.js';

/** How the list of work orders is narrowed and paged. */
export interface WorkOrdersRoute {
  page: 'work-orders';
  query: string;
  /** A cursor: the page after it, or before it. */
  after: string;
  before: string;
}

export const ALL_WORK_ORDERS: WorkOrdersRoute = { page: 'work-orders', query: '', after: '', before: '' };

/** Where in the back office somebody is; all of it stands in the address. */
export type Route =
  | RequestsRoute
  | WorkOrdersRoute
  | { page: 'request'; id: string }
  | { page: 'work-order'; id: string }
  | SectionRoute
  | { page: 'not-found' };

/** A route that shows a list. */
export type ListRoute = Extract<Route, { query: string }>;

export const BASE_PATH = '/back-office/';

export const FIRST_ROUTE: RequestsRoute = ALL_REQUESTS;

const ONE = { requests: 'request', 'work-orders': 'work-order' } as const;
const FOLDER = { request: 'requests', 'work-order': 'work-orders' } as const;

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};

const readWorkOrders = (search: URLSearchParams): WorkOrdersRoute => {
  const [after, before] = [search.get('after') ?? '', search.get('before') ?? ''];
  return { page: 'work-orders', query: search.get('query') ?? '', after, before: after ? '' : before };
};

const readList = (folder: keyof typeof ONE, search: URLSearchParams): Route =>
  folder === 'requests' ? readRequests(search) : readWorkOrders(search);

const readSection = (section: string, parts: readonly string[], search: URLSearchParams): Route => {
  const rest = parts.map(decode).filter((part) => part !== undefined);
  return rest.length === parts.length ? sectionRoute(section, rest, String(search)) : { page: 'not-found' };
};

const readPlace = (folder: string, parts: readonly string[], search: URLSearchParams): Route => {
  if (sectionAt(folder)) return readSection(folder, parts, search);
  if ((folder !== 'requests' && folder !== 'work-orders') || parts.length > 1) return { page: 'not-found' };
  const [id] = parts;
  if (id === undefined) return readList(folder, search);
  const decoded = decode(id);
  return decoded === undefined ? { page: 'not-found' } : { page: ONE[folder], id: decoded };
};

/** The route that an address stands for. */
export const readRoute = (address: URL): Route => {
  if (`${address.pathname}/` === BASE_PATH || address.pathname === BASE_PATH) return FIRST_ROUTE;
  if (!address.pathname.startsWith(BASE_PATH)) return { page: 'not-found' };
  const [folder = '', ...parts] = address.pathname.slice(BASE_PATH.length).replace(/\/$/, '').split('/');
  return readPlace(folder, parts, address.searchParams);
};

/** The search part of the address of a list of work orders, as the server reads it too. */
export const searchOfOrders = ({ query, after, before }: WorkOrdersRoute): URLSearchParams =>
  new URLSearchParams({ ...(query ? { query } : {}), ...(after ? { after } : before ? { before } : {}) });

const addressOfSection = ({ section, rest, search }: SectionRoute): string =>
  `${BASE_PATH}${[section, ...rest].map(encodeURIComponent).join('/')}${search && `?${search}`}`;

/** The address of a route, from the root of the site. */
export const addressOf = (route: Route): string => {
  if (route.page === 'not-found') return BASE_PATH;
  if (route.page === 'request' || route.page === 'work-order') {
    return `${BASE_PATH}${FOLDER[route.page]}/${encodeURIComponent(route.id)}`;
  }
  if (route.page === 'section') return addressOfSection(route);
  const search = route.page === 'requests' ? searchOf(route) : searchOfOrders(route);
  return `${BASE_PATH}${route.page}${search.size > 0 ? `?${search}` : ''}`;
};

/** Whether a route shows a list. */
export const isList = (route: Route): route is ListRoute => route.page === 'requests' || route.page === 'work-orders';

/** The first page of a list, narrowed and sorted as it is. */
export const firstPage = (route: ListRoute): ListRoute =>
  route.page === 'requests' ? fromTheStart(route) : { ...route, after: '', before: '' };

const isSameList = (from: ListRoute, to: ListRoute): boolean => addressOf(firstPage(from)) === addressOf(firstPage(to));

/** Whether going from one route to the other is a new page to the reader, so that its heading should get focus. */
export const isArrival = (from: Route, to: Route): boolean => {
  if (from.page === 'section' && to.page === 'section') {
    return addressOf({ ...from, search: '' }) !== addressOf({ ...to, search: '' });
  }
  const isElsewhere = addressOf(from) !== addressOf(to);
  return isList(from) && isList(to) ? isSameList(from, to) && isElsewhere : isElsewhere;
};
