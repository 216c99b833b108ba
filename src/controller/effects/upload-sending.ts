import { asFailure, type Failure } from '../../api/failure.js';
import { isStillThere, startUpload } from '../../api/upload.js';
import type { Attachment } from '../../contract/index.js';
import { allFiles } from '../../state/files.js';
import { FILE_GONE, isRefusal, type Upload } from '../../state/uploads.js';
import type { Core } from '../core.js';
import type { PendingFile } from '../pending-files.js';
import { findFile, forgetFile, keepFile, keepPath, uploadOf } from './kept-files.js';
import { keep } from './keeping.js';
import { renameThumbnail } from './thumbnails.js';
import { isPicture, refusalOf } from './upload-checks.js';
import { preparePicture } from './upload-pictures.js';

/** What the server's refusals are in the words of a control; a file that is gone there is sent anew. */
const PROBLEM_ISSUES: Record<string, string> = {
  'too-large': 'file-size',
  'unsupported-file': 'file-type',
  'not-found': 'upload-failed',
};

/** The file as it is sent; an issue code when it is refused after all. */
const makeReady = async (core: Core, upload: Upload, pending: PendingFile): Promise<PendingFile | string> => {
  const { files } = core.outside();
  const { id, pointer } = upload;
  const needsWork = !pending.isReady && isPicture(pending.file, pointer);
  const file = needsWork ? await preparePicture(core, id, pending) : pending.file;
  if (!file) return 'file-location';
  const ready = { ...pending, file, isReady: true };
  if (files.has(id)) files.set(id, ready);
  const { name, size } = file;
  if (needsWork && uploadOf(core, id)) {
    await core.send({ type: 'upload-started', upload: { ...upload, name, size, sent: 0 } });
    void keepFile(core, id, ready);
  }
  return refusalOf(file, pending.limits) ?? ready;
};

/** The server removes what is not sent within a day, so the file stays on the device, under the name the draft now has for it. */
const keepUntilSent = async (core: Core, id: string, attachment: string, pending: PendingFile): Promise<void> => {
  const { key } = core.state();
  await keepFile(core, attachment, { ...pending, path: undefined });
  await keep(core);
  if (key && !core.state().isElsewhere) await forgetFile(core, id, key);
};

const sendFile = async (core: Core, id: string, pending: PendingFile): Promise<void> => {
  const outside = core.outside();
  const { http, endpoint, uploads, files } = outside;
  const { file, path } = pending;
  const progressed: Parameters<typeof startUpload>[0]['progressed'] = (sent, pace) =>
    void core.send({ type: 'upload-progressed', id, sent, pace });
  const running = await startUpload({ http, endpoint, file, path, progressed });
  uploads.set(id, running);
  if (!uploadOf(core, id)) return running.cancel();
  files.set(id, { ...pending, path: running.path });
  if (path === undefined) void keepPath(core, id, running.path);
  const attachment = await running.done;
  if (!uploads.has(id) || !uploadOf(core, id)) return; // who comes back to its request finds it whole
  files.delete(id);
  renameThumbnail(outside, id, attachment.id);
  await core.send({ type: 'upload-done', id, attachment });
  void keepUntilSent(core, id, attachment.id, pending);
};

/** Goes on where an earlier upload stood; begins anew where the server does not have that any more. */
const sendOrBeginAnew = async (core: Core, id: string, pending: PendingFile): Promise<void> => {
  try {
    await sendFile(core, id, pending);
  } catch (error) {
    if (pending.path === undefined || asFailure(error).code !== 'not-found') throw error;
    await sendFile(core, id, { ...pending, path: undefined });
  }
};

const refuse = async (core: Core, id: string, code: string): Promise<void> => {
  core.outside().files.delete(id);
  await core.send({ type: 'upload-failed', id, code });
  void forgetFile(core, id);
};

/** Neither here nor there: the customer is told, unless nothing asks for the file any more. */
const missing = async (core: Core, { id, pointer }: Upload): Promise<void> => {
  const [, , asked] = pointer.split('/');
  const type = core.view().type;
  const isAsked = [...(type?.sections.flatMap(({ fields }) => fields) ?? []), ...(type?.checklist ?? [])].some(
    (one) => one.id === asked,
  );
  await (isAsked ? refuse(core, id, FILE_GONE) : core.send({ type: 'upload-removed', id }));
};

const failed = async (core: Core, id: string, failure: Failure): Promise<void> => {
  if (!uploadOf(core, id)) return;
  const code = PROBLEM_ISSUES[failure.code] ?? failure.code;
  await (isRefusal(code) ? refuse(core, id, code) : core.send({ type: 'upload-failed', id, code }));
  if (failure.code === 'session-expired') await core.fail(failure, 'refresh');
};

/** Prepares and sends a file of the request under way, from this page or from what this device kept of it. */
export const sendUpload = async (core: Core, id: string): Promise<void> => {
  const { uploads, files } = core.outside();
  const upload = uploadOf(core, id);
  if (!upload) return;
  const known = files.get(id);
  const pending = known ?? (await findFile(core, id));
  if (!uploadOf(core, id)) return;
  if (!pending) return missing(core, upload);
  files.set(id, pending);
  if (known && !known.path) void keepFile(core, id, pending);
  try {
    const ready = await makeReady(core, upload, pending);
    if (!uploadOf(core, id)) return;
    await (typeof ready === 'string' ? refuse(core, id, ready) : sendOrBeginAnew(core, id, ready));
  } catch (error) {
    await failed(core, id, asFailure(error));
  } finally {
    uploads.delete(id);
  }
};

/** A file that the server removed goes there again from what this device kept; else the customer is asked for it. */
const replace = async (core: Core, pointer: string, { id, name, size }: Attachment): Promise<void> => {
  const pending = await findFile(core, id);
  if (pending) core.outside().files.set(id, pending);
  await core.send({ type: 'attachment-removed', pointer, attachment: id });
  await core.send({ type: 'upload-started', upload: { id, pointer, name, size, sent: 0, isLate: true } });
  await core.send({ type: 'upload-retried', id });
};

/** Asks the server for each file of the request under way, and sees to those that are gone. Rejects with a `Failure`. */
export const checkFiles = async (core: Core): Promise<void> => {
  const { key } = core.state();
  for (const { pointer, file } of allFiles(core.state())) {
    const isThere = await isStillThere(core.outside().http, file.id);
    if (core.state().key !== key) return;
    if (!isThere) await replace(core, pointer, file);
  }
};
