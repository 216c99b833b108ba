import { forgetSent, readLastSent } from '../../api/sent-store.js';
import { createId } from '../../api/id.js';
import type { RequestType } from '../../contract/index.js';
import { normaliseAnswer, validateAnswer } from '../../rules/index.js';
import { isDraftFor, isRecent, isTooOld, KEEP_AFTER } from '../../state/draft.js';
import type { Earlier } from '../../state/request-events.js';
import type { StoredDraft } from '../../state/request-state.js';
import { timeZoneOf } from '../../state/request-view.js';
import type { Core, Effects } from '../core.js';
import { inTime } from '../in-time.js';
import { firstRequestStep, show } from '../navigation.js';
import { cannotKeep, draftsOf, keep, keepsNothing, onDevice, ownerOf, visitOf } from './keeping.js';
import { listenToTabs, tellTabs } from './tabs.js';

/** How long the start waits for what this device keeps, in milliseconds. */
const LOOKING_TIME = 3_000;

/** Finds the drafts of whoever is there that the portal can go on with; those that are too old are removed. */
export const findDrafts = async (core: Core): Promise<void> => {
  const { config, customer } = core.state();
  if (!config || keepsNothing(core)) return;
  listenToTabs(core);
  try {
    const [store, owner] = [draftsOf(core), ownerOf(customer)];
    const all = await inTime(store.list(owner), LOOKING_TIME, 'the storage of this browser does not answer');
    const old = new Set(all.filter((draft) => !draft.isWaiting && isTooOld(config, draft, new Date())));
    for (const draft of old) await store.remove(owner, draft);
    const drafts = all.filter((draft) => !old.has(draft) && isDraftFor(config, draft));
    await core.send({ type: 'drafts-found', drafts });
  } catch (error) {
    await cannotKeep(core, error);
  }
};

/** Tells of a request that was sent from this device a moment ago, so that nobody sends it a second time. */
export const recallSent = (core: Core): Promise<void> =>
  onDevice('this device remembers nothing', async () => {
    const { receipt, customer } = core.state();
    const last = keepsNothing(core) ? undefined : readLastSent(core.outside().endpoint, ownerOf(customer));
    if (last && !receipt && isRecent(last.at, new Date())) await core.send({ type: 'last-sent', delivery: last });
  });

/** Keeps the request soon; several changes in a row are kept at once. */
const keepSoon = (core: Core): void => {
  const outside = core.outside();
  if (keepsNothing(core) || core.state().receipt) return;
  outside.keepTimer ??= setTimeout(() => void keep(core), KEEP_AFTER);
};

/** A change stops what would be sent by itself: the customer sends it again. */
const changed = (core: Core): Promise<void> | void => {
  keepSoon(core);
  if (core.state().isWaiting && !core.state().activity) return hold(core);
};

/** Does not send by itself any more. */
export const hold = async (core: Core): Promise<void> => {
  clearTimeout(core.outside().retryTimer);
  await core.send({ type: 'held' });
  await core.send({ type: 'failure-dismissed' });
  keepSoon(core);
};

const forget = async (core: Core, draft: Pick<StoredDraft, 'requestType' | 'key'>, owner: string): Promise<void> => {
  const outside = core.outside();
  clearTimeout(outside.keepTimer);
  outside.keepTimer = undefined;
  await onDevice('a draft could not be removed from this device', () => draftsOf(core).remove(owner, draft));
};

/** A guest's draft goes when the guest signed in: the request is the customer's from then on. */
export const forgetGuestDraft = async (core: Core, requestType: string): Promise<void> => {
  const { key } = core.state();
  if (key) await forget(core, { requestType, key }, ownerOf(undefined));
};

/** From now on this visit keeps the draft, and the others are told. */
const claim = async (core: Core, draft: StoredDraft): Promise<void> => {
  if (keepsNothing(core)) return;
  const owner = ownerOf(core.state().customer);
  await onDevice('a draft could not be taken over', () =>
    draftsOf(core).claim(owner, { ...draft, visit: visitOf(core) }),
  );
  tellTabs(core, { kind: 'claimed', key: draft.key });
};

/** Another visit has the request: it goes on here with what was given there. */
export const takeOver = async (core: Core): Promise<void> => {
  const { key, customer } = core.state();
  let kept: StoredDraft | undefined;
  await onDevice('what the other tab keeps could not be read', async () => {
    kept = (await draftsOf(core).list(ownerOf(customer))).find((draft) => draft.key === key);
  });
  await core.send({ type: 'taken-back' });
  if (kept) return restore(core, kept);
  await keep(core);
  await core.host.focusOn('heading');
};

/** The customer says whether others use this device; then nothing is kept, and what was kept goes. */
export const share = async (core: Core, isShared: boolean): Promise<void> => {
  await core.send({ type: 'sharing-chosen', isShared });
  await onDevice('the choice is kept for this page only', () => {
    const name = sharedName(core);
    if (isShared) sessionStorage.setItem(name, '1');
    else sessionStorage.removeItem(name);
  });
  if (isShared) await forgetAll(core);
  else await keep(core);
};

const sharedName = (core: Core): string => `portal-request-form:shared:${core.outside().endpoint}`;

/** What the customer said of this device before the page was loaded again. */
export const recallSharing = (core: Core): Promise<void> =>
  onDevice('this tab remembers nothing', async () => {
    if (sessionStorage.getItem(sharedName(core))) await core.send({ type: 'sharing-chosen', isShared: true });
  });

/** Forgets everything that this device keeps of the customer. */
export const forgetAll = (core: Core, owner = ownerOf(core.state().customer)): Promise<void> =>
  onDevice('drafts could not be removed from this device', () => {
    forgetSent(core.outside().endpoint, owner);
    return draftsOf(core).clear(owner);
  });

/** Goes on with a draft, on the step where it was left. */
export const restore = async (core: Core, draft: StoredDraft, moves = true): Promise<void> => {
  await core.send({ type: 'draft-restored', draft });
  await claim(core, draft);
  const { steps } = core.view();
  const isRequestStep = draft.step !== 'sign-in' && draft.step !== 'start' && steps.includes(draft.step);
  const step = isRequestStep ? draft.step : moves ? firstRequestStep(core) : 'start';
  if (moves) await show(core, step);
  else await core.send({ type: 'moved', step: steps.includes(step) ? step : firstRequestStep(core) });
  core.host.announce('portal-draft-restored', { savedAt: draft.savedAt });
};

/** What the address of the page fills in, if the site allows that. */
const givenByAddress = async (core: Core, type: RequestType | undefined): Promise<Iterable<[string, unknown]>> => {
  if (!core.host.settings.prefillFrom || !type) return [];
  try {
    return (await core.host.loadMorePart()).createActions(core).fromPage(type);
  } catch (error) {
    console.error('portal-request-form: nothing is filled in from the address of the page', error);
    return [];
  }
};

/** The initial answers of the host page that fit their fields; another is left out with a warning. */
export const givenBySite = async (core: Core, type: RequestType | undefined): Promise<ReadonlyMap<string, unknown>> => {
  const given = new Map([...(await givenByAddress(core, type)), ...Object.entries(core.host.settings.prefill ?? {})]);
  const context = { now: new Date(), timeZone: timeZoneOf(core.state()), required: false };
  const fields = new Map(type?.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  const usable = new Map<string, unknown>();
  for (const [id, value] of given) {
    const field = fields.get(id);
    const answer = field && normaliseAnswer(field, value);
    if (field && validateAnswer(field, answer, context).length === 0) usable.set(id, answer);
    else console.warn(`portal-request-form: prefill for "${id}" does not fit this request.`);
  }
  return usable;
};

/** Starts a request of this type, whatever is under way; `earlier` are answers to begin with. */
export const beginAnew = async (core: Core, requestType: string, earlier?: Earlier, moves = true): Promise<void> => {
  await keep(core);
  const type = core.state().config?.requestTypes.find((one) => one.id === requestType);
  const prefill = await givenBySite(core, type);
  await core.send({ type: 'started', requestType, key: createId(), prefill, earlier });
  core.host.announce('portal-started', { requestType });
  if (moves) await show(core, firstRequestStep(core));
  else await core.send({ type: 'moved', step: firstRequestStep(core) });
};

/** Starts a request of this type; a draft of the type goes on instead, so that nothing typed is lost. */
export const begin = async (core: Core, requestType: string, moves = true): Promise<void> => {
  const draft = core.state().drafts.find((one) => one.requestType === requestType && !one.isWaiting);
  await (draft ? restore(core, draft, moves) : beginAnew(core, requestType, undefined, moves));
};

export const draftEffects: Effects = {
  answered: (core, { field }) => {
    core.host.announce('portal-answer-changed', { field });
    return changed(core);
  },
  checked: changed,
  accepted: changed,
  contacted: changed,
  reported: changed,
  'upload-started': keepSoon,
  'upload-failed': keepSoon,
  'upload-removed': keepSoon,
  'upload-done': keepSoon,
  'attachment-removed': changed,
  moved: keepSoon,
  'draft-saved': (core, { savedAt }) => void core.host.announce('portal-draft-saved', { savedAt }),
  'draft-discarded': async (core, { key, requestType }) => {
    await forget(core, { key, requestType }, ownerOf(core.state().customer));
    core.host.announce('portal-draft-discarded', {});
  },
  submitted: async (core, { receipt }) => {
    const { requestType = '', key = '', customer } = core.state();
    await forget(core, { requestType, key }, ownerOf(customer));
    tellTabs(core, { kind: 'sent', key, receipt });
  },
  'started-over': (core) =>
    onDevice('this tab remembers nothing', () => {
      forgetSent(core.outside().endpoint, ownerOf(core.state().customer));
    }),
};
