import type { Container } from './container.js';
import { hasText, joined, namesPlace, sameBytes, viewOf } from './bytes.js';
import { withoutPlace } from './tiff.js';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0';
/** A list of further pictures behind the end of this one. */
const FURTHER = 'MPF\0';
const LONGEST_SEGMENT = 65_535;

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

const START_OF_SCAN = 0xda;
const END = 0xd9;
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= END);

/** Where the next marker stands behind the pixels of a scan: zero bytes and restarts belong to the pixels. */
const afterScan = (bytes: Uint8Array, start: number): number => {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? END;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
};

/** The segments of a picture, each scan with its pixels, up to its end; undefined when it is made otherwise. */
const segmentsOf = (bytes: Uint8Array): Segment[] | undefined => {
  const view = viewOf(bytes);
  const segments: Segment[] = [];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? END;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (!standsAlone(marker) && at + 4 > bytes.length) return undefined;
    let end = at + 2 + (standsAlone(marker) ? 0 : view.getUint16(at + 2));
    if (end > bytes.length) return undefined;
    if (marker === START_OF_SCAN) end = afterScan(bytes, end);
    segments.push({ marker, start: at, end });
    if (marker === END) return segments;
    at = end;
  }
  return segments.some(({ marker }) => marker === START_OF_SCAN) ? segments : undefined;
};

const isExif = (bytes: Uint8Array, { marker, start }: Segment): boolean =>
  marker === 0xe1 && hasText(bytes, start + 4, EXIF);

const withTiff = (tiff: Uint8Array): Uint8Array[] => {
  const length = EXIF.length + tiff.length + 2;
  return [Uint8Array.of(0xff, 0xe1, length >> 8, length & 255), new TextEncoder().encode(EXIF), tiff];
};

/** What is left of a segment: all of it, a copy without the place, or nothing. */
const keptOf = (bytes: Uint8Array, segment: Segment): Uint8Array[] => {
  const { marker, start, end } = segment;
  const whole = bytes.subarray(start, end);
  const begins = (name: string): boolean => hasText(bytes, start + 4, name);
  if (isExif(bytes, segment)) {
    const tiff = bytes.subarray(start + 4 + EXIF.length, end);
    const kept = withoutPlace(tiff);
    if (!kept) return [];
    return sameBytes(kept, tiff) ? [whole] : withTiff(kept);
  }
  if (marker === 0xe1 && (begins(MORE_XMP) || (begins(XMP) && namesPlace(whole)))) return [];
  const isIptc = marker === 0xed;
  return isIptc || (marker === 0xe2 && begins(FURTHER)) ? [] : [whole];
};

/** A JPEG with this EXIF right at its start; undefined when that is too long for a segment. */
export const withExif = (bytes: Uint8Array, tiff: Uint8Array): Uint8Array<ArrayBuffer> | undefined =>
  tiff.length + EXIF.length + 2 > LONGEST_SEGMENT
    ? undefined
    : joined([bytes.subarray(0, 2), ...withTiff(tiff), bytes.subarray(2)]);

/** What stands behind the end, such as the film of a moving photo, is left out. */
export const jpeg: Container = {
  exifOf: (bytes) => {
    const segment = segmentsOf(bytes)?.find((one) => isExif(bytes, one));
    return segment && bytes.subarray(segment.start + 4 + EXIF.length, segment.end);
  },
  withoutPlace: (bytes) => {
    const segments = segmentsOf(bytes);
    if (!segments) return undefined;
    const kept = joined([bytes.subarray(0, 2), ...segments.flatMap((segment) => keptOf(bytes, segment))]);
    return sameBytes(kept, bytes) ? bytes : kept;
  },
};
