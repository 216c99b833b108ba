import { needsMore } from '../../state/more.js';
import type { Core, Effects } from '../core.js';

/** Loads the rarer fields; when that fails the request says so in their place. */
export const loadMore = async (core: Core): Promise<void> => {
  try {
    await core.host.loadMorePart();
    await core.send({ type: 'more-loaded' });
  } catch (error) {
    console.error('portal-request-form: some fields could not be loaded', error);
    await core.send({ type: 'more-missing' });
  }
};

const loadIfNeeded = (core: Core): void => {
  if (needsMore(core.view().type)) void loadMore(core);
};

/** What is likely to be needed is fetched ahead; whether that worked shows when it is needed. */
const fetchAhead = (core: Core): void => {
  const { config, customer, guest } = core.state();
  if ((customer ?? guest) && config?.requestTypes.some(needsMore)) core.host.loadMorePart().catch(() => undefined);
};

export const moreEffects: Effects = {
  started: loadIfNeeded,
  'draft-restored': loadIfNeeded,
  'config-changed': loadIfNeeded,
  'signed-in': loadIfNeeded,
  moved: (core, { step }) => {
    if (step === 'start') fetchAhead(core);
  },
};
