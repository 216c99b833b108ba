import type { RequestStatus } from 'portal-request-form/contract';
import { readStatus } from './statuses.js';

/** Where in the back office somebody is; all of it stands in the address. */
export type Route =
  | { page: 'requests'; query: string; status: RequestStatus | ''; number: number }
  | { page: 'work-orders'; query: string; number: number }
  | { page: 'request'; id: string }
  | { page: 'work-order'; id: string }
  | { page: 'not-found' };

/** A route that shows a list. */
export type ListRoute = Extract<Route, { query: string }>;

export const BASE_PATH = '/back-office/';

export const FIRST_ROUTE: Extract<Route, { page: 'requests' }> = { page: 'requests', query: '', status: '', number: 1 };

const ONE = { requests: 'request', 'work-orders': 'work-order' } as const;
const FOLDER = { request: 'requests', 'work-order': 'work-orders' } as const;

const readNumber = (text: string | null): number => (text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};

const readList = (folder: keyof typeof ONE, search: URLSearchParams): Route => {
  const list = { query: search.get('query') ?? '', number: readNumber(search.get('page')) };
  return folder === 'requests'
    ? { page: 'requests', status: readStatus(search.get('status')), ...list }
    : { page: 'work-orders', ...list };
};

/** The route that an address stands for. */
export const readRoute = (address: URL): Route => {
  if (`${address.pathname}/` === BASE_PATH) return FIRST_ROUTE;
  if (!address.pathname.startsWith(BASE_PATH)) return { page: 'not-found' };
  const [folder = '', id = '', ...rest] = address.pathname.slice(BASE_PATH.length).replace(/\/$/, '').split('/');
  if (folder === '' && id === '') return FIRST_ROUTE;
  if ((folder !== 'requests' && folder !== 'work-orders') || rest.length > 0) return { page: 'not-found' };
  if (id === '') return readList(folder, address.searchParams);
  const decoded = decode(id);
  return decoded === undefined ? { page: 'not-found' } : { page: ONE[folder], id: decoded };
};

/** The address of a route, from the root of the site. */
export const addressOf = (route: Route): string => {
  if (route.page === 'not-found') return BASE_PATH;
  if (route.page === 'request' || route.page === 'work-order') {
    return `${BASE_PATH}${FOLDER[route.page]}/${encodeURIComponent(route.id)}`;
  }
  const search = new URLSearchParams();
  if (route.query) search.set('query', route.query);
  if (route.page === 'requests' && route.status) search.set('status', route.status);
  if (route.number > 1) search.set('page', String(route.number));
  return `${BASE_PATH}${route.page}${search.size > 0 ? `?${search}` : ''}`;
};

/** Whether a route shows a list. */
export const isList = (route: Route): route is ListRoute => route.page === 'requests' || route.page === 'work-orders';

const isSameList = (from: ListRoute, to: ListRoute): boolean =>
  addressOf({ ...from, number: 1 }) === addressOf({ ...to, number: 1 });

/** Whether going from one route to the other is a new page to the reader, so that its heading should get focus. */
export const isArrival = (from: Route, to: Route): boolean => {
  if (!isList(from) || !isList(to)) return addressOf(from) !== addressOf(to);
  return isSameList(from, to) && from.number !== to.number;
};
