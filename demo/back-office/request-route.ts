import type { RequestStatus } from 'portal-request-form/contract';
import { REQUEST_SORTS, type RequestFilter, type RequestSort } from '../office-contract/index.js';
import { readStatus } from './statuses.js';

/** How the list of requests is narrowed, sorted and paged; an empty text narrows nothing. */
export interface RequestsRoute {
  page: 'requests';
  query: string;
  status: RequestStatus | '';
  type: string;
  /** `mine`, `nobody` or the id of a member of staff. */
  assignee: string;
  since: string;
  until: string;
  unread: boolean;
  sort: RequestSort;
  /** A cursor: the page after it, or before it. */
  after: string;
  before: string;
}

export const ALL_REQUESTS: RequestsRoute = {
  page: 'requests',
  ...{ query: '', status: '', type: '', assignee: '', since: '', until: '' },
  ...{ unread: false, sort: 'newest', after: '', before: '' },
};

const readDay = (text: string | null): string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';

/** The list that the search part of an address asks for; nonsense is left out. */
export const readRequests = (search: URLSearchParams): RequestsRoute => {
  const text = (name: string): string => search.get(name) ?? '';
  return {
    page: 'requests',
    query: text('query'),
    status: readStatus(search.get('status')),
    type: text('type'),
    assignee: text('assignee'),
    since: readDay(search.get('since')),
    until: readDay(search.get('until')),
    unread: text('unread') === 'yes',
    sort: REQUEST_SORTS.find((one) => one === search.get('sort')) ?? 'newest',
    after: text('after'),
    before: text('after') ? '' : text('before'),
  };
};

/** What narrows and sorts the list, as its address and the server read it. */
export const filterOf = (route: RequestsRoute): RequestFilter => {
  const { query, status, type, assignee, since, until, unread, sort } = route;
  return {
    ...(query ? { query } : {}),
    ...(status ? { status } : {}),
    ...(type ? { type } : {}),
    ...(assignee ? { assignee } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(unread ? { unread: 'yes' } : {}),
    ...(sort === 'newest' ? {} : { sort }),
  };
};

/** The search part of the address of a list. */
export const searchOf = (route: RequestsRoute): URLSearchParams => {
  const { after, before } = route;
  return new URLSearchParams({ ...filterOf(route), ...(after ? { after } : before ? { before } : {}) });
};

/** The first page of a list. */
export const fromTheStart = (route: RequestsRoute): RequestsRoute => ({ ...route, after: '', before: '' });

/** Whether anything is left out of a list. */
export const isNarrowed = (route: RequestsRoute): boolean =>
  searchOf({ ...fromTheStart(route), query: route.query.trim(), sort: 'newest' }).size > 0;
