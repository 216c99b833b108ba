import type { EventName } from '../../state/request-events.js';
import type { Activity } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';
import { draftEffects } from './draft.js';
import { sessionEffects } from './session.js';
import { submitEffects } from './submit.js';
import { uploadEffects } from './upload.js';

/** What "try again" does after each activity that failed; the others are asked for again on their own screen. */
const again: { readonly [A in Activity]?: (core: Core) => Promise<void> } = {
  load: (core) => core.send({ type: 'load' }),
  requests: (core) => core.send({ type: 'requests-wanted' }),
  submit: (core) => core.send({ type: 'submit' }),
};

const tables: readonly Effects[] = [
  sessionEffects,
  draftEffects,
  submitEffects,
  uploadEffects,
];

/** Everything that an event causes outside the state. */
export const effectsOf = <N extends EventName>(name: N): readonly NonNullable<Effects[N]>[] =>
  tables.flatMap((table) => table[name] ?? []);

export const retryActivity = async (core: Core, during: Activity | undefined): Promise<void> => {
  if (during) await again[during]?.(core);
};
