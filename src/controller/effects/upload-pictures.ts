import { Failure } from '../../api/failure.js';
import type { Core, Outside } from '../core.js';
import type { PendingFile, Pictures } from '../pending-files.js';
import { accepts } from './upload-checks.js';

const load = async (core: Core): Promise<Pictures> => {
  const { loadPictures } = await core.part();
  return loadPictures().catch((error: unknown) => {
    throw new Failure('chunk-missing', { cause: error });
  });
};

/** One picture after the other: each takes the memory of all its pixels. */
const inTurn = <T>(outside: Outside, work: () => Promise<T>): Promise<T> => {
  const turn = (outside.preparing ?? Promise.resolve()).then(work);
  outside.preparing = turn.catch(() => undefined); // whoever waits for this one hears of it
  return turn;
};

/**
 * What is sent of a picture: smaller when that helps, without the place where it was taken unless the field keeps it.
 * Undefined when there is no way to remove that. Throws a `Failure` when what does it cannot be loaded; a field that keeps
 * places then gets the file as it is.
 */
export const preparePicture = async (
  core: Core,
  id: string,
  { file, limits }: PendingFile,
): Promise<File | undefined> => {
  const outside = core.outside();
  const keepsLocation = limits.keepLocation ?? false;
  try {
    const pictures = await load(core);
    return await inTurn(outside, async () => {
      const made = await pictures.preparePicture(file, { keepsLocation, accepts: (one) => accepts(limits, one) });
      outside.thumbnails.set(id, await pictures.thumbnailOf(made ?? file));
      return made;
    });
  } catch (error) {
    if (!keepsLocation || !(error instanceof Failure)) throw error;
    console.warn('portal-request-form: photos are sent as they are', error);
    return file;
  }
};
