import type { DuplicateCandidate, RequestChoices, RequestList } from '../../office-contract/index.js';
import type { Call } from '../api.js';
import { filterOf, searchOf, type RequestsRoute } from '../request-route.js';

/** Why a request is declined, as it is chosen at the desk. */
export interface ChosenReason {
  reasonId?: string;
  reason?: string;
}

/** The calls with which the office keeps an overview of its requests. */
export interface RequestDesk {
  requests(list: RequestsRoute, signal: AbortSignal): Promise<RequestList>;
  requestChoices(signal: AbortSignal): Promise<RequestChoices>;
  /** Where all that a list holds is downloaded from. */
  exportAddress(list: RequestsRoute, format: 'csv' | 'json', language: string): string;
  /** Gives a request to a member of staff, or to nobody. */
  assign(id: string, staffId: string | null): Promise<void>;
  /** Declines for one of the portal's reasons, for words of one's own, or both. */
  decline(id: string, reason: ChosenReason): Promise<void>;
  /** What a request may repeat. */
  duplicates(id: string): Promise<readonly DuplicateCandidate[]>;
  /** Closes a request that repeats another one. */
  merge(id: string, into: string): Promise<void>;
  /** Opens a merged request again, apart from the other. */
  unmerge(id: string): Promise<void>;
  /** Notes that a request was opened, or makes it new again. */
  markUnread(id: string, isUnread: boolean): Promise<void>;
}

type CallOffice = <Answer>(path: string, call?: Call) => Promise<Answer>;

export const requestDesk = (call: CallOffice): RequestDesk => {
  const post = (id: string, what: string, body: unknown) =>
    call<never>(`/requests/${encodeURIComponent(id)}/${what}`, { method: 'POST', body });
  const put = (id: string, what: string, body: unknown) =>
    call<never>(`/requests/${encodeURIComponent(id)}/${what}`, { method: 'PUT', body });
  return {
    requests: (list, signal) => call(`/requests?${searchOf({ ...list, query: list.query.trim() })}`, { signal }),
    requestChoices: (signal) => call('/request-choices', { signal }),
    decline: (id, reason) => post(id, 'decline', reason),
    duplicates: async (id) => {
      const path = `/requests/${encodeURIComponent(id)}/duplicates`;
      return (await call<{ items: DuplicateCandidate[] }>(path)).items;
    },
    merge: (id, into) => post(id, 'merge', { into }),
    unmerge: (id) => call<never>(`/requests/${encodeURIComponent(id)}/merge`, { method: 'DELETE' }),
    exportAddress: (list, format, language) =>
      `/api/office/request-export?${new URLSearchParams({ ...filterOf(list), format, language })}`,
    assign: (id, staffId) => put(id, 'assignee', { staffId }),
    markUnread: (id, isUnread) => put(id, 'unread', { isUnread }),
  };
};
