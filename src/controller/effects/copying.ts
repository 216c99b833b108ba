import type { Core, Effects } from '../core.js';
import { inTime } from '../in-time.js';
import type { DraftCopies } from '../more-part.js';
import { keepsNothing, onDevice } from './keeping.js';

/** How long a change may wait before the portal has it, in milliseconds. */
const COPY_AFTER = 1500;
/** How long the customer waits for what the portal says of drafts, in milliseconds. */
const ANSWER_TIME = 3000;

/** Does something with the portal's copies of a customer's drafts; a guest has none. */
export const withCopies = (core: Core, run: (copies: DraftCopies) => Promise<void>): Promise<void> =>
  onDevice('drafts stay on this device', async () => {
    if (!core.state().customer || core.host.settings.noDrafts || core.outside().keepsNoCopies) return;
    await run((await core.host.loadMorePart()).createCopies(core));
  });

/** Finds what other devices left; who begins at once waits for that a moment, lest two requests come of one. */
export const findCopies = async (core: Core, isWaitedFor: boolean): Promise<void> => {
  if (keepsNothing(core)) return;
  const found = withCopies(core, (copies) => copies.pull());
  if (!isWaitedFor) return;
  await onDevice('what other devices left comes late', () => inTime(found, ANSWER_TIME, 'the portal does not answer'));
};

/** What was not sent goes from the portal too. */
export const removeCopies = (core: Core): Promise<void> =>
  withCopies(core, async (copies) => {
    const { key, drafts, receipt } = core.state();
    const kept = [...drafts.map((draft) => draft.key), ...(key && !receipt ? [key] : [])];
    await inTime(Promise.all(kept.map((one) => copies.remove(one))), ANSWER_TIME, 'the portal does not answer');
  });

const pushSoon = (core: Core): void => {
  const outside = core.outside();
  if (!core.state().customer) return;
  outside.copyTimer ??= setTimeout(() => {
    outside.copyTimer = undefined;
    outside.copying = Promise.resolve(outside.copying).then(() => withCopies(core, (copies) => copies.push()));
  }, COPY_AFTER);
};

export const copyEffects: Effects = {
  'draft-saved': pushSoon,
  'draft-restored': pushSoon, // it may have been left before the portal had it
  'draft-discarded': (core, { key }) => withCopies(core, (copies) => copies.remove(key)),
};
