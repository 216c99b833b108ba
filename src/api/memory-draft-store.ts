import type { StoredDraft } from '../state/request-state.js';
import type { DraftStore } from './draft-store.js';

/** Drafts that this page alone has, for a device that is not the customer's to keep anything on; `onChange` hears what is left. */
export const createMemoryDraftStore = (
  first: StoredDraft,
  onChange: (draft: StoredDraft | undefined) => void,
): DraftStore => {
  const drafts = new Map([[first.key, first]]);
  const save = (draft: StoredDraft): Promise<boolean> => {
    drafts.set(draft.key, draft);
    onChange(draft);
    return Promise.resolve(true);
  };
  return {
    list: () => Promise.resolve([...drafts.values()]),
    save: (_owner, draft) => save(draft),
    claim: async (_owner, draft) => void (await save(draft)),
    saveAtOnce: (_owner, draft) => void save(draft),
    remove: (_owner, { key }) => {
      drafts.delete(key);
      onChange(undefined);
      return Promise.resolve();
    },
    clear: () => {
      drafts.clear();
      onChange(undefined);
      return Promise.resolve();
    },
  };
};
