import type { Attachment } from '../contract/index.js';
import type { Pace } from '../state/uploads.js';
import { asFailure, Failure } from './failure.js';
import type { Http } from './http.js';
import { createPace } from './pace.js';

export interface UploadJob {
  readonly http: Http;
  readonly endpoint: string;
  readonly file: File;
  /** Where an earlier upload of the file was begun; it goes on from there. */
  readonly path?: string;
  /** Bytes that the server has, and how fast they go. */
  progressed(sent: number, pace?: Pace): void;
}

/** An upload under way; `cancel` stops it and removes what the server has of it. */
export interface RunningUpload {
  /** Where another visit can go on with it. */
  readonly path: string;
  readonly done: Promise<Attachment>;
  cancel(): Promise<void>;
}

const TUS = { 'Tus-Resumable': '1.0.0' } as const;
/** Pieces in bytes: small on a slow line, so that little is sent twice and progress shows. */
const PIECE = { first: 256 * 1024, smallest: 64 * 1024, largest: 4 * 1024 * 1024 } as const;
/** A piece should take about this long, in milliseconds. */
const PIECE_TIME = 2000;
/** Pauses before a failed piece is tried again, in milliseconds. */
const PAUSES = [500, 1500, 4000, 8000];

const base64 = (value: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(value)));

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** The next size of a piece, after one that took this long. */
export const nextPiece = (size: number, took: number): number => {
  const factor = took < PIECE_TIME / 2 ? 2 : took > PIECE_TIME * 2 ? 0.5 : 1;
  return Math.min(Math.max(size * factor, PIECE.smallest), PIECE.largest);
};

const create = async ({ http, endpoint, file }: UploadJob): Promise<string> => {
  const metadata = `filename ${base64(file.name)},filetype ${base64(file.type)}`;
  const headers = { ...TUS, 'Upload-Length': String(file.size), 'Upload-Metadata': metadata };
  const response = await http.call('/attachments', { method: 'POST', headers });
  const location = response.headers.get('Location');
  if (!location) throw new Failure('unreadable');
  return `/attachments/${new URL(location, `${endpoint}/`).pathname.split('/').at(-1) ?? ''}`;
};

/** The type that the server found in the content of a whole file, if it looks. */
const typeOf = (response: Response): string | undefined => response.headers.get('Upload-Type') ?? undefined;

const offsetOf = (response: Response): number => {
  const offset = Number(response.headers.get('Upload-Offset') ?? Number.NaN);
  if (!Number.isInteger(offset) || offset < 0) throw new Failure('unreadable');
  return offset;
};

const mayPass = (error: unknown): boolean => asFailure(error).retryable;

/** How far the server is, and what it found the file to be. */
interface Standing {
  readonly offset: number;
  readonly type: string | undefined;
}

const standingOf = (response: Response): Standing => ({ offset: offsetOf(response), type: typeOf(response) });

const sendPiece = async ({ http, file }: UploadJob, path: string, offset: number, size: number): Promise<Standing> => {
  const headers = { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' };
  return standingOf(await http.call(path, { method: 'PATCH', headers, piece: file.slice(offset, offset + size) }));
};

/** Sends what the server does not have; gives the type that it found, if it looked. */
const sendPieces = async (job: UploadJob, path: string, isCancelled: () => boolean): Promise<string | undefined> => {
  const { http, file, progressed } = job;
  const pace = createPace();
  let standing: Standing = { offset: 0, type: undefined };
  let size: number = PIECE.first;
  let failures = 0;
  let isKnown = job.path === undefined;
  while (standing.offset < file.size && !isCancelled()) {
    try {
      if (!isKnown) standing = standingOf(await http.call(path, { method: 'HEAD', headers: TUS }));
      isKnown = true;
      const { offset } = standing;
      const started = performance.now();
      if (offset < file.size) standing = await sendPiece(job, path, offset, size);
      const took = performance.now() - started;
      size = nextPiece(size, took);
      failures = 0;
      progressed(standing.offset, pace.add(standing.offset - offset, took, file.size - standing.offset));
    } catch (error) {
      const wait = PAUSES[failures];
      if (!mayPass(error) || wait === undefined) throw error;
      failures += 1;
      isKnown = false;
      progressed(standing.offset); // a speed of before says nothing now
      size = PIECE.smallest;
      await pause(wait);
    }
  }
  return standing.type;
};

/** Whether the server still has a file that arrived. Rejects with a `Failure` when it cannot say. */
export const isStillThere = async (http: Http, id: string): Promise<boolean> => {
  try {
    await http.call(`/attachments/${encodeURIComponent(id)}`, { method: 'HEAD', headers: TUS });
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return false;
    throw error;
  }
};

/** Sends a file in pieces after tus 1.0; a piece that fails is tried again from where the server stands. */
export const startUpload = async (job: UploadJob): Promise<RunningUpload> => {
  const path = job.path ?? (await create(job));
  const { file, http } = job;
  let cancelled = false;
  const { name, type, size } = file;
  const id = path.split('/').at(-1) ?? '';
  return {
    path,
    done: sendPieces(job, path, () => cancelled).then((found) => ({ id, name, type: found || type, size })),
    cancel: async () => {
      cancelled = true;
      await http.call(path, { method: 'DELETE', headers: TUS });
    },
  };
};
