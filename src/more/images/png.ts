import type { Container } from './container.js';
import { hasText, joined, latin1, namesPlace, viewOf } from './bytes.js';
import { withoutPlace } from './tiff.js';

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const CHUNKS_START = 8;

/** The chunks up to the last one; undefined when one runs over the end, or the last one is missing. */
const chunksOf = (bytes: Uint8Array): Chunk[] | undefined => {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = CHUNKS_START;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return undefined;
    chunks.push({ type, start: at, end });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
};

/** The check sum of a chunk: CRC-32 over its type and content. */
const checkSum = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
};

const withContent = (chunk: Uint8Array, content: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(chunk);
  copy.set(content, 8);
  viewOf(copy).setUint32(8 + content.length, checkSum(copy.subarray(4, 8 + content.length)));
  return copy;
};

/** Other programs hide EXIF, XMP and IPTC in texts under this name. */
const HIDDEN = /^Raw profile type (?:exif|app1|xmp|iptc)/i;

/** Whether a chunk of text may name a place; what is compressed is not read. */
const mayNamePlace = (text: Uint8Array): boolean => {
  const isXmp = hasText(text, 0, 'XML:com.adobe.xmp\0');
  return (isXmp && (text[18] === 1 || namesPlace(text))) || HIDDEN.test(latin1(text.subarray(0, 40)));
};

const keptOf = (bytes: Uint8Array, { type, start, end }: Chunk): Uint8Array[] => {
  const whole = bytes.subarray(start, end);
  const content = bytes.subarray(start + 8, end - 4);
  if (type === 'eXIf') {
    const kept = withoutPlace(content);
    return kept ? [withContent(whole, kept)] : [];
  }
  return /^(?:iTXt|tEXt|zTXt)$/.test(type) && mayNamePlace(content) ? [] : [whole];
};

export const png: Container = {
  exifOf: (bytes) => {
    const chunk = chunksOf(bytes)?.find(({ type }) => type === 'eXIf');
    return chunk && bytes.subarray(chunk.start + 8, chunk.end - 4);
  },
  withoutPlace: (bytes) => {
    const chunks = chunksOf(bytes);
    if (!chunks) return undefined;
    const isTold = ({ type }: Chunk): boolean => /^(?:eXIf|iTXt|tEXt|zTXt)$/.test(type);
    if (!chunks.some(isTold) && chunks.at(-1)?.end === bytes.length) return bytes;
    return joined([bytes.subarray(0, CHUNKS_START), ...chunks.flatMap((chunk) => keptOf(bytes, chunk))]);
  },
};
