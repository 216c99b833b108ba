import { deleteDraft, fetchDraft, fetchDrafts, putDraft } from '../../api/draft-client.js';
import { asFailure, type FailureCode } from '../../api/failure.js';
import { isDraftFor } from '../../state/draft.js';
import { mergeDrafts, type Merged } from '../../state/draft-merge.js';
import { differencesBetween, isCopied, toContent, toStored } from '../../state/draft-copy.js';
import type { DraftCopy, StoredDraft } from '../../state/request-state.js';
import type { RequestType } from '../../contract/index.js';
import type { Core } from '../core.js';
import type { DraftCopies } from '../more-part.js';
import { restore } from './draft.js';
import { draftsOf, draftToKeep, keep, onDevice, ownerOf } from './keeping.js';

/** A portal that answers so keeps no drafts: it is not asked again. */
const NO_DRAFTS: ReadonlySet<FailureCode> = new Set(['not-found', 'forbidden', 'unreadable', 'invalid-request']);

/** The most drafts that are fetched at once. */
const MOST = 10;

/** Runs something on the portal's copies; the device has the drafts, so a failure is the customer's matter nowhere. */
const withPortal = async (core: Core, run: () => Promise<void>): Promise<void> => {
  const outside = core.outside();
  if (!core.state().customer || core.state().expired || outside.keepsNoCopies) return;
  try {
    await run();
  } catch (error) {
    const { code } = asFailure(error);
    if (!core.state().customer) return; // signed out meanwhile: nothing is amiss
    if (code === 'session-expired' && core.state().handover) return core.send({ type: 'taken-over' });
    if (NO_DRAFTS.has(code)) outside.keepsNoCopies = true;
    console.warn(`portal-request-form: other devices do not have this draft yet (${code})`);
  }
};

const copied = async (core: Core, draft: StoredDraft, copy: DraftCopy): Promise<void> => {
  const { key, savedAt, customer } = core.state();
  if (key !== draft.key) return;
  await core.send({ type: 'draft-copied', copy });
  if (savedAt !== draft.savedAt) return; // the next version is kept with it
  await onDevice('a draft could not be kept', async () => {
    await draftsOf(core).save(ownerOf(customer), { ...draft, copy });
  });
};

/** What goes together of what was changed here and there since both had the same. */
const mergedWith = (core: Core, type: RequestType, there: StoredDraft, etag?: string): Merged | undefined => {
  const { base } = core.outside();
  const isKnown = base?.key === there.key && base.copy?.etag === etag;
  return isKnown ? mergeDrafts(type, base, core.state(), there) : undefined;
};

/** Takes over what another device changed, as if it were typed here: step, focus and files under way stay. */
const takeIn = async (core: Core, there: StoredDraft, { answers, checklist }: Merged): Promise<void> => {
  const { copy, savedAt = '' } = core.state();
  const isAllThere = answers.size + checklist.size === 0 && isCopied(core.state());
  core.outside().base = there;
  const now = there.copy && { ...copy, ...there.copy, savedAt: isAllThere ? savedAt : '' };
  await core.send({ type: 'draft-copied', copy: now });
  if (isAllThere) return;
  for (const [field, answer] of answers) await core.send({ type: 'answered', field, answer });
  for (const [item, entry] of checklist) await core.send({ type: 'checked', item, entry });
  await keep(core);
};

/** Another device changed the draft: only what was answered differently is worth a question. */
const compare = async (core: Core, draft: StoredDraft): Promise<void> => {
  const found = await fetchDraft(core.outside().http, draft.key);
  const { type } = core.view();
  if (core.state().key !== draft.key || !type) return;
  const there = found && toStored(found.draft, found.etag);
  const merged = there && mergedWith(core, type, there, draft.copy?.etag);
  if (merged) return takeIn(core, there, merged);
  if (there && differencesBetween(type, core.state(), there).length > 0) {
    await core.send({ type: 'draft-conflict', there });
    return core.host.focusOn('question');
  }
  await core.send({ type: 'draft-copied', copy: there?.copy && { ...there.copy, savedAt: '' } });
  await push(core);
};

/** The draft under way in the version that the device keeps. */
const present = (core: Core): StoredDraft | undefined => {
  const { savedAt, isWaiting, conflict } = core.state();
  const draft = savedAt && !isWaiting && !conflict ? draftToKeep(core) : undefined;
  return draft && savedAt ? { ...draft, savedAt } : undefined;
};

const put = async (core: Core, draft: StoredDraft): Promise<void> => {
  try {
    const etag = await putDraft(core.outside().http, draft.key, toContent(draft), draft.copy?.etag);
    const outside = core.outside();
    const copy = { etag, savedAt: draft.savedAt, canHandOver: outside.canHandOver ?? draft.copy?.canHandOver };
    outside.base = { ...draft, copy };
    await copied(core, draft, copy);
  } catch (error) {
    if (asFailure(error).code !== 'draft-changed') throw error;
    await compare(core, draft);
  }
};

/** Has the portal keep the request under way, one version after the other. */
const push = (core: Core): Promise<void> =>
  withPortal(core, async () => {
    const draft = present(core);
    if (draft && !isCopied(draft)) await put(core, draft);
  });

/** The drafts of other devices that are new here, or newer than those of this device. */
const fetchNewer = async (core: Core, drafts: readonly StoredDraft[], listed: ReadonlyMap<string, string>) => {
  const { config, key } = core.state();
  const known = new Map(drafts.map((draft) => [draft.key, draft]));
  const wanted = [...listed].filter(([id, etag]) => {
    const here = known.get(id);
    return id !== key && (!here || (here.copy?.etag !== etag && isCopied(here)));
  });
  const { http } = core.outside();
  const found = await Promise.all(wanted.slice(0, MOST).map(([id]) => fetchDraft(http, id)));
  return found
    .flatMap((one) => (one ? [toStored(one.draft, one.etag)] : []))
    .filter((draft) => config && isDraftFor(config, draft));
};

/** The request under way was changed on another device: it goes on from there, or the customer is asked. */
const follow = async (core: Core, etag: string): Promise<void> => {
  const { key, copy } = core.state();
  if (!key || copy?.etag === etag) return;
  const isUntouched = (): boolean => isCopied(core.state()) && core.outside().keepTimer === undefined;
  const found = isUntouched() ? await fetchDraft(core.outside().http, key) : undefined;
  if (found && core.state().key === key && isUntouched())
    return restore(core, toStored(found.draft, found.etag), false);
  await push(core);
};

/** The request under way as the portal has it, when that is another version than this device knows; not while it changes here. */
const findOther = async (core: Core): Promise<StoredDraft | undefined> => {
  const { key, copy, uploads } = core.state();
  const { http, keepTimer } = core.outside();
  const isBusy = !isCopied(core.state()) || keepTimer !== undefined || uploads.some(({ failure }) => !failure);
  if (!key || isBusy) return undefined;
  const etag = (await fetchDrafts(http)).items.find(({ id }) => id === key)?.etag;
  const found = etag && etag !== copy?.etag ? await fetchDraft(http, key) : undefined;
  return found && core.state().key === key ? toStored(found.draft, found.etag) : undefined;
};

/** Takes over what another device changed in the request under way since this one last knew. */
const followOther = async (core: Core): Promise<boolean> => {
  let isTaken = false;
  await withPortal(core, async () => {
    const there = await findOther(core);
    const { type } = core.view();
    if (!there || !type) return;
    const merged = mergedWith(core, type, there, core.state().copy?.etag);
    if (!merged) return push(core);
    isTaken = merged.answers.size + merged.checklist.size > 0;
    await takeIn(core, there, merged);
  });
  return isTaken;
};

const pull = (core: Core): Promise<void> =>
  withPortal(core, async () => {
    const outside = core.outside();
    const owner = ownerOf(core.state().customer);
    if (core.state().handover === 'open') return; // it may ask for its own draft only
    const { items, handover } = await fetchDrafts(outside.http);
    outside.canHandOver = handover;
    const listed = new Map(items.map(({ id, etag }) => [id, etag]));
    const newer = await fetchNewer(core, core.state().drafts, listed);
    const { drafts, key, customer } = core.state();
    if (core.outside() !== outside || ownerOf(customer) !== owner) return;
    const gone = drafts.filter((draft) => isCopied(draft) && !draft.isWaiting && !listed.has(draft.key));
    for (const draft of gone)
      await onDevice('a draft could not be removed from this device', () => draftsOf(core).remove(owner, draft));
    const replaced = new Set([...gone, ...newer].map((draft) => draft.key));
    const all = [...newer, ...drafts.filter((draft) => !replaced.has(draft.key))];
    if (replaced.size > 0)
      await core.send({ type: 'drafts-found', drafts: all.sort((a, b) => b.savedAt.localeCompare(a.savedAt)) });
    const etag = key && listed.get(key);
    if (etag) await follow(core, etag);
  });

/** The customer's choice between what is here and what is there. */
const choose = async (core: Core, isHere: boolean): Promise<void> => {
  const there = core.state().conflict;
  if (!there) return;
  if (!isHere) return restore(core, there);
  await core.send({ type: 'draft-copied', copy: there.copy && { ...there.copy, savedAt: '' } });
  await push(core);
  await core.host.focusOn('heading');
};

/** The portal's copies of the drafts of a customer. */
export const createDraftCopies = (core: Core): DraftCopies => ({
  push: () => push(core),
  pull: () => pull(core),
  remove: (key) =>
    withPortal(core, async () => {
      await core.outside().copying; // what is on its way would make it again
      await deleteDraft(core.outside().http, key);
    }),
  follow: () => followOther(core),
  choose: (isHere) => choose(core, isHere),
});
