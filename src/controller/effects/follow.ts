import { asFailure } from '../../api/failure.js';
import { keepConfig } from '../../api/keep-config.js';
import type { Read as Portal } from '../../api/portal-client.js';
import type { PortalConfig } from '../../contract/index.js';
import type { Core } from '../core.js';
import { arrived } from '../navigation.js';
import { attempt } from './attempt.js';
import { keepsNothing } from './keeping.js';
import { checkConfig } from './load.js';

/** Shows another configuration than the form was shown from; what is being sent, or was, is judged by the portal. */
const showChanged = async (core: Core, config: PortalConfig): Promise<void> => {
  const { step, requestType, activity, receipt } = core.state();
  if (step === 'error') return core.send({ type: 'load' }); // what was known is no configuration for this release
  if (activity === 'submit' || receipt) return;
  await core.send({ type: requestType ? 'config-changed' : 'config-checked', config });
  await arrived(core, step);
};

/**
 * Keeps what the portal says to a guest for the next visit, and shows it, with every answer that still fits, where it is
 * not what the form was shown from. Without a connection what was known will do.
 */
export const follow = async (core: Core, raw: unknown, asked: Promise<Portal>): Promise<void> => {
  const outside = core.outside();
  const { endpoint } = outside;
  const isGuest = (): boolean => core.outside() === outside && outside.token === undefined;
  if (!isGuest()) return; // what is for one customer is kept nowhere
  await attempt(core, 'load', async () => {
    const said = await asked.catch((error: unknown) => {
      if (asFailure(error).retryable) return undefined;
      keepConfig(endpoint);
      throw error;
    });
    if (!said || !isGuest()) return;
    const config = await checkConfig(core, said.raw);
    const text = JSON.stringify(said.raw);
    keepConfig(endpoint, keepsNothing(core) ? undefined : text);
    if (text !== JSON.stringify(raw)) await showChanged(core, config);
  });
};
