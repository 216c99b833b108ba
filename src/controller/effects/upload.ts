import { createId } from '../../api/id.js';
import { filesAt } from '../../state/reduce-answers.js';
import { isRefusal } from '../../state/uploads.js';
import type { Core, Effects } from '../core.js';
import type { FileLimits } from '../pending-files.js';
import { forgetFile, keepFile } from './kept-files.js';
import { onDevice } from './keeping.js';
import { dropThumbnail } from './thumbnails.js';
import { isPicture, refusalOf, tidy } from './upload-checks.js';

/** What sends files comes with the part for what few requests have. */
const work = async (core: Core, id: string): Promise<void> => {
  const part = await core.host.loadMorePart().catch((error: unknown) => {
    console.error('portal-request-form: what sends files could not be loaded', error);
  });
  await (part ? part.sendUpload(core, id) : core.send({ type: 'upload-failed', id, code: 'chunk-missing' }));
};

/** Prepares and sends a file; `sending` knows of it until that is settled. */
const send = async (core: Core, id: string): Promise<void> => {
  const { sending } = core.outside();
  if (sending.has(id)) return;
  const settled = work(core, id).finally(() => sending.delete(id));
  sending.set(id, settled);
  await settled;
};

const checkFiles = (core: Core): Promise<void> =>
  onDevice('whether the portal still has every file shows when the request is sent', async () =>
    (await core.host.loadMorePart()).checkFiles(core),
  );

/** How long the portal surely has a file that is not sent, in milliseconds. */
const SURELY_THERE = 6 * 3_600_000;

/** Goes on with the files of a request that somebody comes back to. */
const goOn = (core: Core, savedAt: string): void => {
  for (const { id, failure } of core.state().uploads) if (!failure) void send(core, id);
  if (Date.now() - Date.parse(savedAt) > SURELY_THERE) void checkFiles(core);
};

const cancel = async (core: Core, id: string): Promise<void> => {
  const { uploads, files } = core.outside();
  files.delete(id);
  dropThumbnail(core.outside(), id);
  void forgetFile(core, id);
  const running = uploads.get(id);
  uploads.delete(id);
  await running?.cancel().catch((error: unknown) => {
    console.warn('portal-request-form: what was sent of a cancelled file expires on the server', error);
  });
};

/** What a guest chose is the customer's who signs in, on this device too. */
const keepForCustomer = (core: Core): void => {
  for (const { id } of core.state().uploads) {
    const pending = core.outside().files.get(id);
    if (pending) void keepFile(core, id, pending);
  }
};

const underWay = (core: Core, pointer: string): number =>
  core.state().uploads.filter((one) => one.pointer === pointer && !(one.failure && isRefusal(one.failure))).length;

/** Takes the files that fit and starts sending them; one that does not fit is listed with its reason. */
export const addFiles = async (
  core: Core,
  pointer: string,
  files: readonly File[],
  limits: FileLimits,
): Promise<void> => {
  let room = (limits.maxFiles ?? Infinity) - filesAt(core.state(), pointer).length - underWay(core, pointer);
  const sending = files.map(async (original) => {
    const file = tidy(original);
    const { name, size } = file;
    const id = createId();
    const mayChange = size > 0 && isPicture(file, pointer);
    const failure = room <= 0 ? 'too-many' : mayChange ? undefined : refusalOf(file, limits);
    if (!failure) {
      room -= 1;
      core.outside().files.set(id, { file, limits, isReady: false });
    }
    await core.send({ type: 'upload-started', upload: { id, pointer, name, size, sent: 0, failure } });
    if (!failure) await send(core, id);
  });
  await Promise.all(sending);
};

/** Sends again what did not arrive: there is a connection again, or the customer signed in again. */
export const retryUploads = async (core: Core): Promise<void> => {
  const failed = core.state().uploads.filter(({ failure }) => failure && !isRefusal(failure));
  await Promise.all(failed.map(({ id }) => core.send({ type: 'upload-retried', id })));
};

export const uploadEffects: Effects = {
  'signed-in': (core) => {
    keepForCustomer(core);
    return retryUploads(core);
  },
  'draft-restored': (core, { draft }) => {
    goOn(core, draft.savedAt);
  },
  rejected: (core, { issues }) => {
    if (issues.some(({ code }) => code === 'attachment')) void checkFiles(core);
  },
  'upload-retried': (core, { id }) => send(core, id),
  'upload-removed': (core, { id }) => cancel(core, id),
  'attachment-removed': (core, { attachment }) => {
    dropThumbnail(core.outside(), attachment);
    void forgetFile(core, attachment);
  },
  moved: async (core, { step }) => {
    if (core.state().awaitsFiles && step !== 'submit') await core.send({ type: 'files-awaited', isAwaited: false });
  },
};
