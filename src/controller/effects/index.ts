import type { EventName } from '../../state/request-events.js';
import type { Activity } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';
import { sessionEffects } from './session.js';

/** What "try again" does after each activity that failed; the others are asked for again on their own screen. */
const again: { readonly [A in Activity]?: (core: Core) => Promise<void> } = {
  load: (core) => core.send({ type: 'load' }),
  guest: (core) => core.send({ type: 'guest-chosen' }),
  requests: (core) => core.send({ type: 'requests-wanted' }),
  submit: (core) => core.send({ type: 'submit' }),
};

/** Everything that an event causes outside the state; `more` are the effects that came with the request part. */
export const effectsOf = <N extends EventName>(
  name: N,
  more: readonly Effects[] | undefined,
): readonly NonNullable<Effects[N]>[] =>
  [sessionEffects, ...(more ?? [])].map((effects) => effects[name]).filter((effect) => effect !== undefined);

/** Tries an activity again. */
export const retryActivity = async (core: Core, during: Activity | undefined): Promise<void> => {
  if (during) await again[during]?.(core);
};
