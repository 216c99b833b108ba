import { fetchRequests } from '../../api/request-client.js';
import type { Core, Effects } from '../core.js';
import { firstRequestStep, show } from '../navigation.js';
import { attempt } from './attempt.js';
import { begin, findDrafts, restore } from './draft.js';

/** Asks for the customer's own requests, once. */
export const askForRequests = (core: Core): void => {
  const { customer, requests, activity } = core.state();
  if (customer && !requests && activity !== 'requests') void core.send({ type: 'requests-wanted' });
};

/** Signed in or on as a guest: to the start, or at once into the request type that the host page asks for. */
export const enter = async (core: Core): Promise<void> => {
  await findDrafts(core);
  const { deepLink, requestType } = core.state();
  if (deepLink && requestType !== deepLink) await begin(core, deepLink);
  else await show(core, deepLink ? firstRequestStep(core) : 'start');
  askForRequests(core);
};

/** After a load: the draft of this tab goes on where it was, a deep link starts at once. */
export const open = async (core: Core, isReload: boolean): Promise<void> => {
  await findDrafts(core);
  const { deepLink, drafts } = core.state();
  const draft = drafts.find((one) => !deepLink || one.requestType === deepLink);
  if (draft && isReload) await restore(core, draft, false);
  else if (deepLink) await begin(core, deepLink, false);
  askForRequests(core);
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
