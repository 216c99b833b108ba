import { asFailure } from '../../api/failure.js';
import { createId } from '../../api/id.js';
import { startUpload } from '../../api/upload.js';
import type { FieldOf } from '../../contract/index.js';
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
const refusal = (file: File, { accept, maxBytes }: FileLimits): string | undefined => {
  if (!accepts(accept, file)) return 'file-type';
  return maxBytes !== undefined && file.size > maxBytes ? 'file-size' : undefined;
};

const PROBLEM_ISSUES: Record<string, string> = { 'too-large': 'file-size', 'unsupported-file': 'file-type' };

const send = async (core: Core, id: string, file: File): Promise<void> => {
  const outside = core.outside();
  const { http, endpoint, uploads } = outside;
  try {
    const running = await startUpload({
      http,
      endpoint,
      file,
      progressed: (sent) => void core.send({ type: 'upload-progressed', id, sent }),
    });
    uploads.set(id, running);
    const attachment = await running.done;
    if (uploads.has(id)) await core.send({ type: 'upload-done', id, attachment });
  } catch (error) {
    const isWanted = core.state().uploads.some((upload) => upload.id === id);
    if (!isWanted) return;
    const failure = asFailure(error);
    if (failure.code === 'session-expired') await core.fail(failure, 'refresh');
    await core.send({ type: 'upload-failed', id, code: PROBLEM_ISSUES[failure.code] ?? failure.code });
  } finally {
    uploads.delete(id);
  }
};

/** Takes the files that fit and starts sending them; one that does not fit is listed with its reason. */
export const addFiles = async (
  core: Core,
  pointer: string,
  files: readonly File[],
  limits: FileLimits,
): Promise<void> => {
  const sending = files.map(async (original) => {
    const file = tidy(original);
    const id = createId();
    const failure = refusal(file, limits);
    await core.send({
      type: 'upload-started',
      upload: { id, pointer, name: file.name, size: file.size, sent: 0, failure },
    });
    if (!failure) await send(core, id, file);
  });
  await Promise.all(sending);
};

export const uploadEffects: Effects = {
  'upload-removed': async (core, { id }) => {
    const { uploads } = core.outside();
    const running = uploads.get(id);
    uploads.delete(id);
    await running?.cancel().catch((error: unknown) => {
      console.warn('portal-request-form: what was sent of a cancelled file expires on the server', error);
    });
  },
};
