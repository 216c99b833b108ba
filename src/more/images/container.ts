import { hasText, latin1 } from './bytes.js';
import { heif } from './heif.js';
import { jpeg } from './jpeg.js';
import { png } from './png.js';
import { withoutPlace } from './tiff.js';
import { webp } from './webp.js';

/** A kind of picture file. */
export interface Container {
  /** The EXIF block, if there is one that can be found. */
  exifOf(bytes: Uint8Array): Uint8Array | undefined;
  /**
   * The file without the place where the photo was taken, with the same pixels: the same bytes when there is nothing to
   * remove, undefined when the file is made in a way that is not understood.
   */
  withoutPlace(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined;
}

/** What a picture file is, told by its first bytes. */
export type PictureKind = 'jpeg' | 'heif' | 'avif' | 'png' | 'webp' | 'tiff';

const tiff: Container = { exifOf: (bytes) => bytes, withoutPlace };

const CONTAINERS: Readonly<Record<PictureKind, Container>> = { jpeg, heif, avif: heif, png, webp, tiff };

const kindOf = (bytes: Uint8Array): PictureKind | undefined => {
  const at = (place: number, text: string): boolean => hasText(bytes, place, text);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (at(1, 'PNG\r\n')) return 'png';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'webp';
  if (at(0, 'II*\0') || at(0, 'MM\0*')) return 'tiff';
  const brand = at(4, 'ftyp') ? latin1(bytes.subarray(8, 12)) : '';
  if (/^avi[fs]/.test(brand)) return 'avif';
  return /^(?:he[iv][cxms]|mif1|msf1)/.test(brand) ? 'heif' : undefined;
};

/** The kind of a picture, and how to handle it; undefined for what is none, or never tells of a place. */
export const containerOf = (bytes: Uint8Array): ({ readonly kind: PictureKind } & Container) | undefined => {
  const kind = kindOf(bytes);
  return kind && { kind, ...CONTAINERS[kind] };
};
