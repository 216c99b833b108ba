/** Tiny files of which every byte is known, for both sides. */

const ofBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));

/** Bytes of a text in UTF-8. */
export const textOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** A picture of one pixel. */
export const PNG = ofBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);

/** One after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};

/** A number as this many bytes, the highest first. */
export const big = (value: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => Math.floor(value / 2 ** (8 * (length - 1 - index))) & 255);

/** A box of an ISO file, such as HEIC and MP4. */
export const box = (type: string, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = joined(...parts);
  return joined(big(content.length + 8, 4), textOf(type), content);
};

/** What the beginning of a photo of an iPhone says; there is no picture in it. */
export const HEIC = joined(box('ftyp', textOf('heic'), big(0, 4), textOf('mif1heic')), box('mdat', new Uint8Array(8)));
