import { hasText, viewOf } from './bytes.js';

/** Sizes in bytes of the types that a value can have, by number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const TAGS = { orientation: 0x0112, xmp: 0x02bc, iptc: 0x83bb, photoshop: 0x8649, exif: 0x8769, gps: 0x8825 } as const;
const WIDTH = 0xa002;
const HEIGHT = 0xa003;
const BLOCKS: ReadonlySet<number> = new Set([TAGS.xmp, TAGS.iptc, TAGS.photoshop]);
const ENTRY = 12;
/** More directories than any camera writes; a chain that is longer goes round. */
const MOST_DIRECTORIES = 64;

interface Entry {
  readonly at: number;
  readonly tag: number;
  readonly type: number;
  /** Where the value stands, and how long it is in bytes. */
  readonly valueAt: number;
  readonly length: number;
}

interface Directory {
  readonly at: number;
  readonly entries: readonly Entry[];
  /** Where the offset of the next directory stands. */
  readonly nextAt: number;
}

interface Tiff {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView;
  readonly isLittle: boolean;
}

/** A copy to work on, if this is a TIFF block: the form that EXIF has too. */
const opened = (block: Uint8Array): Tiff | undefined => {
  const isLittle = hasText(block, 0, 'II*\0');
  if ((!isLittle && !hasText(block, 0, 'MM\0*')) || block.length < 8) return undefined;
  const bytes = new Uint8Array(block);
  return { bytes, view: viewOf(bytes), isLittle };
};

const u16 = ({ view, isLittle }: Tiff, at: number): number => view.getUint16(at, isLittle);
const u32 = ({ view, isLittle }: Tiff, at: number): number => view.getUint32(at, isLittle);

/** The directory at an offset; undefined when any of it lies outside. */
const directoryAt = (tiff: Tiff, at: number): Directory | undefined => {
  const { length } = tiff.bytes;
  if (at < 8 || at + 2 > length) return undefined;
  const count = u16(tiff, at);
  const nextAt = at + 2 + count * ENTRY;
  if (nextAt + 4 > length) return undefined;
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const entry = at + 2 + index * ENTRY;
    const type = u16(tiff, entry + 2);
    const size = (SIZES[type] ?? 0) * u32(tiff, entry + 4);
    return {
      ...{ at: entry, tag: u16(tiff, entry), type, length: size },
      valueAt: size > 4 ? u32(tiff, entry + 8) : entry + 8,
    };
  });
  return entries.every(({ valueAt, length: size }) => valueAt + size <= length) ? { at, entries, nextAt } : undefined;
};

/** The directories in the chain, as far as it can be read; undefined when not even the first can. */
const directories = (tiff: Tiff): Directory[] | undefined => {
  const found: Directory[] = [];
  let next = directoryAt(tiff, u32(tiff, 4));
  while (next && found.length < MOST_DIRECTORIES) {
    found.push(next);
    next = directoryAt(tiff, u32(tiff, next.nextAt));
  }
  return found.length > 0 ? found : undefined;
};

/** Leaves of a directory of places only the version that every one begins with. */
const blankPlaces = ({ bytes, view, isLittle }: Tiff, { at, entries, nextAt }: Directory): void => {
  for (const { valueAt, length } of entries) bytes.fill(0, valueAt, valueAt + length);
  bytes.fill(0, at, nextAt + 4);
  if (entries.length === 0) return;
  view.setUint16(at, 1, isLittle);
  view.setUint16(at + 4, 1, isLittle); // four bytes under tag 0
  view.setUint32(at + 6, 4, isLittle);
  bytes.set([2, 3], at + 10);
};

/**
 * An EXIF block, or a TIFF file, of the same length without the place where the photo was taken: the GPS directory is
 * blanked, and so are blocks of texts. Undefined when it cannot be read as far as that takes.
 */
export const withoutPlace = (block: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  const tiff = opened(block);
  const found = tiff && directories(tiff);
  if (!tiff || !found) return undefined;
  for (const { tag, valueAt, length } of found.flatMap(({ entries }) => entries)) {
    if (BLOCKS.has(tag)) tiff.bytes.fill(0x20, valueAt, valueAt + length);
    if (tag !== TAGS.gps) continue;
    const places = directoryAt(tiff, u32(tiff, valueAt));
    if (!places) return undefined;
    blankPlaces(tiff, places);
  }
  return tiff.bytes;
};

const setNumber = ({ view, isLittle }: Tiff, { type, valueAt }: Entry, value: number): void => {
  if (type === 3) view.setUint16(valueAt, value, isLittle);
  else if (type === 4) view.setUint32(valueAt, value, isLittle);
};

const entriesOf = (tiff: Tiff, directory: Directory): readonly Entry[] => {
  const exif = directory.entries.find(({ tag }) => tag === TAGS.exif);
  const shot = exif && directoryAt(tiff, u32(tiff, exif.valueAt));
  return [...directory.entries, ...(shot?.entries ?? [])];
};

/** The EXIF of a photo that was turned upright and made smaller, in pixels. Undefined when it cannot be read. */
export const forUpright = (block: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> | undefined => {
  const tiff = opened(block);
  const [main, preview] = (tiff && directories(tiff)) ?? [];
  if (!tiff || !main) return undefined;
  const values: Readonly<Record<number, number>> = { [TAGS.orientation]: 1, [WIDTH]: width, [HEIGHT]: height };
  for (const entry of entriesOf(tiff, main)) {
    const value = values[entry.tag];
    if (value !== undefined) setNumber(tiff, entry, value);
  }
  if (preview) tiff.view.setUint32(main.nextAt, 0, tiff.isLittle); // a preview that is not upright
  return tiff.bytes;
};
