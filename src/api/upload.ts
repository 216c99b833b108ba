import type { Attachment } from '../contract/index.js';
import { Failure, failureCode } from './failure.js';

export interface UploadJob {
  readonly endpoint: string;
  readonly file: File;
  readonly token?: string;
  /** Bytes that the server has. */
  progressed(sent: number): void;
}

/** An upload under way; `cancel` stops it and removes what the server has of it. */
export interface RunningUpload {
  readonly done: Promise<Attachment>;
  cancel(): Promise<void>;
}

const PIECE = 1024 * 1024;
const RETRIES = [0, 1000, 3000, 5000];

const failureOf = (error: Error & { originalResponse?: { getStatus(): number } | null }): Failure => {
  const status = error.originalResponse?.getStatus();
  return new Failure(status ? failureCode(status, undefined) : 'offline', { cause: error });
};

/** Sends a file in pieces after tus 1.0; a piece that fails is tried again from where the server stands. */
export const startUpload = async ({ endpoint, file, token, progressed }: UploadJob): Promise<RunningUpload> => {
  const { Upload } = await import('tus-js-client').catch((error: unknown) => {
    throw new Failure('chunk-missing', { cause: error });
  });
  let settle: { resolve(attachment: Attachment): void; reject(failure: Failure): void } | undefined;
  const done = new Promise<Attachment>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const upload = new Upload(file, {
    endpoint: `${endpoint}/attachments`,
    chunkSize: PIECE,
    retryDelays: RETRIES,
    storeFingerprintForResuming: false,
    removeFingerprintOnSuccess: true,
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    metadata: { filename: file.name, filetype: file.type },
    onProgress: (sent) => {
      progressed(sent);
    },
    onError: (error) => settle?.reject(failureOf(error)),
    onSuccess: () => {
      const id = new URL(upload.url ?? '', endpoint).pathname.split('/').at(-1) ?? '';
      settle?.resolve({ id, name: file.name, type: file.type, size: file.size });
    },
  });
  upload.start();
  return { done, cancel: () => upload.abort(true) };
};
