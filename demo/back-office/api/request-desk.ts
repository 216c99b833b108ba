import type { RequestChoices, RequestList } from '../../office-contract/index.js';
import type { Call } from '../api.js';
import { searchOf, type RequestsRoute } from '../request-route.js';

/** The calls with which the office keeps an overview of its requests. */
export interface RequestDesk {
  requests(list: RequestsRoute, signal: AbortSignal): Promise<RequestList>;
  requestChoices(signal: AbortSignal): Promise<RequestChoices>;
  /** Gives a request to a member of staff, or to nobody. */
  assign(id: string, staffId: string | null): Promise<void>;
  /** Notes that a request was opened, or makes it new again. */
  markUnread(id: string, isUnread: boolean): Promise<void>;
}

type CallOffice = <Answer>(path: string, call?: Call) => Promise<Answer>;

export const requestDesk = (call: CallOffice): RequestDesk => {
  const put = (id: string, what: string, body: unknown) =>
    call<never>(`/requests/${encodeURIComponent(id)}/${what}`, { method: 'PUT', body });
  return {
    requests: (list, signal) => call(`/requests?${searchOf({ ...list, query: list.query.trim() })}`, { signal }),
    requestChoices: (signal) => call('/request-choices', { signal }),
    assign: (id, staffId) => put(id, 'assignee', { staffId }),
    markUnread: (id, isUnread) => put(id, 'unread', { isUnread }),
  };
};
