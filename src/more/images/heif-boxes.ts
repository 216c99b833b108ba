import { latin1, viewOf } from './bytes.js';

/** A box of an ISO file; `start` and `end` are those of its content. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The boxes between two places; undefined when one runs over the end. */
export const boxesIn = (bytes: Uint8Array, from: number, to: number): Box[] | undefined => {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = view.getUint32(at);
    const isLong = short === 1;
    if (isLong && at + 16 > to) return undefined;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const header = isLong ? 16 : 8;
    if (length < header || at + length > to) return undefined;
    boxes.push({ type: latin1(bytes.subarray(at + 4, at + 8)), start: at + header, end: at + length });
    at += length;
  }
  return boxes;
};
