import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Server } from '@tus/server';
import { and, eq, inArray, isNull, lt, notExists } from 'drizzle-orm';
import { attachments, draftAttachments } from '../store/schema.js';
import { isTakenAnywhere, largestFile } from './attachment-limits.js';
import { fileName, mediaType } from './file-name.js';
import { UPLOAD_LIFETIME } from './files.js';
import { judgeType } from './media-type.js';
import type { Portal } from './portals.js';
import type { Foundation } from './services.js';
import { createUploadLocks } from './upload-locks.js';

/** Who uploads, and where to. */
export interface Uploader {
  readonly portal: Portal;
  readonly customerId: string | undefined;
  /** The path of `/attachments` of this portal, under which the new file is found. */
  readonly path: string;
}

export type AttachmentRow = typeof attachments.$inferSelect;

export interface Attachments {
  /** Answers one call of tus 1.0, for somebody whose right to make it was checked. */
  handle(request: Request, uploader: Uploader): Promise<Response>;
  find(id: string): Promise<AttachmentRow | undefined>;
  /**
   * Notes that every byte has arrived, and gives the media type that the content has; a file that is not what it says,
   * or that the portal does not take, is removed, and gives nothing.
   */
  complete(row: AttachmentRow, portal: Portal): Promise<string | undefined>;
  remove(id: string): Promise<void>;
  read(id: string): Promise<Readable>;
  /** Removes what was never sent with a request and is a day old, unless a draft on the server names it. */
  removeUnused(): Promise<number>;
}

const ID_BYTES = 16;
const LONGEST_DRAIN = 3_000;

/** A refusal in the form that tus answers with. */
class TusRefusal extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(body);
    this.status_code = status;
    this.body = body;
  }
}

const notTaken = (): TusRefusal => new TusRefusal(415, 'This portal takes no such files');

type Uploaders = WeakMap<object, Uploader>;

/** Where the judged media type is told, which the submission has to name. */
export const TYPE_HEADER = 'Upload-Type';

const createTus = (
  { store, clock, log, files }: Foundation,
  uploaders: Uploaders,
  { find, complete }: Pick<Attachments, 'find' | 'complete'>,
): Server => {
  const uploaderOf = (request: object): Uploader => {
    const uploader = uploaders.get(request);
    if (!uploader) throw new Error('An upload arrived without an uploader');
    return uploader;
  };
  return new Server({
    path: '/attachments',
    datastore: files.uploads,
    locker: createUploadLocks(store, log),
    lockDrainTimeout: LONGEST_DRAIN,
    namingFunction: () => randomBytes(ID_BYTES).toString('hex'),
    generateUrl: (request, { id }) => `${uploaderOf(request).path}/${id}`,
    maxSize: (request) => largestFile(uploaderOf(request).portal.config),
    onUploadCreate: async (request, { id, size, metadata }) => {
      const { portal, customerId } = uploaderOf(request);
      if (size === undefined) throw new TusRefusal(400, 'Upload-Length is needed');
      if (size === 0) throw new TusRefusal(415, 'The file is empty');
      const name = fileName(metadata?.['filename'] ?? '');
      const type = mediaType(metadata?.['filetype'] ?? '');
      if (!isTakenAnywhere(portal.config, { name, type }, clock())) throw notTaken();
      const row = { id, name, type, size, portalId: portal.id, customerId: customerId ?? null, createdAt: clock() };
      await store.db.insert(attachments).values({ ...row, isComplete: false });
      return {};
    },
    onUploadFinish: async (request, { id }) => {
      const row = await find(id);
      const type = row && (await complete(row, uploaderOf(request).portal));
      if (type === undefined) throw notTaken();
      return { headers: { [TYPE_HEADER]: type } };
    },
  });
};

/** Uploaded files, and who owns them in the database. */
export const createAttachments = (foundation: Foundation): Attachments => {
  const { store, clock, files } = foundation;
  const uploaders: Uploaders = new WeakMap();
  const find: Attachments['find'] = async (id) => {
    const [row] = await store.db.select().from(attachments).where(eq(attachments.id, id));
    return row;
  };
  const remove: Attachments['remove'] = async (id) => {
    const free = and(eq(attachments.id, id), isNull(attachments.requestId));
    const removed = await store.db.delete(attachments).where(free).returning({ id: attachments.id });
    await files.remove(removed.map((row) => row.id));
  };
  const complete: Attachments['complete'] = async ({ id, name, size }, { config }) => {
    const read = (offset: number, length: number) => files.readBytes(id, offset, length);
    const type = await judgeType({ name, size, read });
    if (type === undefined || !isTakenAnywhere(config, { name, type }, clock())) {
      await remove(id);
      return undefined;
    }
    await store.db.update(attachments).set({ type, isComplete: true }).where(eq(attachments.id, id));
    return type;
  };
  const tus = createTus(foundation, uploaders, { find, complete });
  return {
    ...{ find, complete, remove },
    handle: (request, uploader) => {
      uploaders.set(request, uploader);
      return tus.handleWeb(request);
    },
    read: (id) => files.read(id),
    removeUnused: async () => {
      const old = lt(attachments.createdAt, new Date(clock().getTime() - UPLOAD_LIFETIME));
      const inDraft = store.db.select().from(draftAttachments).where(eq(draftAttachments.attachmentId, attachments.id));
      const isUnused = and(isNull(attachments.requestId), old, notExists(inDraft));
      const unused = await store.db.select({ id: attachments.id }).from(attachments).where(isUnused).limit(1_000);
      const ids = unused.map(({ id }) => id);
      if (ids.length === 0) return 0;
      const still = and(inArray(attachments.id, ids), isUnused);
      const removed = await store.db.delete(attachments).where(still).returning({ id: attachments.id });
      await files.remove(removed.map(({ id }) => id));
      return removed.length;
    },
  };
};
