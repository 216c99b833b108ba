import { fetchDraft } from '../../api/draft-client.js';
import { asFailure, Failure } from '../../api/failure.js';
import { fetchHandoverCode, useHandoverCode } from '../../api/handover-client.js';
import { createId } from '../../api/id.js';
import { createMemoryDraftStore } from '../../api/memory-draft-store.js';
import type { HandoverCode } from '../../contract/index.js';
import { toStored } from '../../state/draft-copy.js';
import type { Core } from '../core.js';

const NAME = '#portal-handover=';

/** The address of this page for the other device; the code is in its fragment, which no server ever sees. */
export const handoverLink = (code: string): string => `${location.href.split('#', 1)[0] ?? ''}${NAME}${code}`;

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
  const code = location.hash.slice(NAME.length);
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

/** Goes on with the only draft that the session of this device is for; it is kept by the portal and nowhere else. */
export const goOnHandedOver = async (core: Core, id: string): Promise<void> => {
  const outside = core.outside();
  await core.part();
  const found = await fetchDraft(outside.http, id);
  if (!found) throw new Failure('session-expired');
  const draft = toStored(found.draft, found.etag);
  outside.drafts = createMemoryDraftStore(draft);
  outside.base = draft;
  if (typeof BroadcastChannel === 'function') outside.tabs = new BroadcastChannel(createId()); // it takes nothing from other tabs
  await core.send({ type: 'handed-over', handover: 'open' });
  await core.send({ type: 'requests-loaded', list: { items: [] }, append: false }); // it may not ask for any
};
