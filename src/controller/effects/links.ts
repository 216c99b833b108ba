import { asFailure } from '../../api/failure.js';
import { isReplyFragment } from '../../api/reply-fragment.js';
import type { Core } from '../core.js';

/** Opens the request of a link that was followed on the page that the form stands on already. */
export const followLink = async (core: Core): Promise<void> => {
  if (!core.state().config || !isReplyFragment(location.hash, core.outside().endpoint)) return;
  try {
    await (await core.host.loadMorePart()).goByAddress(core);
  } catch (error) {
    await core.fail(asFailure(error), 'load'); // trying again reads the address again
  }
};
