import type { FilePlace, KeptFiles, PendingFile } from '../../api/kept-files.js';
import type { Upload } from '../../state/uploads.js';
import type { Core } from '../core.js';
import { inTime } from '../in-time.js';
import { draftsOf, keepsNothing, onDevice, ownerOf } from './keeping.js';

/** How long a file waits for what this device kept of it, in milliseconds. */
const LOOKING_TIME = 5_000;

export const uploadOf = (core: Core, id: string): Upload | undefined =>
  core.state().uploads.find((one) => one.id === id);

/** Does something with the files that this device keeps of a request, where it may keep any. */
const withFiles = async (
  core: Core,
  what: string,
  run: (files: KeptFiles, place: Omit<FilePlace, 'id'>) => Promise<void>,
  key = core.state().key,
): Promise<void> => {
  const files = keepsNothing(core) ? undefined : draftsOf(core).files;
  if (!files || !key) return;
  const owner = ownerOf(core.state().customer);
  await onDevice(what, () => run(files, { owner, key }));
};

/** Keeps a file until its request is sent; where that does not work, a page that is loaded again asks for it again. */
export const keepFile = (core: Core, id: string, file: PendingFile): Promise<void> =>
  withFiles(core, 'a file is not kept on this device', (files, place) => files.keep({ ...place, id }, file));

/** Keeps where the upload of a file was begun. */
export const keepPath = (core: Core, id: string, path: string): Promise<void> =>
  withFiles(core, 'where a file was sent to is not kept', (files, place) => files.keepPath({ ...place, id }, path));

export const forgetFile = (core: Core, id: string, key?: string): Promise<void> =>
  withFiles(
    core,
    'a file could not be removed from this device',
    (files, place) => files.remove({ ...place, id }),
    key,
  );

/** What this device kept of a file, if it did. */
export const findFile = async (core: Core, id: string): Promise<PendingFile | undefined> => {
  let found: PendingFile | undefined;
  await withFiles(core, 'a file that was kept could not be read', async (files, place) => {
    found = await inTime(files.find({ ...place, id }), LOOKING_TIME, 'the storage of this browser does not answer');
  });
  return found;
};
