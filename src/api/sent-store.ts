import type { Receipt } from '../contract/index.js';
import type { StoredDraft } from '../state/request-state.js';
import { draftFromJson, draftToJson } from './draft-json.js';
import { asRecord } from './http.js';

/** A request that was sent, as this tab shows it again after a reload. */
export interface Sent {
  readonly draft: StoredDraft;
  readonly receipt: Receipt;
}

const nameOf = (endpoint: string, owner: string): string =>
  `portal-request-form:sent:${JSON.stringify([endpoint, owner])}`;

/** Keeps the last request of an owner (a customer, or the guest) in this tab. Throws where storage is blocked or full. */
export const keepSent = (endpoint: string, owner: string, sent: Sent): void => {
  sessionStorage.setItem(nameOf(endpoint, owner), draftToJson(sent));
};

export const readSent = (endpoint: string, owner: string): Sent | undefined => {
  const text = sessionStorage.getItem(nameOf(endpoint, owner));
  if (!text) return undefined;
  const { draft, receipt } = asRecord(JSON.parse(text));
  return { draft: draftFromJson(draft), receipt: receipt as Receipt };
};

export const forgetSent = (endpoint: string, owner: string): void => {
  sessionStorage.removeItem(nameOf(endpoint, owner));
};
