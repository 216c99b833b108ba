import { stepOf } from '../../state/pointers.js';
import { isLost } from '../../state/uploads.js';
import type { Core } from '../core.js';
import { show } from '../navigation.js';

export const isSendingFiles = (core: Core): boolean => core.state().uploads.some(({ failure }) => !failure);

const lostFile = (core: Core) => core.state().uploads.find(isLost);

/**
 * Waits until the server has every file. False when that is not so: the customer no longer waits, or one did not arrive,
 * and they are brought to it.
 */
export const filesAreSent = async (core: Core): Promise<boolean> => {
  const { sending } = core.outside();
  await core.send({ type: 'files-awaited', isAwaited: true });
  while (core.state().awaitsFiles && isSendingFiles(core) && sending.size > 0 && !lostFile(core))
    await Promise.race(sending.values());
  if (!core.state().awaitsFiles) return false;
  await core.send({ type: 'files-awaited', isAwaited: false });
  const lost = lostFile(core);
  if (!lost) return true;
  if (core.state().expired) return false;
  await show(core, stepOf(lost.pointer), 'submit');
  await core.host.focusOn({ pointer: lost.pointer });
  return false;
};
