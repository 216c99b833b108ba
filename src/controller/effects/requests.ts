import { fetchRequests } from '../../api/request-client.js';
import { readSent, type Sent } from '../../api/sent-store.js';
import { isDraftFor, isRecent } from '../../state/draft.js';
import type { StoredDraft } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';
import { firstRequestStep, show } from '../navigation.js';
import { attempt } from './attempt.js';
import { findCopies } from './copying.js';
import { begin, findDrafts, recallSent, recallSharing, restore } from './draft.js';
import { onDevice, ownerOf } from './keeping.js';
import { flushOutbox } from './outbox.js';

/** Asks for the customer's own requests, once. */
export const askForRequests = (core: Core): void => {
  const { customer, requests, activity } = core.state();
  if (customer && !requests && activity !== 'requests') void core.send({ type: 'requests-wanted' });
};

/** Signed in or on as a guest: to the start, or at once into the request type that the host page asks for. */
export const enter = async (core: Core): Promise<void> => {
  const { step } = core.state();
  await recallSharing(core);
  await findDrafts(core);
  const { deepLink, requestType } = core.state();
  await findCopies(core, deepLink !== undefined && requestType !== deepLink);
  await recallSent(core);
  void flushOutbox(core);
  const isStarted = core.state().step !== step; // the customer or the host page went on, meanwhile
  if (deepLink && requestType !== deepLink && !isStarted) await begin(core, deepLink);
  else if (!isStarted) await show(core, deepLink ? firstRequestStep(core) : 'start');
  askForRequests(core);
};

/** After a load: the draft of this tab goes on where it was, a deep link starts at once. */
export const open = async (core: Core, isReload: boolean): Promise<void> => {
  const { customer, guest } = core.state();
  if (guest && !customer) core.outside().sessions.write({ guest: true }); // also where nobody can sign in
  await recallSharing(core);
  await findDrafts(core);
  await resume(core, isReload);
  await recallSent(core);
  askForRequests(core);
  if (core.state().isWaiting) void core.send({ type: 'submit' });
  void flushOutbox(core);
};

/** What was under way in this tab, or was sent from it, is there again; else a deep link starts at once. */
const resume = async (core: Core, isReload: boolean): Promise<void> => {
  const { deepLink, drafts } = core.state();
  const isAsked = (one: StoredDraft): boolean => !deepLink || one.requestType === deepLink;
  const draft = isReload ? drafts.find(isAsked) : undefined;
  const sent = isReload && !draft ? await sentBefore(core) : undefined;
  if (draft) await restore(core, draft, false);
  else if (sent && isAsked(sent.draft)) await core.send({ type: 'receipt-restored', ...sent });
  const isIdle = !core.state().requestType;
  await findCopies(core, isIdle && deepLink !== undefined && !drafts.some(isAsked));
  const wanted = core.state().deepLink; // the host page may have asked for another meanwhile
  if (isIdle && wanted) await begin(core, wanted, false);
  else if (core.state().step === 'loading') await core.send({ type: 'moved', step: 'start' });
};

/** What was sent from this tab a moment ago: its receipt is there again after a reload, and after going back. */
const sentBefore = async (core: Core): Promise<Sent | undefined> => {
  let sent: Sent | undefined;
  await onDevice('this tab remembers nothing', () => {
    sent = readSent(core.outside().endpoint, ownerOf(core.state().customer));
  });
  const { config } = core.state();
  return sent && config && isDraftFor(config, sent.draft) && isRecent(Date.parse(sent.draft.savedAt), new Date())
    ? sent
    : undefined;
};

export const requestEffects: Effects = {
  'deep-linked': async (core) => {
    const { step, deepLink } = core.state();
    if (step === 'start' && deepLink) await begin(core, deepLink);
  },
  'requests-wanted': async (core, { cursor }) =>
    attempt(core, 'requests', async () => {
      const list = await fetchRequests(core.outside().http, cursor);
      await core.send({ type: 'requests-loaded', list, append: cursor !== undefined });
    }),
};
