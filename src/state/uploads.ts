/** How fast a file goes: bytes a second, and the seconds that are left. */
export interface Pace {
  readonly rate: number;
  readonly left: number;
}

/** A file on its way; `sent` and `size` in bytes, `failure` is an issue code. */
export interface Upload {
  readonly id: string;
  readonly pointer: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  /** Nothing while it is too early to tell. */
  readonly pace?: Pace;
  readonly failure?: string;
  /** It failed while the customer was on another step. */
  readonly isLate?: boolean;
}

/** What a draft keeps of a file that the server does not have yet. */
export type StoredUpload = Pick<Upload, 'id' | 'pointer' | 'name' | 'size'>;

/** Neither the server nor this device has the file any more: it has to be chosen again. */
export const FILE_GONE = 'file-gone';

/** Why a file is not taken at all; any other failure may pass when it is sent again. */
const REFUSALS: ReadonlySet<string> = new Set([
  'file-type',
  'file-size',
  'file-empty',
  'file-location',
  'too-many',
  FILE_GONE,
]);

export const isRefusal = (failure: string): boolean => REFUSALS.has(failure);

/** Whether the customer counts on a file that the server does not get: it may still arrive, or nobody saw it refused. */
export const isLost = ({ failure, isLate }: Upload): boolean =>
  failure !== undefined && (!isRefusal(failure) || failure === FILE_GONE || isLate === true);

/** The files that somebody who comes back still counts on. */
export const toStoredUploads = (uploads: readonly Upload[]): readonly StoredUpload[] =>
  uploads
    .filter((upload) => upload.failure === undefined || isLost(upload))
    .map(({ id, pointer, name, size }) => ({ id, pointer, name, size }));
