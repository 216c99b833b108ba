import { createDraftStore, type DraftStore } from '../../api/draft-store.js';
import { createId } from '../../api/id.js';
import type { Customer, RequestType } from '../../contract/index.js';
import { normaliseAnswer, validateAnswer } from '../../rules/index.js';
import { isDraftFor, KEEP_AFTER, toDraft } from '../../state/draft.js';
import type { Earlier } from '../../state/request-events.js';
import type { StoredDraft } from '../../state/request-state.js';
import { timeZoneOf } from '../../state/request-view.js';
import type { Core, Effects } from '../core.js';
import { firstRequestStep, show } from '../navigation.js';

/** Whose drafts are whose: a customer's id, or the guest of this device. */
const ownerOf = (customer: Customer | undefined): string => customer?.id ?? 'guest';

const draftsOf = (core: Core): DraftStore => {
  const outside = core.outside();
  return (outside.drafts ??= createDraftStore(outside.endpoint));
};

/** Finds the drafts of whoever is there that the portal can go on with. */
export const findDrafts = async (core: Core): Promise<void> => {
  const { config, customer } = core.state();
  if (!config || core.host.settings.noDrafts) return;
  try {
    const drafts = await draftsOf(core).list(ownerOf(customer));
    await core.send({ type: 'drafts-found', drafts: drafts.filter((draft) => isDraftFor(config, draft)) });
  } catch (error) {
    await cannotKeep(core, error);
  }
};

const cannotKeep = async (core: Core, error: unknown): Promise<void> => {
  if (!core.state().cannotKeep) console.warn('portal-request-form: this device keeps no drafts', error);
  await core.send({ type: 'keeping-failed' });
};

/** Keeps the request on the device now. */
export const keep = async (core: Core): Promise<void> => {
  const outside = core.outside();
  clearTimeout(outside.keepTimer);
  outside.keepTimer = undefined;
  const draft = toDraft(core.state(), new Date().toISOString());
  if (!draft || core.host.settings.noDrafts) return;
  try {
    await draftsOf(core).save(ownerOf(core.state().customer), draft);
  } catch (error) {
    return cannotKeep(core, error);
  }
  await core.send({ type: 'draft-saved', savedAt: draft.savedAt });
};

/** Keeps the request while the page goes away, which does not wait for a database; then properly, in case it stays. */
export const keepAtOnce = (core: Core): void => {
  const draft = toDraft(core.state(), new Date().toISOString());
  if (!draft || core.host.settings.noDrafts || core.outside().keepTimer === undefined) return;
  try {
    draftsOf(core).saveAtOnce(ownerOf(core.state().customer), draft);
  } catch (error) {
    console.warn('portal-request-form: this tab keeps nothing', error);
  }
  void keep(core);
};

/** Keeps the request soon; several changes in a row are kept at once. */
const keepSoon = (core: Core): void => {
  const outside = core.outside();
  if (core.host.settings.noDrafts || core.state().receipt) return;
  outside.keepTimer ??= setTimeout(() => void keep(core), KEEP_AFTER);
};

const forget = async (core: Core, requestType: string, owner = ownerOf(core.state().customer)): Promise<void> => {
  const outside = core.outside();
  clearTimeout(outside.keepTimer);
  outside.keepTimer = undefined;
  try {
    await draftsOf(core).remove(owner, requestType);
  } catch (error) {
    console.warn('portal-request-form: a draft could not be removed from this device', error);
  }
};

/** A guest's draft goes when the guest signed in: the request is the customer's from then on. */
export const forgetGuestDraft = (core: Core, requestType: string): Promise<void> =>
  forget(core, requestType, ownerOf(undefined));

/** Goes on with a draft, on the step where it was left. */
export const restore = async (core: Core, draft: StoredDraft, moves = true): Promise<void> => {
  await core.send({ type: 'draft-restored', draft });
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
  const draft = core.state().drafts.find((one) => one.requestType === requestType);
  await (draft ? restore(core, draft, moves) : beginAnew(core, requestType, undefined, moves));
};

export const draftEffects: Effects = {
  answered: (core, { field }) => {
    core.host.announce('portal-answer-changed', { field });
    keepSoon(core);
  },
  checked: keepSoon,
  accepted: keepSoon,
  contacted: keepSoon,
  reported: keepSoon,
  'upload-done': keepSoon,
  'attachment-removed': keepSoon,
  moved: keepSoon,
  'draft-saved': (core, { savedAt }) => void core.host.announce('portal-draft-saved', { savedAt }),
  'draft-discarded': async (core, { requestType }) => {
    await forget(core, requestType);
    core.host.announce('portal-draft-discarded', {});
  },
  submitted: async (core) => forget(core, core.state().requestType ?? ''),
};
