import type { FieldOf } from '../contract/index.js';

/** What a control accepts: media types or endings, how many, and how large (bytes); and whether photos keep their place. */
export type FileLimits = Pick<FieldOf<'file'>, 'accept' | 'maxFiles' | 'maxBytes' | 'keepLocation'>;

/** A file that the server does not have yet. */
export interface PendingFile {
  readonly file: File;
  readonly limits: FileLimits;
  /** It is as it will be sent. */
  readonly isReady: boolean;
}

/** What is done to pictures on the device; a chunk of its own. */
export interface Pictures {
  /** What is sent of a picture; undefined when the place where it was taken cannot be removed from it. */
  preparePicture(
    file: File,
    wishes: { readonly keepsLocation: boolean; accepts(file: Pick<File, 'name' | 'type'>): boolean },
  ): Promise<File | undefined>;
  /** A small square of it; undefined when the browser cannot read it. */
  thumbnailOf(file: Blob): Promise<ImageBitmap | undefined>;
}
