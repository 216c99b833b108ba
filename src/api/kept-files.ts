import { createStore, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import type { FieldOf } from '../contract/index.js';

/** What a control accepts: media types or endings, how many, and how large (bytes); and whether photos keep their place. */
export type FileLimits = Pick<FieldOf<'file'>, 'accept' | 'maxFiles' | 'maxBytes' | 'keepLocation'>;

/** A file that the server does not have yet. */
export interface PendingFile {
  readonly file: File;
  readonly limits: FileLimits;
  /** It is as it will be sent. */
  readonly isReady: boolean;
  /** Where its upload was begun. */
  readonly path?: string;
}

/** Whose file it is, of which request, and the id of its upload. */
export interface FilePlace {
  readonly owner: string;
  readonly key: string;
  readonly id: string;
}

/** Files kept on the device until their request is sent. Each call may fail: the device decides. */
export interface KeptFiles {
  keep(place: FilePlace, file: PendingFile): Promise<void>;
  keepPath(place: FilePlace, path: string): Promise<void>;
  /** Undefined when this device does not have it, or can no longer read it. */
  find(place: FilePlace): Promise<PendingFile | undefined>;
  /** Forgets one file, those of a request, or all of an owner. */
  remove(place: Pick<FilePlace, 'owner'> & Partial<FilePlace>): Promise<void>;
}

interface Stored extends Omit<PendingFile, 'file' | 'path'> {
  readonly name: string;
  readonly type: string;
  readonly lastModified: number;
  readonly content: Blob | ArrayBuffer;
}

/** A larger file is not read into memory to be kept. */
const LARGEST_COPY = 25_000_000;

const canBeRead = async (blob: Blob): Promise<boolean> => {
  try {
    return (await blob.slice(0, 1).arrayBuffer()).byteLength > 0;
  } catch (error) {
    console.warn('portal-request-form: this device cannot read a file that it kept', error);
    return false;
  }
};

/** Files in IndexedDB, one record per file, and one for where its upload was begun. */
export const createKeptFiles = (prefix: (owner: string) => string): KeptFiles => {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore('portal-request-form-files', 'files'));
  const nameOf = ({ owner, key, id }: Pick<FilePlace, 'owner'> & Partial<FilePlace>): string =>
    prefix(owner) + (key === undefined ? '' : `${key}:`) + (id === undefined ? '' : `${id}:`);
  return {
    keep: async (place, { file, limits, isReady }) => {
      const { name, type, lastModified, size } = file;
      const put = (content: Stored['content']) =>
        set(nameOf(place), { limits, isReady, name, type, lastModified, content } satisfies Stored, store());
      try {
        await put(file);
      } catch (error) {
        if (size > LARGEST_COPY) throw error;
        await put(await file.arrayBuffer()); // WebKit keeps no Blob in a private window
      }
    },
    keepPath: (place, path) => set(`${nameOf(place)}path`, path, store()),
    find: async (place) => {
      const stored = await get<Stored>(nameOf(place), store());
      if (!stored) return undefined;
      const { name, type, lastModified, content, limits, isReady } = stored;
      const file = new File([content], name, { type, lastModified });
      const path = await get<string>(`${nameOf(place)}path`, store());
      return (await canBeRead(file)) ? { file, limits, isReady, path } : undefined;
    },
    remove: async (place) => {
      const start = nameOf(place);
      const names = await keys<string>(store());
      await delMany(
        names.filter((name) => name.startsWith(start)),
        store(),
      );
    },
  };
};
