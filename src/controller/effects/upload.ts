import { asFailure } from '../../api/failure.js';
import { createId } from '../../api/id.js';
import { startUpload } from '../../api/upload.js';
import { filesAt } from '../../state/reduce-answers.js';
import { isRefusal, type Upload } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';
import type { FileLimits, PendingFile } from '../pending-files.js';
import { refusalOf, tidy } from './upload-checks.js';
import { dropThumbnail, isPicture, preparePicture, renameThumbnail } from './upload-pictures.js';

/** What the server's refusals are in the words of a control; a file that is gone there is sent anew. */
const PROBLEM_ISSUES: Record<string, string> = {
  'too-large': 'file-size',
  'unsupported-file': 'file-type',
  'not-found': 'upload-failed',
};

const uploadOf = (core: Core, id: string): Upload | undefined => core.state().uploads.find((one) => one.id === id);

/** The file as it is sent; an issue code when it is refused after all. */
const makeReady = async (core: Core, upload: Upload, pending: PendingFile): Promise<File | string> => {
  const { files } = core.outside();
  const { id, pointer } = upload;
  const needsWork = !pending.isReady && isPicture(pending.file, pointer);
  const file = needsWork ? await preparePicture(core, id, pending) : pending.file;
  if (!file) return 'file-location';
  if (files.has(id)) files.set(id, { ...pending, file, isReady: true });
  const { name, size } = file;
  if (needsWork && uploadOf(core, id))
    await core.send({ type: 'upload-started', upload: { ...upload, name, size, sent: 0 } });
  return refusalOf(file, pending.limits) ?? file;
};

const sendFile = async (core: Core, id: string, file: File): Promise<void> => {
  const outside = core.outside();
  const { http, endpoint, uploads, files } = outside;
  const progressed = (sent: number) => void core.send({ type: 'upload-progressed', id, sent });
  const running = await startUpload({ http, endpoint, file, progressed });
  uploads.set(id, running);
  if (!uploadOf(core, id)) return cancel(core, id);
  const attachment = await running.done;
  files.delete(id);
  if (!uploads.has(id)) return;
  renameThumbnail(outside, id, attachment.id);
  await core.send({ type: 'upload-done', id, attachment });
};

const refuse = async (core: Core, id: string, code: string): Promise<void> => {
  core.outside().files.delete(id);
  await core.send({ type: 'upload-failed', id, code });
};

const work = async (core: Core, id: string): Promise<void> => {
  const { uploads, files } = core.outside();
  const upload = uploadOf(core, id);
  const pending = files.get(id);
  if (!upload || !pending) return;
  try {
    const file = await makeReady(core, upload, pending);
    if (!uploadOf(core, id)) return;
    if (typeof file !== 'string') await sendFile(core, id, file);
    else await refuse(core, id, file);
  } catch (error) {
    if (!uploadOf(core, id)) return;
    const failure = asFailure(error);
    await core.send({ type: 'upload-failed', id, code: PROBLEM_ISSUES[failure.code] ?? failure.code });
    if (failure.code === 'session-expired') await core.fail(failure, 'refresh');
  } finally {
    uploads.delete(id);
  }
};

/** Prepares and sends a file; `sending` knows of it until that is settled. */
const send = async (core: Core, id: string): Promise<void> => {
  const { sending } = core.outside();
  const settled = work(core, id).finally(() => sending.delete(id));
  sending.set(id, settled);
  await settled;
};

const cancel = async (core: Core, id: string): Promise<void> => {
  const { uploads, files } = core.outside();
  files.delete(id);
  dropThumbnail(core.outside(), id);
  const running = uploads.get(id);
  uploads.delete(id);
  await running?.cancel().catch((error: unknown) => {
    console.warn('portal-request-form: what was sent of a cancelled file expires on the server', error);
  });
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
  'signed-in': retryUploads,
  'upload-retried': (core, { id }) => send(core, id),
  'upload-removed': (core, { id }) => cancel(core, id),
  'attachment-removed': (core, { attachment }) => {
    dropThumbnail(core.outside(), attachment);
  },
  moved: async (core, { step }) => {
    if (core.state().awaitsFiles && step !== 'submit') await core.send({ type: 'files-awaited', isAwaited: false });
  },
};
