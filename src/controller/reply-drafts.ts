import type { DraftStore } from '../api/draft-store.js';
import type { StoredDraft } from '../state/request-state.js';

/** Keeps the drafts of one reply among those of its owner, under a name that is no request type: nobody else goes on with them. */
export const replyDrafts = (store: DraftStore, asked: string, requestType: string): DraftStore => {
  const name = `~${asked}`;
  const renamed = <D extends Pick<StoredDraft, 'requestType'>>(draft: D): D => ({ ...draft, requestType: name });
  return {
    ...(store.files ? { files: store.files } : {}),
    list: async (owner) =>
      (await store.list(owner))
        .filter((draft) => draft.requestType === name)
        .map((draft) => ({ ...draft, requestType })),
    save: (owner, draft) => store.save(owner, renamed(draft)),
    claim: (owner, draft) => store.claim(owner, renamed(draft)),
    saveAtOnce: (owner, draft) => {
      void store.save(owner, renamed(draft)); // the tab has room for one, and that may be a request
    },
    remove: (owner, draft) => store.remove(owner, renamed(draft)),
    clear: (owner) => store.clear(owner),
  };
};
