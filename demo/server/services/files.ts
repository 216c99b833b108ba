import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';
import { hasCode } from '../error-code.js';

/** Where the bytes of attachments are. */
export interface Files {
  /** What tus writes to. */
  readonly uploads: DataStore;
  /** The whole of a file. Rejects when it is not there. */
  read(id: string): Promise<Readable>;
  /** Whether `read` rejected because the file is not there, rather than because the store failed. */
  isMissing(error: unknown): boolean;
  /** Some bytes of a file, fewer where it ends. Rejects when it is not there. */
  readBytes(id: string, offset: number, length: number): Promise<Buffer>;
  /** Removes files with what tus noted beside them; one that is gone already is no failure. */
  remove(ids: readonly string[]): Promise<void>;
}

/** How long a file that belongs to no request is kept, in milliseconds. */
export const UPLOAD_LIFETIME = 24 * 3_600_000;

/** Files in a folder that is there. */
export const openFolder = (directory: string): Files => ({
  uploads: new FileStore({ directory, expirationPeriodInMilliseconds: UPLOAD_LIFETIME }),
  read: async (id) => (await open(join(directory, id))).createReadStream(),
  isMissing: (error) => hasCode(error, 'ENOENT'),
  readBytes: async (id, offset, length) => {
    const file = await open(join(directory, id));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  remove: async (ids) => {
    const paths = ids.flatMap((id) => [join(directory, id), join(directory, `${id}.json`)]);
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  },
});
