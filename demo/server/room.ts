import { statfs } from 'node:fs/promises';
import { createMiddleware } from 'hono/factory';
import { Refusal } from './problem.js';
import type { Foundation } from './services/services.js';

/** Left free for what is under way: the embedded database stops when it finds no room for its log. In bytes. */
const RESERVE = 64 * 1024 * 1024;
const TRY_AGAIN = 30;

/** Throws a 503 when the disk of a folder has no room for so many bytes; what is kept elsewhere has no folder. */
const refuseFull = async (folder: string | undefined, bytes: number): Promise<void> => {
  if (folder === undefined) return;
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= RESERVE + bytes) return;
  throw new Refusal(503, 'unavailable', 'The server has no room left', { retryAfter: TRY_AGAIN });
};

type Kept = Pick<Foundation, 'store' | 'settings'>;

/** Throws a 503 when the disk that the server writes to is full. */
export const refuseWithoutRoom = async ({ store, settings }: Kept): Promise<void> => {
  await refuseFull(settings.attachmentFolder, 0);
  await refuseFull(store.folder, 0);
};

const isUpload = (path: string): boolean => /^\/api\/portals\/[^/]+\/attachments(?:\/|$)/.test(path);
const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

const bytesOf = (header: string | undefined): number => Math.max(0, Number(header) || 0);

/**
 * Refuses what would have to be kept while the disk is full: files, and everything where the database is on that disk
 * too. Reading and removing go on.
 */
export const roomToWrite = ({ store, settings }: Kept) =>
  createMiddleware(async (c, next) => {
    const { method, path } = c.req;
    if (WRITES.has(method)) {
      const bytes = bytesOf(c.req.header('upload-length') ?? c.req.header('content-length'));
      if (isUpload(path)) await refuseFull(settings.attachmentFolder, bytes);
      await refuseFull(store.folder, 0);
    }
    await next();
  });
