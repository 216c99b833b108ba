import type { Container } from './container.js';
import { hasText, joined, namesPlace, viewOf } from './bytes.js';
import { itemsOf, type Item, type Span } from './heif-items.js';
import { boxesIn } from './heif-boxes.js';
import { withoutPlace } from './tiff.js';

const bytesOf = (bytes: Uint8Array, { spans }: Item): Uint8Array<ArrayBuffer> =>
  joined(spans.map(({ start, end }) => bytes.subarray(start, end)));

/** EXIF stands behind a number that says how far. */
const tiffStart = (content: Uint8Array): number => {
  const start = content.length >= 4 ? 4 + viewOf(content).getUint32(0) : content.length;
  return hasText(content, start, 'Exif\0\0') ? start + 6 : Math.min(start, content.length);
};

const writeBack = (bytes: Uint8Array, spans: readonly Span[], content: Uint8Array): void => {
  let at = 0;
  for (const { start, end } of spans) {
    bytes.set(content.subarray(at, at + end - start), start);
    at += end - start;
  }
};

const blankItem = (bytes: Uint8Array, item: Item): void => {
  const content = bytesOf(bytes, item);
  if (item.type === 'Exif') {
    const start = tiffStart(content);
    const kept = withoutPlace(content.subarray(start));
    if (kept) content.set(kept, start);
    else content.fill(0, Math.min(4, content.length));
  } else if (item.type === 'mime' && namesPlace(content)) {
    content.fill(0x20);
  }
  writeBack(bytes, item.spans, content);
};

/** The film of a moving photo has places of its own. */
const blankFilm = (bytes: Uint8Array): void => {
  for (const { type, start, end } of boxesIn(bytes, 0, bytes.length) ?? []) {
    if (type !== 'mpvd') continue;
    bytes.fill(0, start, end);
    bytes.set([0x66, 0x72, 0x65, 0x65], start - 4); // 'free'
  }
};

const told = (bytes: Uint8Array): Item[] | undefined =>
  itemsOf(bytes)?.filter(({ type }) => type === 'Exif' || type === 'mime');

/** HEIC, HEIF and AVIF. Nothing moves: places are written over where they stand. */
export const heif: Container = {
  exifOf: (bytes) => {
    const item = told(bytes)?.find(({ type }) => type === 'Exif');
    if (!item) return undefined;
    const content = bytesOf(bytes, item);
    return content.subarray(tiffStart(content));
  },
  withoutPlace: (bytes) => {
    const items = told(bytes);
    if (!items) return undefined;
    const hasFilm = boxesIn(bytes, 0, bytes.length)?.some(({ type }) => type === 'mpvd');
    if (items.length === 0 && !hasFilm) return bytes;
    const copy = bytes.slice();
    for (const item of items) blankItem(copy, item);
    blankFilm(copy);
    return copy;
  },
};
