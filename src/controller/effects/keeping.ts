import { createDraftStore, type DraftStore } from '../../api/draft-store.js';
import { createId } from '../../api/id.js';
import type { Customer } from '../../contract/index.js';
import { toDraft } from '../../state/draft.js';
import type { StoredDraft } from '../../state/request-state.js';
import type { Core } from '../core.js';

/** Whose drafts are whose: a customer's id, or the guest of this device. */
export const ownerOf = (customer: Customer | undefined): string => customer?.id ?? 'guest';

export const draftsOf = (core: Core): DraftStore => {
  const outside = core.outside();
  return (outside.drafts ??= createDraftStore(outside.endpoint));
};

/** Nothing may be kept on this device: the site or the customer says so. */
export const keepsNothing = (core: Core): boolean => core.host.settings.noDrafts || core.state().isShared;

/** Under which name this element keeps drafts on this page. */
export const visitOf = (core: Core): string => (core.outside().visit ??= createId());

/** What is to be kept now: nothing where nothing may be kept, or where another visit has the request. */
export const draftToKeep = (core: Core): StoredDraft | undefined =>
  keepsNothing(core) || core.state().isElsewhere
    ? undefined
    : toDraft(core.state(), new Date().toISOString(), visitOf(core));

export const cannotKeep = async (core: Core, error: unknown): Promise<void> => {
  if (!core.state().cannotKeep) console.warn('portal-request-form: this device keeps no drafts', error);
  await core.send({ type: 'keeping-failed' });
};

/** Keeps the request on the device now. */
export const keep = async (core: Core): Promise<void> => {
  const outside = core.outside();
  clearTimeout(outside.keepTimer);
  outside.keepTimer = undefined;
  const draft = draftToKeep(core);
  if (!draft) return;
  outside.writing = draft;
  try {
    if (await draftsOf(core).save(ownerOf(core.state().customer), draft))
      await core.send({ type: 'draft-saved', savedAt: draft.savedAt });
    else if (core.state().key === draft.key) await core.send({ type: 'taken-over' });
  } catch (error) {
    await cannotKeep(core, error);
  } finally {
    if (outside.writing === draft) outside.writing = undefined;
  }
};

/** Keeps the request while the page goes away, which does not wait for a database; then properly, in case it stays. */
export const keepAtOnce = (core: Core): void => {
  const { keepTimer, writing } = core.outside();
  const draft = keepTimer === undefined && !writing ? undefined : draftToKeep(core);
  if (!draft) return;
  try {
    draftsOf(core).saveAtOnce(ownerOf(core.state().customer), draft);
  } catch (error) {
    console.warn('portal-request-form: this tab keeps nothing', error);
  }
  void keep(core);
};

/** Runs something on what this device keeps; where that fails, only the console hears of it. */
export const onDevice = async (what: string, run: () => Promise<void> | void): Promise<void> => {
  try {
    await run();
  } catch (error) {
    console.warn(`portal-request-form: ${what}`, error);
  }
};
