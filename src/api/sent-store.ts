import type { Receipt } from '../contract/index.js';
import type { StoredDraft } from '../state/request-state.js';
import { draftFromJson } from './draft-json.js';
import { asRecord } from './http.js';
import { toJson } from './json.js';

/** A request that was sent, as this tab shows it again after a reload. */
export interface Sent {
  readonly draft: StoredDraft;
  readonly receipt: Receipt;
}

const nameOf = (endpoint: string, owner: string): string =>
  `portal-request-form:sent:${JSON.stringify([endpoint, owner])}`;

/** What every tab may tell of the last request: not what was in it. `at` is milliseconds since 1970. */
export interface LastSent {
  readonly requestType: string;
  readonly reference: string;
  readonly at: number;
}

/** Keeps the last request of an owner (a customer, or the guest) in this tab. Throws where storage is blocked or full. */
export const keepSent = (endpoint: string, owner: string, sent: Sent): void => {
  const { draft, receipt } = sent;
  const last: LastSent = { requestType: draft.requestType, reference: receipt.reference, at: Date.now() };
  localStorage.setItem(nameOf(endpoint, owner), JSON.stringify(last));
  sessionStorage.setItem(nameOf(endpoint, owner), toJson(sent));
};

export const readSent = (endpoint: string, owner: string): Sent | undefined => {
  const text = sessionStorage.getItem(nameOf(endpoint, owner));
  if (!text) return undefined;
  const { draft, receipt } = asRecord(JSON.parse(text));
  return { draft: draftFromJson(draft), receipt: receipt as Receipt };
};

/** The last request that was sent from this device, for a tab that did not send it. */
export const readLastSent = (endpoint: string, owner: string): LastSent | undefined => {
  const { requestType, reference, at } = asRecord(JSON.parse(localStorage.getItem(nameOf(endpoint, owner)) ?? '{}'));
  return typeof requestType === 'string' && typeof reference === 'string' && typeof at === 'number'
    ? { requestType, reference, at }
    : undefined;
};

export const forgetSent = (endpoint: string, owner: string): void => {
  localStorage.removeItem(nameOf(endpoint, owner));
  sessionStorage.removeItem(nameOf(endpoint, owner));
};
