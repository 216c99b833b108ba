import { asFailure } from '../../api/failure.js';
import { createId } from '../../api/id.js';
import { startUpload } from '../../api/upload.js';
import type { FieldOf } from '../../contract/index.js';
import { filesAt } from '../../state/reduce-answers.js';
import { isRefusal } from '../../state/request-state.js';
import type { Core, Effects } from '../core.js';

/** What a control accepts: media types or endings, how many, and how large (bytes). */
export type FileLimits = Pick<FieldOf<'file'>, 'accept' | 'maxFiles' | 'maxBytes'>;

const EXTENSION_TYPES: Record<string, string> = { heic: 'image/heic', heif: 'image/heif', pdf: 'application/pdf' };

const endingOf = (name: string): string => name.toLowerCase().split('.').at(-1) ?? '';

/** A file with a name without control characters or path parts, and a type where the browser knows none. */
const tidy = (file: File): File => {
  const name =
    file.name
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]/gu, '_')
      .slice(-300) || 'file';
  const type = file.type || EXTENSION_TYPES[endingOf(name)] || 'application/octet-stream';
  return name === file.name && type === file.type ? file : new File([file], name, { type });
};

const accepts = (accept: readonly string[] | undefined, file: File): boolean =>
  !accept?.length ||
  accept.some((one) => {
    const wanted = one.trim().toLowerCase();
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
    return wanted.endsWith('/*') ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted;
  });

/** Why a file is refused before it is sent: an issue code, or nothing. */
const refusal = (file: File, room: number, { accept, maxBytes }: FileLimits): string | undefined => {
  if (room <= 0) return 'too-many';
  if (!accepts(accept, file)) return 'file-type';
  if (file.size === 0) return 'file-empty';
  return maxBytes !== undefined && file.size > maxBytes ? 'file-size' : undefined;
};

const PROBLEM_ISSUES: Record<string, string> = { 'too-large': 'file-size', 'unsupported-file': 'file-type' };

const send = async (core: Core, id: string, file: File): Promise<void> => {
  const { http, endpoint, uploads, files } = core.outside();
  files.set(id, file);
  try {
    const running = await startUpload({
      http,
      endpoint,
      file,
      progressed: (sent) => void core.send({ type: 'upload-progressed', id, sent }),
    });
    uploads.set(id, running);
    const attachment = await running.done;
    files.delete(id);
    if (uploads.has(id)) await core.send({ type: 'upload-done', id, attachment });
  } catch (error) {
    const isWanted = core.state().uploads.some((upload) => upload.id === id);
    if (!isWanted) return;
    const failure = asFailure(error);
    await core.send({ type: 'upload-failed', id, code: PROBLEM_ISSUES[failure.code] ?? failure.code });
    if (failure.code === 'session-expired') await core.fail(failure, 'refresh');
  } finally {
    uploads.delete(id);
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
    const id = createId();
    const failure = refusal(file, room, limits);
    if (!failure) room -= 1;
    await core.send({
      type: 'upload-started',
      upload: { id, pointer, name: file.name, size: file.size, sent: 0, failure },
    });
    if (!failure) await send(core, id, file);
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
  'upload-retried': async (core, { id }) => {
    const file = core.outside().files.get(id);
    if (file) await send(core, id, file);
  },
  'upload-removed': async (core, { id }) => {
    const { uploads, files } = core.outside();
    files.delete(id);
    const running = uploads.get(id);
    uploads.delete(id);
    await running?.cancel().catch((error: unknown) => {
      console.warn('portal-request-form: what was sent of a cancelled file expires on the server', error);
    });
  },
};
