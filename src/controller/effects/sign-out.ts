import { Failure } from '../../api/failure.js';
import type { Effects } from '../core.js';
import { arrived } from '../navigation.js';
import { attempt } from './attempt.js';
import { fetchConfig } from './load.js';

export const signOutEffects: Effects = {
  'sign-out': async (core) => {
    const outside = core.outside();
    const previous = core.state().step;
    await outside.http.call('/session', { method: 'DELETE' }).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error; // the token dies on this side in any case
    });
    outside.token = undefined;
    outside.sessions.write(undefined);
    await core.send({ type: 'signed-out' });
    core.host.announce('portal-signed-out', {});
    await attempt(core, 'sign-out', async () => {
      await core.send({ type: 'config-checked', config: await fetchConfig(core) });
    });
    await arrived(core, previous);
  },
};
