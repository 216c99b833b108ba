import type { RequestStatus, Text } from 'portal-request-form/contract';
import type { OfficeRequestRow } from './requests.js';

/**
 * GET    /requests?{RequestFilter}&after=|before=   200 RequestList; 400 for a filter or a cursor that cannot be
 * GET    /request-choices                           200 RequestChoices: what there is to filter by and to assign to
 * GET    /request-export?{RequestFilter}&format=csv|json&language=nl|en
 *                                                   200 all that fits the filter, as a download; CSV has a column for each
 *                                                   answer when the filter names a type
 * GET    /events                                    200 server-sent events `requests`: something changed, look again; the
 *                                                   first comes at once; ends with the session; 429
 * PUT    /requests/{id}/assignee {staffId}          200 {}; null releases it; 404; 422 for nobody of this office
 * PUT    /requests/{id}/unread {isUnread}           200 {}; 404
 */
export interface RequestFilter {
  /** Words that all have to be found in what was typed, the reference or the customer. */
  query?: string;
  status?: RequestStatus;
  /** The id of a request type. */
  type?: string;
  /** `mine`, `nobody`, or the id of a member of staff. */
  assignee?: string;
  /** Sent on this day of the portal (`YYYY-MM-DD`) or later. */
  since?: string;
  /** Sent on this day or earlier. */
  until?: string;
  unread?: 'yes';
  /** `newest` when left out. */
  sort?: RequestSort;
}

export const REQUEST_SORTS = ['newest', 'oldest', 'untouched', 'reference'] as const;
/** By when it was sent, by when anything about it last changed (longest ago first), or by reference. */
export type RequestSort = (typeof REQUEST_SORTS)[number];

/** Where in a list a page is. */
export interface ListPlace {
  /** How many there are in all pages; up to 100 are counted of what was searched for, and up to 1,000 of other lists that the server does not know by heart. */
  total: { count: number; isMore: boolean };
  /** For `before`: the page before this one; missing on the first. */
  previous?: string;
  /** For `after`: the page after this one; missing on the last. */
  next?: string;
}

export interface RequestList extends ListPlace {
  items: OfficeRequestRow[];
  /** How many requests of the portal have each status, whatever the filter. */
  counts: Partial<Record<RequestStatus, number>>;
  /** How many of the portal's requests nobody has opened yet. */
  unread: number;
}

/** A reason to decline; the customer reads it in the language of the request. */
export interface DeclineReason {
  id: string;
  text: Text;
}

export interface RequestChoices {
  /** Request types that are asked for now, and others that requests were sent under. */
  types: { id: string; label: Text }[];
  colleagues: { id: string; name: string }[];
  /** What the office can choose from when it declines. */
  declineReasons: DeclineReason[];
  /** Which of them is asking. */
  own: string;
  portalLocale: string;
}
