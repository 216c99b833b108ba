import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { StoredDraft } from '../state/request-state.js';

/** Drafts of one owner (a customer, or the guest) at one endpoint. Each call may fail: the device decides. */
export interface DraftStore {
  list(owner: string): Promise<StoredDraft[]>;
  save(owner: string, draft: StoredDraft): Promise<void>;
  remove(owner: string, requestType: string): Promise<void>;
}

/** Drafts in IndexedDB, one record per endpoint, owner and request type. */
export const createDraftStore = (endpoint: string): DraftStore => {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore('portal-request-form', 'drafts'));
  const prefix = (owner: string) => `${JSON.stringify([endpoint, owner])}:`;
  return {
    list: async (owner) => {
      const all = await entries<string, StoredDraft>(store());
      return all
        .filter(([key]) => key.startsWith(prefix(owner)))
        .map(([, draft]) => draft)
        .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    },
    save: async (owner, draft) => set(prefix(owner) + draft.requestType, draft, store()),
    remove: async (owner, requestType) => del(prefix(owner) + requestType, store()),
  };
};
