export type { FileLimits, PendingFile } from '../api/kept-files.js';

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
