import type { Container } from './container.js';
import { hasText, latin1, namesPlace, viewOf } from './bytes.js';
import { withoutPlace } from './tiff.js';

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const HEADER = 12;

/** The chunks' contents; undefined when one runs over the end. */
const chunksOf = (bytes: Uint8Array): Chunk[] | undefined => {
  const view = viewOf(bytes);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return undefined;
  const chunks: Chunk[] = [];
  let at = HEADER;
  while (at + 8 <= whole) {
    const start = at + 8;
    const length = view.getUint32(at + 4, true);
    if (start + length > whole) return undefined;
    chunks.push({ type: latin1(bytes.subarray(at, at + 4)), start, end: start + length });
    at = start + length + (length % 2);
  }
  return chunks;
};

/** Some programs put the name that EXIF has in a JPEG before it. */
const tiffOf = (bytes: Uint8Array, { start, end }: Chunk): Uint8Array =>
  bytes.subarray(hasText(bytes, start, 'Exif\0\0') ? start + 6 : start, end);

const blank = (bytes: Uint8Array, chunk: Chunk): void => {
  const content = bytes.subarray(chunk.start, chunk.end);
  if (chunk.type === 'XMP ' && namesPlace(content)) content.fill(0x20);
  if (chunk.type !== 'EXIF') return;
  const tiff = tiffOf(bytes, chunk);
  const kept = withoutPlace(tiff);
  if (kept) tiff.set(kept);
  else content.fill(0);
};

/** Nothing moves: places are written over, and what stands behind the end is left out. */
export const webp: Container = {
  exifOf: (bytes) => {
    const chunk = chunksOf(bytes)?.find(({ type }) => type === 'EXIF');
    return chunk && tiffOf(bytes, chunk);
  },
  withoutPlace: (bytes) => {
    const chunks = chunksOf(bytes);
    if (!chunks) return undefined;
    const whole = 8 + viewOf(bytes).getUint32(4, true);
    if (!chunks.some(({ type }) => type === 'EXIF' || type === 'XMP ') && whole === bytes.length) return bytes;
    const copy = bytes.slice(0, whole);
    for (const chunk of chunks) blank(copy, chunk);
    return copy;
  },
};
