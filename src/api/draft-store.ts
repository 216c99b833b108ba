import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { StoredDraft } from '../state/request-state.js';
import { asRecord } from './http.js';

/** Drafts of one owner (a customer, or the guest) at one endpoint. Each call may fail: the device decides. */
export interface DraftStore {
  /** The newest first. */
  list(owner: string): Promise<StoredDraft[]>;
  save(owner: string, draft: StoredDraft): Promise<void>;
  /** For a page that is going away and cannot wait: kept in this tab until the next `list`. */
  saveAtOnce(owner: string, draft: StoredDraft): void;
  remove(owner: string, requestType: string): Promise<void>;
}

const MAPS = ['answers', 'checklist', 'terms', 'origins'] as const;

const toJson = (draft: StoredDraft): string =>
  JSON.stringify(draft, (_key, value: unknown) => (value instanceof Map ? [...value] : value));

const fromJson = (text: string): StoredDraft => {
  const stored = asRecord(JSON.parse(text));
  const maps = MAPS.map((name) => [name, new Map(stored[name] as [string, unknown][] | undefined)]);
  return { ...stored, ...Object.fromEntries(maps) } as StoredDraft;
};

const byNewest = (a: StoredDraft, b: StoredDraft): number => b.savedAt.localeCompare(a.savedAt);

/** Drafts in IndexedDB, one record per endpoint, owner and request type. */
export const createDraftStore = (endpoint: string): DraftStore => {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore('portal-request-form', 'drafts'));
  const prefix = (owner: string) => `${JSON.stringify([endpoint, owner])}:`;
  const inTab = (owner: string) => `portal-request-form:leaving:${prefix(owner)}`;

  const takeFromTab = (owner: string): StoredDraft | undefined => {
    const text = sessionStorage.getItem(inTab(owner));
    sessionStorage.removeItem(inTab(owner));
    return text ? fromJson(text) : undefined;
  };

  const save = async (owner: string, draft: StoredDraft) => set(prefix(owner) + draft.requestType, draft, store());

  return {
    list: async (owner) => {
      const stored = (await entries<string, StoredDraft>(store()))
        .filter(([key]) => key.startsWith(prefix(owner)))
        .map(([, draft]) => draft);
      const left = takeFromTab(owner);
      const isNewest =
        left && stored.every((draft) => draft.requestType !== left.requestType || byNewest(left, draft) < 0);
      if (!left || !isNewest) return stored.sort(byNewest);
      await save(owner, left);
      return [left, ...stored.filter((draft) => draft.requestType !== left.requestType)].sort(byNewest);
    },
    save,
    saveAtOnce: (owner, draft) => {
      sessionStorage.setItem(inTab(owner), toJson(draft));
    },
    remove: async (owner, requestType) => {
      await del(prefix(owner) + requestType, store());
      sessionStorage.removeItem(inTab(owner));
    },
  };
};
