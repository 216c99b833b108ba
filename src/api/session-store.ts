import type { Session } from '../contract/index.js';
import { asRecord } from './http.js';
import { isSession } from './portal-client.js';

/** What a reload must remember: a customer's session, that somebody went on as a guest, or where a code was mailed to. */
export type Remembered = { readonly session: Session } | { readonly guest: true } | { readonly codeSentTo: string };

export interface SessionStore {
  read(): Remembered | undefined;
  write(remembered: Remembered | undefined): void;
}

const parse = (text: string | null): Remembered | undefined => {
  if (!text) return undefined;
  const { session, guest, codeSentTo } = asRecord(JSON.parse(text));
  if (guest === true) return { guest: true };
  if (typeof codeSentTo === 'string') return { codeSentTo };
  return isSession(session) ? { session } : undefined;
};

/** Keeps the session of one endpoint in this tab's `sessionStorage`; where that is blocked, in memory only. */
export const createSessionStore = (endpoint: string): SessionStore => {
  const key = `portal-request-form:${endpoint}`;
  let memory: Remembered | undefined;
  return {
    read: () => {
      try {
        return parse(sessionStorage.getItem(key)) ?? memory;
      } catch {
        return memory; // blocked storage or a foreign value: this page load still has its own
      }
    },
    write: (remembered) => {
      memory = remembered;
      try {
        if (remembered) sessionStorage.setItem(key, JSON.stringify(remembered));
        else sessionStorage.removeItem(key);
      } catch {
        memory = remembered; // blocked storage: a reload signs in again, nothing else is lost
      }
    },
  };
};
