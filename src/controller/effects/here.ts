import { asFailure, type Failure } from '../../api/failure.js';
import type { Core } from '../core.js';

/** Does what may fail in its own place; only a session that ended is a matter of the whole form. */
export const here = async (core: Core, work: () => Promise<void>, isSecond = false): Promise<Failure | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'session-expired' || core.state().opened?.byLink) return failure;
    await core.fail(failure, 'refresh');
    const isRenewed = !core.state().expired && !isSecond;
    return isRenewed ? here(core, work, true) : undefined;
  }
};
