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
  if (needsMore(core.view().type) || core.state().origins.size > 0) void loadMore(core);
};

const fetchPart = (core: Core): void => {
  core.host.loadMorePart().catch(() => undefined);
};

/** What is likely to be needed is fetched ahead; whether that worked shows when it is needed. */
const fetchAhead = (core: Core): void => {
  const { config, customer, guest } = core.state();
  if ((customer ?? guest) && config?.requestTypes.some(needsMore)) fetchPart(core);
};

export const moreEffects: Effects = {
  started: loadIfNeeded,
  'draft-restored': loadIfNeeded,
  'config-changed': loadIfNeeded,
  'signed-in': loadIfNeeded,
  answered: (core, { isPrefill }) => {
    if (isPrefill) loadIfNeeded(core);
  },
  'requests-loaded': (core, { list }) => {
    if (list.items.length > 0) fetchPart(core); // each can be repeated
  },
  moved: (core, { step }) => {
    if (step === 'start') fetchAhead(core);
  },
};
