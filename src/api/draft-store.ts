import { createStore, del, delMany, entries, keys, update, type UseStore } from 'idb-keyval';
import type { StoredDraft } from '../state/request-state.js';
import { createKeptFiles, type KeptFiles } from './kept-files.js';
import { draftFromJson } from './draft-json.js';
import { toJson } from './json.js';

/** Drafts of one owner (a customer, or the guest) at one endpoint. Each call may fail: the device decides. */
export interface DraftStore {
  /** The files of the drafts; they go with their draft. A device that keeps nothing has none. */
  readonly files?: KeptFiles;
  /** The newest first. */
  list(owner: string): Promise<StoredDraft[]>;
  /** Keeps a draft, unless another visit took it over since: then nothing is kept, and it gives false. */
  save(owner: string, draft: StoredDraft): Promise<boolean>;
  /** Takes a draft over: from now on only its visit keeps it. */
  claim(owner: string, draft: StoredDraft): Promise<void>;
  /** For a page that is going away and cannot wait: kept in this tab until the next `list`. */
  saveAtOnce(owner: string, draft: StoredDraft): void;
  remove(owner: string, draft: Pick<StoredDraft, 'requestType' | 'key'>): Promise<void>;
  /** Forgets every draft of the owner. */
  clear(owner: string): Promise<void>;
}

const byNewest = (a: StoredDraft, b: StoredDraft): number => b.savedAt.localeCompare(a.savedAt);

/** Drafts in IndexedDB, one record per endpoint, owner, request type and request. */
export const createDraftStore = (endpoint: string): DraftStore => {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore('portal-request-form', 'drafts'));
  const prefix = (owner: string) => `${JSON.stringify([endpoint, owner])}:`;
  const nameOf = (owner: string, { requestType, key }: Pick<StoredDraft, 'requestType' | 'key'>) =>
    `${prefix(owner)}${requestType}:${key}`;
  const inTab = (owner: string) => `portal-request-form:leaving:${prefix(owner)}`;

  const takeFromTab = (owner: string): StoredDraft | undefined => {
    const text = sessionStorage.getItem(inTab(owner));
    sessionStorage.removeItem(inTab(owner));
    return text ? draftFromJson(JSON.parse(text)) : undefined;
  };

  const claim = async (owner: string, draft: StoredDraft) => update(nameOf(owner, draft), () => draft, store());

  const files = createKeptFiles(prefix);

  return {
    files,
    list: async (owner) => {
      const stored = (await entries<string, StoredDraft>(store()))
        .filter(([key]) => key.startsWith(prefix(owner)))
        .map(([, draft]) => draft);
      const left = takeFromTab(owner);
      const isNewest = left && stored.every((draft) => draft.key !== left.key || byNewest(left, draft) < 0);
      if (!left || !isNewest) return stored.sort(byNewest);
      await claim(owner, left);
      return [left, ...stored.filter((draft) => draft.key !== left.key)].sort(byNewest);
    },
    save: async (owner, draft) => {
      let isMine = true;
      const next = (stored: StoredDraft | undefined): StoredDraft => {
        isMine = stored?.visit === undefined || stored.visit === draft.visit;
        return stored && !isMine ? stored : draft;
      };
      await update(nameOf(owner, draft), next, store());
      return isMine;
    },
    claim,
    saveAtOnce: (owner, draft) => {
      sessionStorage.setItem(inTab(owner), toJson(draft));
    },
    remove: async (owner, draft) => {
      await del(nameOf(owner, draft), store());
      sessionStorage.removeItem(inTab(owner));
      await files.remove({ owner, key: draft.key });
    },
    clear: async (owner) => {
      sessionStorage.removeItem(inTab(owner));
      const names = await keys<string>(store());
      await delMany(
        names.filter((name) => name.startsWith(prefix(owner))),
        store(),
      );
      await files.remove({ owner });
    },
  };
};
