import { latin1, viewOf } from './bytes.js';
import { boxesIn, type Box } from './heif-boxes.js';

/** A part of the file, in bytes from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A picture or what is told of one, and where it stands. */
export interface Item {
  readonly type: string;
  readonly spans: readonly Span[];
}

/** Reads one number after the other; `isOver` once one was asked for behind the end. */
const readerOf = (bytes: Uint8Array, { start, end }: Box) => {
  let at = start;
  let isOver = false;
  return {
    get isOver() {
      return isOver;
    },
    take: (length: number): number => {
      isOver ||= at + length > end;
      if (isOver) return 0;
      let value = 0;
      for (const byte of bytes.subarray(at, at + length)) value = value * 256 + byte;
      at += length;
      return value;
    },
  };
};

/** Item ids and what they are, of the box `iinf`. */
const typesOf = (bytes: Uint8Array, info: Box): ReadonlyMap<number, string> | undefined => {
  const version = bytes[info.start] ?? 0;
  const entries = boxesIn(bytes, info.start + (version === 0 ? 6 : 8), info.end);
  if (!entries) return undefined;
  const types = new Map<number, string>();
  for (const { type, start, end } of entries) {
    const entryVersion = bytes[start] ?? 0;
    const idLength = entryVersion === 3 ? 4 : 2;
    if (type !== 'infe' || entryVersion < 2 || start + 10 + idLength > end) continue;
    const view = viewOf(bytes);
    const id = idLength === 4 ? view.getUint32(start + 4) : view.getUint16(start + 4);
    const typeAt = start + 4 + idLength + 2;
    types.set(id, latin1(bytes.subarray(typeAt, typeAt + 4)));
  }
  return types;
};

/** Where each item stands, of the box `iloc`; `within` is where the box `idat` begins. Undefined when that is unreadable. */
const placesOf = (bytes: Uint8Array, location: Box, within: number): ReadonlyMap<number, Span[]> | undefined => {
  const reader = readerOf(bytes, location);
  const version = reader.take(1);
  reader.take(3);
  const [sizes, more] = [reader.take(1), reader.take(1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  const count = reader.take(version < 2 ? 2 : 4);
  const places = new Map<number, Span[]>();
  for (let item = 0; item < count && !reader.isOver; item += 1) {
    const id = reader.take(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.take(2) & 15;
    reader.take(2);
    const base = reader.take(baseSize) + (method === 1 ? within : 0);
    const spans = Array.from({ length: reader.take(2) }, (): Span => {
      reader.take(indexSize);
      const start = base + reader.take(offsetSize);
      return { start, end: start + reader.take(lengthSize) };
    });
    if (method > 1) return undefined;
    places.set(id, spans);
  }
  return reader.isOver ? undefined : places;
};

/** Everything in a HEIF file; undefined when its lists cannot be read, or point outside of it. */
export const itemsOf = (bytes: Uint8Array): Item[] | undefined => {
  const meta = boxesIn(bytes, 0, bytes.length)?.find(({ type }) => type === 'meta');
  const inside = meta && boxesIn(bytes, meta.start + 4, meta.end);
  if (!inside) return undefined;
  const named = (name: string): Box | undefined => inside.find(({ type }) => type === name);
  const [info, location] = [named('iinf'), named('iloc')];
  const types = info && typesOf(bytes, info);
  const places = location && placesOf(bytes, location, named('idat')?.start ?? 0);
  if (!types || !places) return undefined;
  const items = [...types].map(([id, type]): Item => ({ type, spans: places.get(id) ?? [] }));
  const isInside = ({ start, end }: Span): boolean => start <= end && end <= bytes.length;
  return items.every(({ spans }) => spans.every(isInside)) ? items : undefined;
};
