import { containerOf, type Container, type PictureKind } from './container.js';
import { withExif } from './jpeg.js';
import { isSameSize, smaller, type SmallerPhoto } from './picture.js';
import { forUpright } from './tiff.js';

export { thumbnailOf } from './picture.js';

/** What the field that a picture is for wants of it. */
export interface PictureWishes {
  readonly keepsLocation: boolean;
  /** Whether the field takes a file of this name and media type. */
  accepts(file: Pick<File, 'name' | 'type'>): boolean;
}

/** Kinds that cameras make; drawings and screenshots are sent as they are. */
const PHOTOS: ReadonlySet<PictureKind> = new Set<PictureKind>(['jpeg', 'heif']);

const asJpeg = ({ name, lastModified }: File, content: BlobPart): File => {
  const plain = name.replace(/\.\w{1,5}$/, '').slice(0, 296);
  return new File([content], /\.jpe?g$/i.test(name) ? name : `${plain}.jpg`, { type: 'image/jpeg', lastModified });
};

/** The redrawn photo with the EXIF of the first; undefined when that cannot be carried over. */
const withItsExif = async (file: File, exif: Uint8Array, { blob, width, height }: SmallerPhoto) => {
  const tiff = forUpright(exif, width, height);
  const content = tiff && withExif(new Uint8Array(await blob.arrayBuffer()), tiff);
  return content && asJpeg(file, content);
};

interface Read {
  readonly file: File;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: PictureKind;
  readonly container: Container;
}

const redrawn = async (
  { file, bytes, kind, container }: Read,
  photo: SmallerPhoto,
  { keepsLocation }: PictureWishes,
) => {
  const exif = keepsLocation ? container.exifOf(bytes) : undefined;
  const made = exif ? await withItsExif(file, exif, photo) : asJpeg(file, photo.blob);
  const isWorth = made && (kind === 'heif' || made.size < file.size);
  return isWorth ? made : undefined;
};

/** The file with its pixels untouched and its place removed; undefined when that would harm it. */
const stripped = async ({ file, bytes, container }: Read): Promise<File | undefined> => {
  const kept = container.withoutPlace(bytes);
  if (kept === bytes) return file;
  const { name, type, lastModified } = file;
  const made = kept && new File([kept], name, { type, lastModified });
  return made && (await isSameSize(file, made)) ? made : undefined;
};

/**
 * What is sent of a picture: a photo redrawn when that makes it smaller or readable for more programs, else the file with
 * its pixels untouched. The place where it was taken is removed unless the field keeps it. Undefined when there is no way
 * to remove it.
 */
export const preparePicture = async (file: File, wishes: PictureWishes): Promise<File | undefined> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const container = containerOf(bytes);
  if (!container) return file;
  const read: Read = { file, bytes, kind: container.kind, container };
  const photo = PHOTOS.has(container.kind) ? await smaller(file) : undefined;
  const made = photo && (await redrawn(read, photo, wishes));
  if (made && wishes.accepts(made)) return made;
  if (wishes.keepsLocation) return file;
  const plain = await stripped(read);
  if (plain) return plain;
  const last = photo ?? (await smaller(file));
  const asLast = last && asJpeg(file, last.blob);
  return asLast && wishes.accepts(asLast) ? asLast : undefined;
};
