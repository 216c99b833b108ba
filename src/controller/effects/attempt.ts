import { asFailure } from '../../api/failure.js';
import type { Activity } from '../../state/request-state.js';
import type { Core } from '../core.js';

/** Runs something that may fail; a failure gets its screen. */
export const attempt = async (core: Core, during: Activity, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    await core.fail(asFailure(error), during);
  }
};
