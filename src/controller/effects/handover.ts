import { fetchDraft } from '../../api/draft-client.js';
import { draftFromJson } from '../../api/draft-json.js';
import { toJson } from '../../api/json.js';
import { asFailure, Failure } from '../../api/failure.js';
import { fetchHandoverCode, useHandoverCode } from '../../api/handover-client.js';
import { handoverFragment } from '../../api/handover-fragment.js';
import { asRecord } from '../../api/http.js';
import { createId } from '../../api/id.js';
import { createMemoryDraftStore } from '../../api/memory-draft-store.js';
import type { HandoverCode } from '../../contract/index.js';
import { isCopied, toStored } from '../../state/draft-copy.js';
import type { StoredDraft } from '../../state/request-state.js';
import type { Core } from '../core.js';
import { onDevice } from './keeping.js';

/** The address of this page for the other device; the code is in its fragment, which no server ever sees. */
export const handoverLink = (core: Core, code: string): string =>
  `${location.href.split('#', 1)[0] ?? ''}${handoverFragment(core.outside().endpoint)}${code}`;

/** A code for the request under way. Rejects with a `Failure`. */
export const handOver = async (core: Core): Promise<HandoverCode> => {
  const { key } = core.state();
  if (!key) throw new Failure('not-found');
  return fetchHandoverCode(core.outside().http, key);
};

const showAddress = (address: string): void => {
  history.replaceState(history.state, '', address);
};

/** Takes the code out of the page's address and uses it; one that is worth nothing is told, and nobody is signed in. */
export const takeOverByAddress = async (core: Core): Promise<void> => {
  const outside = core.outside();
  const link = location.href;
  const code = location.hash.slice(handoverFragment(outside.endpoint).length);
  showAddress(location.pathname + location.search);
  await core.part(); // brings what the events below do
  outside.token = undefined;
  try {
    outside.sessions.write({ session: await useHandoverCode(outside.http, code) });
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'not-found' || failure.code === 'invalid-request')
      return core.send({ type: 'handed-over', handover: 'refused' });
    showAddress(link); // another try needs it
    throw failure;
  }
};

/** What this tab has and the portal does not yet, with what both had before. */
interface Left {
  readonly base?: StoredDraft;
  readonly draft: StoredDraft;
}

const leftName = (core: Core, id: string): string => `portal-request-form:handed-over:${core.outside().endpoint}:${id}`;

/** Leaves in this tab what the portal does not have yet, so that a reload does not lose it. */
const leave = (core: Core, name: string, draft: StoredDraft | undefined): void =>
  void onDevice('a reload loses what was just typed', () => {
    const { base } = core.outside();
    if (draft && !isCopied(draft)) sessionStorage.setItem(name, toJson({ base, draft }));
    else sessionStorage.removeItem(name);
  });

const readLeft = async (name: string): Promise<Left | undefined> => {
  let left: Left | undefined;
  await onDevice('what this tab left cannot be read', () => {
    const text = sessionStorage.getItem(name);
    if (!text) return;
    const { base, draft } = asRecord(JSON.parse(text));
    left = { ...(base ? { base: draftFromJson(base) } : {}), draft: draftFromJson(draft) };
  });
  return left;
};

/** Goes on with the only draft that the session of this device is for; the portal keeps it, this tab what is on its way there. */
export const goOnHandedOver = async (core: Core, id: string): Promise<void> => {
  const outside = core.outside();
  await core.part();
  const found = await fetchDraft(outside.http, id);
  const name = leftName(core, id);
  if (!found) {
    leave(core, name, undefined);
    throw new Failure('session-expired');
  }
  const there = toStored(found.draft, found.etag);
  const left = await readLeft(name);
  outside.drafts = createMemoryDraftStore(left?.draft ?? there, (draft) => leave(core, name, draft));
  outside.base = left?.base ?? there;
  if (typeof BroadcastChannel === 'function') outside.tabs = new BroadcastChannel(createId()); // it takes nothing from other tabs
  await core.send({ type: 'handed-over', handover: 'open' });
  await core.send({ type: 'requests-loaded', list: { items: [] }, append: false }); // it may not ask for any
};
