import { Failure } from '../../api/failure.js';
import { fetchOptions, type OptionQuery } from '../../api/options-client.js';
import type { OptionPage } from '../../contract/index.js';
import type { Core } from '../core.js';

/** A page of choices. A customer whose session ended signs in again in place, unless the host page has a new token. */
export const askForOptions = async (core: Core, query: OptionQuery, signal: AbortSignal): Promise<OptionPage> => {
  const outside = core.outside();
  const { http, token } = outside;
  try {
    return await fetchOptions(http, query, signal);
  } catch (error) {
    const hasEnded = error instanceof Failure && error.code === 'session-expired' && core.state().customer;
    if (!hasEnded) throw error;
    await core.fail(error, 'refresh');
    if (outside.token === token) throw error;
    return fetchOptions(http, query, signal);
  }
};
